"""What a writer does with a response: give it, keep an earlier one, change what is said of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.translation import gettext as _

from boards.models import Board, Note
from workshops.refusals import Conflict
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .response import Response


class Responding:
    """Each verb locks the room, checks, changes rows and pushes in its last line."""

    @classmethod
    def begin(cls: "type[Response]", note: Note, more: Mapping[str, str]) -> "Response":
        """Make the response of a new note from the fields of its form. Call inside the lock."""
        from ..sharing.who_has_what import table_of
        from ..story.said import checked
        from .roles import Role
        from .scenario import Scenario

        said = checked(note, more)
        table = table_of(note.writer) if note.writer else 0
        response = cls(note=note, owner=said.owner, instead_of=said.instead_of, table=table)
        response.scenario = Scenario.at(note.board.session, table)
        response.by_role = Role.is_played_by(note.writer, response.level)
        response.save()
        response._say(said.indicators)
        return response

    def keep(self: "Response", by: Viewer) -> "Response":
        """Carry this first response over, as it is: its words stay where they stand."""
        from .response import WITH_INDICATORS

        session = self.note.board.session
        with session.lock():
            board = Board.objects.get(session=session, activity_key=WITH_INDICATORS)
            board.session = session
            board.must_be_open()
            if self.instead.kept().exists():
                raise Conflict(_("Someone has kept this one already."))
            more = {"instead_of": str(self.note_id), "owner": self.owner}
            return Note.write(board, by, uuid4(), self.note.column.key, "", more).response

    def change(self: "Response", by: Viewer, text: str, base: int, said: Mapping[str, str]) -> None:
        """Replace everything that is said; `base` is the version that was seen.

        Its writer may while the board is open; what was entered for the room is changed by
        whoever enters such notes, until the end.
        """
        from ..story.said import checked

        with self.note.board.session.lock():
            note = Note.objects.select_related("column__board__session").get(pk=self.note_id)
            self.refresh_from_db()
            self.note = note
            self.must_be_changeable(by)
            note.must_be_at(base)
            note.column = note.board.column(said.get("column", "") or note.column.key)
            note.text, note.version = note.board.activity.fit(text), note.version + 1
            fresh = checked(note, {**said, "instead_of": self._of})
            self.owner, self.instead_of = fresh.owner, fresh.instead_of
            self.save()
            note.save()
            self._say(fresh.indicators)
            if note.state in ("late", "hidden"):
                note.push_trays()
            note.push()

    def must_be_changeable(self: "Response", by: Viewer) -> None:
        """Raise unless `by` may change it now."""
        note = self.note
        if note.was_entered_by_one_like(by):
            return note.board.session.must_not_have_ended()
        note.must_be_for(by)
        note.board.must_be_open()

    @property
    def _of(self: "Response") -> str:
        return str(self.instead_of.note_id) if self.instead_of else ""

    def _say(self: "Response", indicators: list) -> None:
        """Set what calls for it; words that are those of the first response stay there."""
        self._tag(indicators)
        first = self.instead_of
        if first and self.note.text and self.note.text == first.note.text:
            self.note.text = ""
            self.note.save(update_fields=["text"])

    def _tag(self: "Response", indicators: list) -> None:
        """Say what calls for it, and keep what is part of one of these now: it may come back."""
        from .response import standing

        kept = [each for each in self.indicators.all() if standing(each) in indicators]
        told = {standing(each) for each in kept}
        self.indicators.set([*kept, *(each for each in indicators if each not in told)])

    def forget(self: "Response") -> None:
        """Erase what was said beside words that are taken back, and the copies of it."""
        kept = self.instead.filter(note__text="", owner=self.owner)
        for each in kept:
            each.owner = ""
            each.save(update_fields=["owner"])
        self.owner = ""
        self.save(update_fields=["owner"])

    def push_beside(self: "Response") -> None:
        """Show anew what quotes this one's words, and what it goes on from. In the lock."""
        for each in self.instead.select_related("note__column__board__session"):
            each.note.push()
        first = self.instead_of
        if first and first.note.stands():
            first.note.push_to_all()
