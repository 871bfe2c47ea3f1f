"""Each activity's part of the report, in the order of the agenda."""

from collections.abc import Iterator
from typing import Any

from workshops.models import Session

# Sections of their own, or nothing to tell.
NO_PART = {"welcome", "break", "close"}


def parts_of(sessions: list[Session]) -> Iterator[dict[str, Any]]:
    """Yield one part for each activity of each session.

    An activity without a part of its own is said in one line: `data` is then None
    and `state` says whether its steps ran, were left out, or did not come up.
    """
    for session in sessions:
        steps = session.agenda_steps()
        for key in dict.fromkeys(step.activity_key for step in steps):
            if key in NO_PART:
                continue
            its_steps = [step for step in steps if step.activity_key == key]
            activity = its_steps[0].activity
            yield {
                "key": key,
                "title": str(activity.title),
                "session": str(session.get_kind_display()) if len(sessions) > 1 else "",
                "state": state_of(its_steps),
                "data": activity.report_part(session),
            }


def state_of(steps: list) -> str:
    """Say of an activity's steps: ran, left_out or not_reached."""
    if any(step.intervals.all() for step in steps):
        return "ran"
    return "left_out" if all(step.state == "skipped" for step in steps) else "not_reached"
