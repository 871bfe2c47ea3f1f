"""How a group settles a proxy: a call by each person, then agreed, to change or parked."""

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from live.clock import now
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .proxy import Proxy

SEEN_LATELY = timedelta(minutes=2)


class Settling:
    """Each verb locks the room, checks, changes the rows and pushes in its last line."""

    counted: Counter[str] | None = None  # its calls, where a page has counted them already

    def call(self: "Proxy", by: Viewer, call: str) -> None:
        """Make or change one's own call. Once everyone here has said yes, it is agreed."""
        from ..proxies.fragments import push_called
        from .proxy import Call, State

        with self.session.lock():
            self.read_again()
            self.must_take_calls()
            if call not in Call.values:
                raise NotFit(_("Choose yes, change it or park it."))
            self.calls.update_or_create(participant=by.participant, defaults={"call": call})
            if self.all_say_yes():
                self._is_now(State.AGREED)
            push_called(self, by.participant)

    def settle(self: "Proxy", state: str) -> None:
        """Say for the group what becomes of it: one of State. It can be said again."""
        from .proxy import State

        with self.session.lock():
            self.session.must_not_have_ended()
            self.read_again()
            self.must_stand()
            if state not in State.values:
                raise NotFit(_("Choose what becomes of it."))
            self._is_now(State(state))
            self.note.push()

    def start_again(self: "Proxy") -> None:
        """Other words are a proposal on which nobody has made a call. In the lock."""
        from ..proxies.fragments import push_own_calls
        from .proxy import State

        had_called = [each.participant for each in self.calls.all() if each.participant]
        self.calls.all().delete()
        self.state = State.PROPOSED
        self.save(update_fields=["state"])
        for person in had_called:
            push_own_calls(self.note.board, person)

    def counts(self: "Proxy") -> Counter[str]:
        """How many calls of each kind: whose they are is told to nobody."""
        if self.counted is None:
            self.counted = Counter(self.calls.values_list("call", flat=True))
        return self.counted

    def all_say_yes(self: "Proxy") -> bool:
        """Say whether everyone seen in the last two minutes said yes, and nobody anything else."""
        from .proxy import Call

        if self.calls.exclude(call=Call.YES).exists():
            return False
        here = self.session.people_here().filter(seen_at__gte=now() - SEEN_LATELY)
        return not here.exclude(proxy_calls__proxy=self).exists()

    def must_take_calls(self: "Proxy") -> None:
        """Raise Conflict unless it waits to be settled, on a board that is open."""
        self.note.board.must_be_open()
        self.must_stand()
        if not self.is_unsettled:
            raise Conflict(
                _("This proxy is settled: %(state)s. The facilitator can bring it back to a call.")
                % {"state": self.standing.label.lower()}
            )

    def must_stand(self: "Proxy") -> None:
        """Raise Conflict unless it is on the board by itself."""
        if self.note.is_merged():
            raise Conflict(_("This proxy has been merged with another since."))
        if self.note.state != "shown":
            raise Conflict(_("This proxy is not on the board any more."))

    def _is_now(self: "Proxy", state) -> None:
        """A parked proxy is a parked note: that is told by the note alone, and never twice."""
        from .gap import Gap
        from .proxy import State

        was_parked, self.note.parked = self.note.parked, state == State.PARKED
        self.state = State.PROPOSED if self.note.parked else state
        self.note.save(update_fields=["parked"])
        self.save(update_fields=["state"])
        if state == State.AGREED:
            Gap.close(self.note)
        if was_parked and not self.note.parked:
            self.note.push_parked()
