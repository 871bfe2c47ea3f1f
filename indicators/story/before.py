"""Is what people said first a true "before"? One answer, for every page and the report."""

from workshops.models import Session
from workshops.models.step import State


def is_true_before(session: Session) -> bool:
    """Say whether first responses were given before the indicators were read.

    So it is when a step of their own ran before any in which the indicators are read, and
    somebody answered in it. What a short first round of the scenario asks is a "first
    response", never a "before".
    """
    from ..models import Response

    steps = session.steps.exclude(state__in=[State.PLANNED, State.SKIPPED])
    own = steps.filter(activity_key="first_response").first()
    reading = steps.filter(activity_key="indicators").first()
    if own is None or (reading and reading.position < own.position):
        return False
    return Response.objects.of(session).firsts().filter(note__step=own).exists()


def name_of_first(session: Session) -> str:
    """What a first response is called where it is quoted."""
    from django.utils.translation import gettext as _

    return _("Before") if is_true_before(session) else _("First response")
