"""The plan as plain data for the report. What is to be done is named by the id of its note."""

from collections import Counter
from typing import Any

from workshops.models import Session

from ..models import Action
from . import said
from .fragments import plan_context
from .spread import Share, spread
from .standing import board_of_responses, poll_of


def report_part(session: Session) -> dict[str, Any] | None:
    """Return sections 14 and 15 (domain brief 6); None where nothing was planned.

    `votes` of an action are None where nobody voted on it, or voting was not closed.
    """
    context = plan_context(session)
    actions, plan = context["actions"], context["plan"]
    if not (actions or plan.review_on or plan.recommendations):
        return None
    board = board_of_responses(session)
    poll = poll_of(board) if board else None
    counts = poll.counts() if poll and poll.closed_at else None
    owners = spread(each.owner for each in actions)
    return {
        "actions": [told(each, counts) for each in actions],
        "without_owner": context["without_owner"],
        "owned": owners.owned,
        "owners": [share(each) for each in owners.shares],
        "too_much": share(owners.too_much) if owners.too_much else None,
        "review_on": plan.review_on.isoformat() if plan.review_on else "",
        "next_steps": [
            {"label": item.label, "prompt": item["prompt"]} for item in context["next_steps"]
        ],
        "barriers": barriers(session, actions),
    }


def told(action: Action, counts: dict | None) -> dict[str, Any]:
    """One action; without its note where its writer has taken the words back."""
    note = action.stands_as
    return {
        **({"note": str(note.pk)} if action.words else {}),
        "own": action.is_own,
        "votes": None if counts is None or action.is_own else counts.get(note.pk, 0),
        "level": str(action.get_level_display()),
        "owner": action.owner,
        "due_on": action.due_on.isoformat() if action.due_on else "",
        "stage": str(action.get_stage_display()),
        "answers": said.answered(action),
        "barriers": action.barrier_labels,
        "indicators": action.indicator_labels,
    }


def share(each: Share) -> dict[str, Any]:
    return {"owner": each.owner, "actions": each.actions}


def barriers(session: Session, actions: list[Action]) -> list[dict[str, Any]]:
    """All seven barriers, in the content's order, each with how many actions meet it."""
    met = Counter(key for action in actions for key in action.barriers)
    return [{"label": item.label, "actions": met[item.key]} for item in said.tags(session)]
