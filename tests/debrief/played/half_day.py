"""The order of the day, and what is planned for it."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User

from live.clock import now
from workshops.models import ContentSet, Session, Workshop

from . import closing, crowd, diagnosis, indicators, proxies, relationships, stakeholders, story
from .clock import Clock
from .day import Day
from .sealed import sealed_sitting
from .words import Tongues, said

AREA = "Damp and mould in rented homes"


def played(size: str, notes: int) -> Session:
    """One workshop of one of SIZES."""
    if size == "smallest":
        return planned(AREA, now() + timedelta(days=7))
    with Clock(timedelta(hours=5)) as clock:
        session = planned(said("scripts")["title"] if size == "scripts" else AREA, now())
        day = Day(session, clock, Tongues() if size == "scripts" else None)
        half_day(day)
        if size == "scripts":
            sealed_sitting(day)
    if size == "long":
        crowd.write_more(session, notes)
    session.refresh_from_db()
    return session


def planned(area: str, starts_at: datetime) -> Session:
    """The session of a workshop of four hours, with the map and a first response to the story."""
    owner, _is_new = User.objects.get_or_create(
        username="grace", defaults={"first_name": "Grace", "email": "grace@demo.example"}
    )
    workshop = Workshop.plan(
        owner,
        ContentSet.newest(),
        starts_at=starts_at,
        agenda="half_day_4h",
        expected=14,
        policy_area=area,
        use_case="local_convene",
        place="Ambleford",
    )
    session = workshop.sessions.get()
    session.add_step("first_response")
    return session


def half_day(day: Day) -> None:
    """Everything, from the door to the end."""
    crowd.come(day)
    diagnosis.run(day)
    stakeholders.run(day)
    relationships.run(day)
    story.answer_first(day)
    indicators.run(day)
    proxies.run(day)
    story.answer_again(day)
    story.debrief(day)
    closing.run(day)
