"""Planned and actual minutes. Actual time is the sum of a step's intervals, without pauses."""

from typing import Any

from workshops.models import Session, Step


def timing(session: Session) -> dict[str, Any]:
    """Return a row for each step; the totals are the sums of the rows as printed."""
    rows = [row(step) for step in session.agenda_steps()]
    return {
        "session": str(session.get_kind_display()),
        "rows": rows,
        "planned": sum(each["planned"] for each in rows if each["state"] != "skipped"),
        "actual": sum(each["actual"] or 0 for each in rows),
        "longest": max([each["planned"] for each in rows] + [each["actual"] or 0 for each in rows]),
    }


def row(step: Step) -> dict[str, Any]:
    """One step in whole minutes; `actual` is None for a step that never ran."""
    ran = bool(step.intervals.all())
    return {
        "label": step.label,
        "planned": step.minutes,
        "actual": round(step.taken().total_seconds() / 60) if ran else None,
        "state": step.state,
    }
