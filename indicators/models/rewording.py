"""What anyone here does with the words of a proxy: it is the group's, not its writer's."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.refusals import Conflict, Gone
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .proxy import Proxy


class Rewording:
    """Each verb locks the room, checks, changes the rows and pushes in its last line."""

    def change(self: "Proxy", by: Viewer, text: str, base: int, said: Mapping[str, str]) -> None:
        """Replace its text, kind and where to look; `base` is the version that was seen.

        Other words are another proposal: whoever has made a call on the old ones calls again.
        """
        from ..proxies.said import answer, kind_in

        with self.session.lock():
            self.must_be_changeable(by, base)
            self.kind, self.where_to_look = kind_in(said), answer(said, "where_to_look")
            self._keep(self.note.board.activity.fit(text))

    def test(self: "Proxy", by: Viewer, base: int, said: Mapping[str, str]) -> None:
        """Replace the five answers of its stress test; what was called stays."""
        from ..proxies.said import answers

        with self.session.lock():
            self.must_be_changeable(by, base)
            for field, words in answers(said).items():
                setattr(self, field, words)
            self._keep(self.note.text)

    def may_be_changed_by(self: "Proxy", by: Viewer) -> bool:
        """Say whether `by` could change it now: anyone here while the board is open."""
        if "facilitator" in by.roles:
            return self.note.state != "taken_back" and self.session.ended_at is None
        mine = self.note.is_by(by) and self.note.state in ("late", "hidden")
        return (mine or self.note.state == "shown") and self.note.board.is_open()

    def must_be_changeable(self: "Proxy", by: Viewer, base: int) -> None:
        """Raise unless `by` may change it, and it still says what they have seen. In the lock."""
        self.read_again()
        self.session.read_again()
        if self.note.state == "taken_back":
            raise Gone(_("Its writer has taken this proxy back. Your words are kept: add them."))
        if "facilitator" in by.roles:
            self.session.must_not_have_ended()
        else:
            self.note.board.must_be_open()
        if not self.may_be_changed_by(by):
            raise Conflict(_("This proxy is not on the board any more. Your words are kept."))
        if self.note.version != base:
            raise Conflict(self._changed_since())

    def _changed_since(self: "Proxy") -> str:
        """Both texts survive: theirs is told beside one's own, which stays in the form."""
        now = {"text": self.note.text, "kind": self.get_kind_display()}
        return (
            _(
                "Someone has changed it since. It now says: “%(text)s” (%(kind)s). "
                "Yours is still here: bring the two together and save again."
            )
            % now
        )

    def _keep(self: "Proxy", text: str) -> None:
        note, is_reworded = self.note, text != self.note.text
        note.text, note.version = text, note.version + 1
        note.save()
        self.save()
        if is_reworded:
            note.board.activity.reworded(note)
        if note.state in ("late", "hidden"):
            note.push_trays()
        note.push()
