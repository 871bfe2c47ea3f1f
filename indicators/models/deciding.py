"""What a facilitator says for the group of a proposed indicator; each can be said otherwise."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.models import Session
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

from .indicator import Indicator

if TYPE_CHECKING:
    from .addition import Addition

MOST_ADOPTED = 5  # domain brief 8, row 8
KEY = "added-{}".format  # of the row's own number, which nothing else ever gets
NOT_ADOPTED = gettext_lazy("Not adopted after all.")


class Deciding:
    """Each verb locks the room, checks, changes rows and pushes in its last line.

    `was` is the decision that whoever decides has seen: two who decide at once decide once.
    """

    def adopt(self: "Addition", by: Viewer, was: str) -> None:
        """Make it an indicator like the ten, or let it be one of its own again."""
        with self._deciding(by).lock():
            self._must_be(was)
            self._must_be_adoptable(by)
            self._decide(by, "adopted")

    def merge(self: "Addition", by: Viewer, was: str, into: str) -> None:
        """Say that it is part of the indicator with the key `into`, as that stands now.

        What was written for it goes along, and comes back when this is undone.
        """
        with self._deciding(by).lock():
            self._must_be(was)
            survivor = Indicator.named(by.workshop, into)
            if survivor is None:
                raise NotFit(_("Choose the indicator that it is part of."))
            if self.indicator and survivor.pk == self.indicator.pk:
                raise NotFit(_("An indicator cannot be part of itself. Choose another."))
            survivor.must_be_in_use()
            self._decide(by, "merged", survivor)

    def park(self: "Addition", by: Viewer, was: str) -> None:
        """Keep it for later."""
        with self._deciding(by).lock():
            self._must_be(was)
            self._decide(by, "parked")

    def reopen(self: "Addition", by: Viewer, was: str) -> None:
        """Let it be a proposal again."""
        with self._deciding(by).lock():
            self._must_be(was)
            self._decide(by, "proposed")

    @staticmethod
    def _deciding(by: Viewer) -> Session:
        """The session whose facilitator decides, which may be a later one than it came from."""
        assert by.session is not None
        return by.session

    def _must_be(self: "Addition", was: str) -> None:
        self.refresh_from_db()
        self.note.refresh_from_db()
        if self.note.state != "shown" and not self.indicator:
            raise Conflict(_("This proposal is not on the board any more."))
        if self.decision != was:
            raise Conflict(
                _("Someone has decided on it meanwhile: %(decision)s. Look at it, then decide.")
                % {"decision": self.get_decision_display().lower()}
            )

    def _must_be_adoptable(self: "Addition", by: Viewer) -> None:
        if self.note.state != "shown":
            raise Conflict(_("Its words are not on the board any more."))
        others = type(self).objects.of(by.workshop).adopted().exclude(pk=self.pk)
        if others.count() >= MOST_ADOPTED:
            raise Conflict(
                _(
                    "Five are adopted, and that is the most. This one stays on the list: park it, "
                    "merge it, or first merge or park another."
                )
            )

    def _decide(self: "Addition", by: Viewer, decision: str, into: Indicator | None = None) -> None:
        from ..additions.carrying import carry

        session = self._deciding(by)
        session.must_not_have_ended()
        self.decision, self.merged_into = decision, into
        if decision == "adopted":
            self._stand(session)
        elif self.indicator:
            self._stand_down(into)
        self.save()
        carry(session)
        if decision in ("proposed", "parked") and self.indicator:
            self._let_go_if_unused(session)
        self.show(session)

    def _stand(self: "Addition", session: Session) -> None:
        """Be an indicator of its own, with the one it has or a new one behind the others."""
        own = self.indicator
        if own is None:
            last = Indicator.of(session.workshop).last()
            own = self.indicator = Indicator.objects.create(
                workshop=session.workshop,
                session=self.session,
                key=KEY(self.pk),
                position=last.position + 1 if last else 1,
            )
        own.merged_into, own.set_aside_because = None, ""
        own.save()

    def _stand_down(self: "Addition", into: Indicator | None) -> None:
        """Be part of another, or only a proposal: then it is set aside with what it has."""
        assert self.indicator is not None
        self.indicator.merged_into = into
        if into is None:
            self.indicator.set_aside_because = str(NOT_ADOPTED)
        elif self.indicator.set_aside_because == NOT_ADOPTED:
            self.indicator.set_aside_because = ""
        self.indicator.save()

    def _let_go_if_unused(self: "Addition", session: Session) -> None:
        """Be no indicator any more if nobody did anything for it. Call inside the lock."""
        from ..additions.carrying import carry, is_used

        indicator = self.indicator
        assert indicator is not None
        if is_used(indicator):
            return
        if self.decision == "adopted":
            self.decision = "proposed"
        self.indicator = None
        self.save(update_fields=["indicator", "decision"])
        indicator.delete()
        carry(session)

    def show(self: "Addition", session: Session) -> None:
        """Show what was decided, and every board with it. Call inside the lock."""
        from ..sharing.settling import settle

        settle(session)
        if self.session == session:
            self.note.refresh_from_db()
            self.note.push()
        session.show_everyone()
