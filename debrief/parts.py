"""Each activity's part of the report, in the order of the agenda."""

from collections.abc import Iterator
from typing import Any

from workshops.activities import Activity, all_activities
from workshops.models import Session

# Sections of their own, or nothing to tell.
NO_PART = {"welcome", "break", "close"}


def parts_of(sessions: list[Session]) -> Iterator[dict[str, Any]]:
    """Yield one part for each activity of each session.

    An activity without a part of its own is said in one line: `data` is then None
    and `state` says whether its steps ran, were left out, or did not come up. What an
    activity did in the steps of others follows, in the order of the last step.
    """
    for session in sessions:
        named = str(session.get_kind_display()) if len(sessions) > 1 else ""
        steps = session.agenda_steps()
        keys = dict.fromkeys(step.activity_key for step in steps)
        for key in keys:
            if key not in NO_PART:
                its_steps = [step for step in steps if step.activity_key == key]
                activity = its_steps[0].activity
                data = activity.report_part(session)
                yield part(activity, named, state_of(its_steps), data)
        for activity in without_a_step(keys):
            if data := activity.report_part(session):
                yield part(activity, named, "ran", data)


def part(
    activity: Activity, session: str, state: str, data: dict[str, Any] | None
) -> dict[str, Any]:
    title = str(activity.title)
    return {"key": activity.key, "title": title, "session": session, "state": state, "data": data}


def without_a_step(keys: dict[str, None]) -> list[Activity]:
    """The activities that this agenda has no step of, but that may have been at work in it."""
    found = [each for each in all_activities() if each.key not in {*keys, *NO_PART}]
    return sorted(found, key=lambda each: each.closing_order)


def state_of(steps: list) -> str:
    """Say of an activity's steps: ran, left_out or not_reached."""
    if any(step.intervals.all() for step in steps):
        return "ran"
    return "left_out" if all(step.state == "skipped" for step in steps) else "not_reached"
