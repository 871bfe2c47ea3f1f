"""The story and what people would do, as plain data for the report (domain brief 6, row 11)."""

from typing import Any

from django.db.models import prefetch_related_objects

from workshops.models import Session
from workshops.models.step import State

from ..models import Response, Role, Scenario
from ..models.scenario import Horizon, Level
from .before import is_true_before


def scenario_part(session: Session) -> dict[str, Any] | None:
    """Return the `stories`, the seats `played` by others, and the responses of each level.

    First responses stand here (`firsts`) where they had no step of their own. Nothing is said of
    who passed, and a twist that nobody was told is not told here.
    """
    if not session.scenarios.exists():
        return None
    responses = Response.objects.of(session)
    own_step = had_own_step(session)
    return {
        "stories": [story(each) for each in session.scenarios.all()],
        "played": [
            {"level": str(level.label), "people": people}
            for level, people in Role.played(session).items()
        ],
        "levels": levels(responses.with_indicators()),
        "firsts": [] if own_step else levels(responses.firsts()),
        "is_true_before": is_true_before(session),
    }


def first_part(session: Session) -> dict[str, Any] | None:
    """Return the first responses that were given in a step of their own."""
    if not had_own_step(session):
        return None
    firsts = levels(Response.objects.of(session).firsts())
    return {"firsts": firsts, "is_true_before": is_true_before(session)}


def had_own_step(session: Session) -> bool:
    """Say whether a step for first responses ran."""
    ran = session.steps.filter(activity_key="first_response")
    return ran.exclude(state__in=[State.PLANNED, State.SKIPPED]).exists()


def story(each: Scenario) -> dict[str, Any]:
    shown_at = each.twist_shown_at
    return {
        "table": each.table,
        "title": each.title,
        "story": each.story,
        "facts": each.facts,
        "questions": [each.local_question, each.national_question],
        "twist": each.twist if shown_at else "",
        "twist_at": shown_at.isoformat() if shown_at else "",
    }


def levels(responses: Any) -> list[dict[str, Any]]:
    """The responses by level and horizon, local first; none where nobody answered."""
    found = list(responses.shown().select_related("note__column__board", "instead_of__note"))
    prefetch_related_objects(found, "indicators__merged_into")
    if not found:
        return []
    return [
        {
            "level": level.value,
            "label": str(level.label),
            "number": sum(each.level == level for each in found),
            "horizons": [
                {
                    "label": str(horizon.label),
                    "responses": [
                        row(each)
                        for each in found
                        if (each.level, each.horizon) == (level, horizon)
                    ],
                }
                for horizon in Horizon
            ],
        }
        for level in Level
    ]


def row(each: Response) -> dict[str, Any]:
    """A response: what it `keeps` or was `before`, named by the note of that first response."""
    first = [str(each.instead_of.note_id)] if each.instead_of else []
    return {
        "note": str(each.note_id),
        "owner": each.owner,
        "indicators": [tag.label for tag in each.tags],
        "keeps": {"notes": first if each.is_kept else []},
        "before": {"notes": first if each.before else []},
        "table": each.table,
    }
