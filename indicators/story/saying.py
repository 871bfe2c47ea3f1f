"""What people are to do now, by round: the sentence after "Now:" on every page."""

from django.utils.translation import gettext as _

from workshops.models import Step

from ..models import Round, Staging


def says_now(step: Step) -> str:
    """Return the sentence of the round."""
    if not step.session.scenarios.exists():
        return _("wait a moment: the facilitator chooses the story.")
    staging = Staging.objects.filter(session=step.session).first()
    return sentences().get(Round(staging.round), "") if staging else ""


def sentences() -> dict[Round, str]:
    """Each round's own; the steps have theirs as well, which the others follow."""
    return {
        Round.NOTE: _("read the content note. You may pass on this story."),
        Round.READ: _("hear the story once, then read it for yourself."),
        Round.FIRST: _("without the indicators: write what each side would do."),
        Round.LOCAL: _("write what local government would do. Let the indicators steer you."),
        Round.NATIONAL: _("write what national government would do, and what it would stop."),
    }
