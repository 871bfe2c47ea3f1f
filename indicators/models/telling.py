"""What a facilitator does with a story: tell it, reveal its twist, take the twist back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from live.clock import now
from workshops.models import Session
from workshops.refusals import Conflict

if TYPE_CHECKING:
    from .scenario import Scenario

WORDS = (
    "title",
    "content_note",
    "story",
    "facts",
    "local_question",
    "national_question",
    "twist",
    "focus",
)


class Telling:
    """Each verb locks the room, checks, changes rows and pushes in its last line."""

    @classmethod
    def tell(
        cls: "type[Scenario]",
        session: Session,
        words: Mapping[str, Any],
        *,
        template: str = "",
        table: int = 0,
    ) -> "Scenario":
        """Give everyone, or one table, a story of these WORDS, in place of the one they had.

        Responses stay. A twist with other words has been revealed to nobody. To another story
        everyone says anew whether they would rather not do it, its content note first.
        """
        from .staging import Staging

        with session.lock():
            session.must_not_have_ended()
            found = cls.objects.filter(session=session, table=table).first()
            story = found or cls(session=session, table=table)
            is_another = not found or (found.template, found.title) != (template, words["title"])
            if story.twist != words["twist"]:
                story.twist_shown_at = None
            for name in WORDS:
                setattr(story, name, words[name])
            story.template = template
            story.save()
            if is_another:
                story.passed.all().delete()
                Staging.of(session).tell_again(for_all=not table)
            session.show_everyone()
            return story

    def drop(self: "Scenario") -> None:
        """A table goes on with the story that everyone has."""
        with self.session.lock():
            self.session.must_not_have_ended()
            self.delete()
            self.session.show_everyone()

    def show_twist(self: "Scenario", on: bool) -> None:
        """Reveal the twist to those who have this story, or take it off their pages again."""
        with self.session.lock():
            self.session.must_not_have_ended()
            self.refresh_from_db()
            if on and not self.twist:
                raise Conflict(_("This story has no twist."))
            if on != bool(self.twist_shown_at):
                self.twist_shown_at = now() if on else None
                self.save(update_fields=["twist_shown_at"])
            self.session.show_everyone()
