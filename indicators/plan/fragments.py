"""The plan as everyone reads it, and as facilitators work on it: pushed whole when it changes."""

from typing import Any

from django.template.loader import render_to_string

from boards.models import Note
from live.rooms import push
from workshops.models import Session

from ..models import Plan
from . import said
from .spread import spread
from .standing import board_of_responses, plan_of, poll_of, to_pick_from


def push_plan(session: Session) -> None:
    """Show everyone the plan, and facilitators what they can do with it. In the lock."""
    context = plan_context(session)
    html = render_to_string("indicators/plan/_plan.html", context)
    push(session.room_key, f"plan-{session.pk}", html)
    html = render_to_string("indicators/plan/_making.html", context | making_context(session))
    push(session.room_key, f"making-plan-{session.pk}", html, audience="facilitators")


def push_if_planning(note: Note) -> None:
    """Do so when a response has changed while the room makes its plan, and ask all to vote anew."""
    session = note.board.session
    step = session.current_step()
    if step and step.activity_key == "close":
        push_plan(session)
        session.show_everyone()


def plan_context(session: Session) -> dict[str, Any]:
    """The `actions` of the plan, what they say in words, and what is said of it as a whole."""
    content, actions = session.workshop.content, plan_of(session)
    labels = {item.key: item.label for item in said.tags(session)}
    for action in actions:
        action.barrier_labels = [labels[key] for key in action.barriers if key in labels]
        action.indicator_labels = labels_of_indicators(action.stands_as)
    plan = Plan.of(session)
    chosen = plan.recommendations
    return {
        "session": session,
        "actions": actions,
        "without_owner": sum(not action.owner for action in actions),
        "plan": plan,
        "next_steps": [item for item in content.items("recommendations") if item.key in chosen],
    }


def labels_of_indicators(note: Note) -> list[str]:
    """What calls for an action: the indicators of its response, in their order."""
    response = getattr(note, "response", None)
    if response is None:
        return []
    return [each.label for each in response.tags]


def making_context(session: Session) -> dict[str, Any]:
    """For facilitators: the responses to pick from (`candidates`), the vote, who owns too much."""
    board, actions = board_of_responses(session), plan_of(session)
    poll = poll_of(board) if board else None
    in_plan = {action.stands_as.pk for action in actions}
    notes = to_pick_from(board, poll) if board else []
    content = session.workshop.content
    return {
        "poll": poll,
        "candidates": [note for note in notes if note.pk not in in_plan],
        "spread": spread(action.owner for action in actions),
        "recommendations": content.items("recommendations"),
    }
