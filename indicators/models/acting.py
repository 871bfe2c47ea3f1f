"""What is done with an action of the plan: it is chosen, left out again, and told more of."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from boards.models import Note
from workshops.refusals import Conflict, Gone, NotAllowed
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .plan import Action


class Acting:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    @classmethod
    def begin(cls: "type[Action]", note: Note, said: Mapping[str, Any] | None = None) -> "Action":
        """Return the action of a note, made on first asking with what is `said`. In the lock."""
        session = note.board.session
        facts = {"session": session, "workshop_id": session.workshop_id, **(said or {})}
        return cls.objects.get_or_create(note=note, defaults=facts)[0]

    @classmethod
    def choose(cls: "type[Action]", note: Note, on: bool) -> None:
        """Put a response into the plan, or leave it out again; saying it twice changes nothing.

        What was said of it meanwhile stays, so that either can be undone.
        """
        from ..plan.fragments import push_plan
        from ..plan.said import first_said_of

        session = note.board.session
        with session.lock():
            session.must_not_have_ended()
            note.refresh_from_db()
            must_be_a_response(note)
            chosen = cls.objects.filter(note__in=note.family())
            if on:
                must_stand(note)
                known = chosen.filter(note=note).first() or chosen.first()
                action = known or cls.begin(note, first_said_of(note))
                cls.objects.filter(pk=action.pk).update(in_plan=True)
            else:
                chosen.update(in_plan=False)
            push_plan(session)

    def change(self: "Action", by: Viewer, said: Mapping[str, Any], base: int) -> None:
        """Replace what is said of it (the fields of plan.said.checked); `base` is the version seen.

        Facilitators may until the session ends, whoever wrote it while the board is open.
        """
        from ..plan.fragments import push_plan
        from ..plan.said import checked

        with self.session.lock():
            self.refresh_from_db()
            self.note.refresh_from_db()
            self.must_be_changeable(by)
            if self.version != base:
                raise Conflict(_("Someone has changed it since. Look at it, then try again."))
            for name, value in checked(self.session, said).items():
                setattr(self, name, value)
            self.version += 1
            self.save()
            if self.is_own:
                self._reword(by, said)
            else:
                push_plan(self.session)

    def must_be_changeable(self: "Action", by: Viewer) -> None:
        """Raise unless it is in the plan and `by` may change it now."""
        if self.note.state == "taken_back" and self.is_own:
            raise Gone(_("Its writer has taken this note back."))
        if not self.in_plan:
            raise Conflict(_("This action is not in the plan any more."))
        if "facilitator" in by.roles:
            return self.session.must_not_have_ended()
        if not (self.is_own and self.note.is_by(by)):
            raise NotAllowed(_("Only its writer and the facilitator can change an action."))
        self.note.board.must_be_open()

    def _reword(self: "Action", by: Viewer, said: Mapping[str, Any]) -> None:
        """Its writer may change its words too; so may a facilitator what was entered for the room.

        The last line shows the note anew, and with it the plan.
        """
        note = self.note
        may_reword = note.is_by(by) or note.was_entered_by_one_like(by)
        if may_reword and "text" in said:
            note.text, note.version = note.board.activity.fit(said["text"]), note.version + 1
            note.save()
        if note.state in ("late", "hidden"):
            note.push_trays()
        note.push()


def must_be_a_response(note: Note) -> None:
    """Raise Conflict for what is no response to the scenario."""
    if note.board.activity_key != "scenario":
        raise Conflict(_("Choose one of the responses to the scenario."))


def must_stand(note: Note) -> None:
    """Raise Conflict unless everyone sees it on its board, by itself."""
    if not note.stands():
        raise Conflict(_("This response is not on the board any more."))
