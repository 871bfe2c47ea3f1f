"""What earlier sessions of a workshop have left for a later one."""

from typing import Any

from .activities import all_activities
from .models import Session


def sessions_before(session: Session) -> list[Session]:
    """The workshop's sessions that are planned to come before this one, in order."""
    own = (session.starts_at, session.pk)
    others = session.workshop.sessions.all()
    return [each for each in others if (each.starts_at, each.pk) < own]


def held_before(session: Session) -> list[Session]:
    """Those of them that have begun."""
    return [each for each in sessions_before(session) if each.started_at]


def look_back_context(session: Session) -> dict[str, Any]:
    """`looks_back`: what each activity of earlier sessions tells, with its `template`.

    `follows` says whether there is an earlier session at all, held or not.
    """
    return {
        "follows": bool(sessions_before(session)),
        "looks_back": [told for each in held_before(session) for told in _told_of(each)],
    }


def missing_context(session: Session) -> dict[str, Any]:
    """`missing`: the voices to invite because earlier sessions missed them.

    `follows` and `was_held` say whether there is an earlier session, and whether one was held.
    """
    held = held_before(session)
    everyone = [each.voices_missing(earlier) for earlier in held for each in all_activities()]
    return {
        "follows": bool(sessions_before(session)),
        "was_held": bool(held),
        "missing": [voice for voices in everyone for voice in voices],
    }


def _told_of(session: Session) -> list[dict[str, Any]]:
    found = [(each, each.look_back(session)) for each in all_activities()]
    return [
        {"title": each.title, "template": each.look_back_template, "told": told}
        for each, told in found
        if told
    ]
