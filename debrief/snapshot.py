"""One snapshot, from which every form of the report is made, so that they cannot disagree."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from live.clock import now
from workshops.models import Session, Workshop

from .appendix import Appendix
from .one_page.page import OnePage
from .one_page.telling import is_empty, one_page
from .parts import parts_of
from .people import taking_part
from .pulse import pulse
from .sections import sections_of
from .shown_cards import shown_cards
from .timing import timing
from .trail import lay

SCHEMA = 2


def snapshot_of(workshop: Workshop) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the report of a workshop as plain data, and the notes it uses (id: version).

    All rows are read in one transaction. The data names no writer and holds no
    id of a note: notes are called by their number in the appendix, such as 3.1.
    """
    with one_moment():
        sessions = list(workshop.sessions.all())
        appendix = Appendix(sessions)
        parts = [appendix.numbered(part) for part in parts_of(sessions)]
        summed_up = one_page(OnePage.of(workshop), parts, appendix)
        snapshot = {
            "schema": SCHEMA,
            "draft": True,
            "taken_at": now().isoformat(),
            "workshop": cover(workshop, sessions),
            "taking_part": [taking_part(session) for session in sessions],
            "timing": [timing(session) for session in sessions],
            "sections": sections_of(parts, {"one-page"} if is_empty(summed_up) else set()),
            "one_page": summed_up,
            "parts": parts,
            "notes": appendix.notes,
            "parked": appendix.parked(),
            "differently": appendix.differently(),
            "appendix": appendix.boards,
            "pulse": [told for told in map(pulse, sessions) if told],
            "cards": [card for session in sessions for card in shown_cards(session)],
            "sources": sources(workshop),
        }
    lay(snapshot)
    return snapshot, appendix.used


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it stood at one moment, holding up nobody who writes."""
    database: Any = connection
    database.ensure_connection()  # connecting sets the mode: before that there is none to put back
    before = getattr(database, "transaction_mode", None)
    database.transaction_mode = "DEFERRED"  # SQLite: a reader's view, where writers are IMMEDIATE
    try:
        with transaction.atomic():
            if database.vendor == "postgresql" and not database.savepoint_ids:
                database.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    finally:
        database.transaction_mode = before


def cover(workshop: Workshop, sessions: list[Session]) -> dict[str, Any]:
    """What the first page says of the workshop."""
    use_case = workshop.content.item("use_cases", workshop.use_case)
    return {
        "title": workshop.policy_area,
        "use_case": use_case.label,
        "opening": use_case.get("report_opening", ""),
        "place": workshop.place,
        "dates": [(session.started_at or session.starts_at).isoformat() for session in sessions],
        "facilitators": sorted(each.name for each in workshop.facilitators.select_related("user")),
        "marking": workshop.marking,
        "content": str(workshop.content),
    }


def sources(workshop: Workshop) -> dict[str, Any]:
    """Where the method comes from, who is owed credit, under which licences."""
    head = workshop.content.head("set")
    wanted = ("label", "publisher", "year", "kind")
    return {
        "credits": head.get("credits", []),
        "licence": head.get("licence", []),
        "works": [
            {name: each.get(name, "") for name in wanted}
            for each in workshop.content.items("sources")
        ],
    }
