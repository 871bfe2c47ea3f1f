"""Who is here: told to facilitators with where people speak from, to screens without."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from live.clock import now
from live.rooms import push

if TYPE_CHECKING:
    from .models import Facilitator, Session

AWAY = timedelta(minutes=1)


def push_people(session: "Session") -> None:
    """Push who is here to facilitators, and the names to screens.

    The row is read under the lock: names that were just taken off the screen stay off.
    """
    with session.lock():
        session.read_again()
        html = people_fragment(session)
        push(session.room_key, "people", html, audience="facilitators")
        push_names(session)


def push_names(session: "Session") -> None:
    """Push the lobby's names to screens. Call inside the lock."""
    html = render_to_string("workshops/_screen_names.html", names_context(session))
    push(session.room_key, "names", html, audience="screen")


def people_fragment(session: "Session") -> str:
    """Who is here, as every facilitator sees it."""
    return render_to_string("workshops/_console_people.html", people_context(session))


def people_context(session: "Session") -> dict:
    """`people` in order of joining, each with `is_quiet`, `has_written` and `away_minutes`.

    `has_written` is None in steps in which nobody is asked to write; how much
    somebody wrote is told to nobody. `on_paper` counts what was entered for the room.
    """
    step = session.current_step()
    heard = step.activity.heard_from(step) if step else None
    people = list(session.people_here())
    for person in people:
        person.away_minutes = minutes_away(person.seen_at)
        person.has_written = None if heard is None else person.pk in heard
    return {
        "session": session,
        "people": people,
        "here": sum(not person.away_minutes for person in people),
        "on_paper": step.activity.on_paper(step) if step else 0,
        "quiet": [p for p in people if p.has_written is False and not p.away_minutes],
        "facilitators": facilitators_here(session),
    }


def facilitators_here(session: "Session") -> "list[Facilitator]":
    """Owner and co-facilitators, each with `is_here` and `has_controls`."""
    found = list(session.workshop.facilitators.select_related("user").order_by("pk"))
    for each in found:
        each.is_here = each.seen_at is not None and not minutes_away(each.seen_at)
        each.has_controls = session.is_held_by(each)
    return found


def names_context(session: "Session") -> dict:
    """The names people chose, how many they are and how many are `to_come`."""
    people = list(session.people_here())
    return {
        "session": session,
        "people": people,
        "facilitators": facilitators_here(session),
        "to_come": max(0, (session.expected or 0) - len(people)),
    }


def minutes_away(seen_at) -> int:
    """How many whole minutes ago someone was last seen; 0 for someone who is here."""
    return max(0, int((now() - seen_at) / AWAY))
