"""The added indicators as plain data for the report (domain brief 6, row 10)."""

from typing import Any

from boards.models import Board
from workshops.models import Session

from ..models import Addition


def report_part(session: Session) -> dict[str, Any] | None:
    """Return what was `proposed` in this session and what became of it; None without a board."""
    if not Board.objects.filter(session=session, activity_key="additions").exists():
        return None
    additions = Addition.objects.of(session.workshop).filter(note__column__board__session=session)
    proposed = [told(each) for each in additions]
    return {
        "proposed": proposed,
        "adopted": sum(each["decision"] == "adopted" for each in proposed),
    }


def told(addition: Addition) -> dict[str, Any]:
    """One proposal. Where its words went, only what was made of it is told.

    `number` is that of the indicator that it has become, `into` the one it was merged into.
    """
    shown, indicator, into = (
        addition.note.state == "shown",
        addition.indicator,
        addition.merged_into,
    )
    return {
        **({"note": str(addition.note_id)} if shown else {}),
        "label": addition.label,
        "description": addition.meaning,
        "why": addition.why if shown else "",
        "decision": addition.decision,
        "decided": str(addition.get_decision_display()),
        "number": indicator.position if indicator else None,
        "key": indicator.key if indicator else "",
        "into": f"{into.item.order} {into.label}" if into else "",
    }
