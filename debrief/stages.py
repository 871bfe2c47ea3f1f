"""How many took part in each stage: one number, whoever they are."""

from datetime import datetime
from typing import Any

from live.clock import now
from workshops.models import Participant, Session
from workshops.models.step import Interval


def in_stages(session: Session, people: list[Participant]) -> list[dict[str, Any]]:
    """Return the stages that began, in the order of the method, each with its number of people.

    Someone was there who had joined before it ended and was seen after it began.
    """
    spans = {stage["label"]: span(session, stage["key"]) for stage in session.stages()}
    return [
        {"stage": label, "people": sum(was_there(person, *times) for person in people)}
        for label, times in spans.items()
        if times
    ]


def span(session: Session, stage: str) -> tuple[datetime, datetime] | None:
    """When its first step began and its last one ended; None when it did not begin."""
    ran = Interval.objects.filter(step__session=session, step__stage=stage)
    times = [(each.started_at, each.ended_at or now()) for each in ran]
    if not times:
        return None
    return min(began for began, _ended in times), max(ended for _began, ended in times)


def was_there(person: Participant, began: datetime, ended: datetime) -> bool:
    return person.joined_at <= ended and person.seen_at >= began
