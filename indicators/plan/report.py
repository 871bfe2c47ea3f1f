"""The plan as plain data for the report. What is to be done is named by the id of its note."""

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
    """One action; without its note where its writer has taken the words back.

    `first` is the response before the indicators that the chosen one was put beside.
    """
    note = action.stands_as
    return {
        **({"note": str(note.pk)} if action.words else {}),
        "first": {"notes": first_of(action)},
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


def first_of(action: Action) -> list[str]:
    """The note of the first response behind a chosen one; none where there is nothing to tell."""
    response = getattr(action.stands_as, "response", None)
    return [str(response.instead_of.note_id)] if response and response.instead_of else []


def share(each: Share) -> dict[str, Any]:
    return {"owner": each.owner, "actions": each.actions}


def barriers(session: Session, actions: list[Action]) -> list[dict[str, Any]]:
    """All seven barriers, in the content's order, with the actions that meet each."""
    return [
        barrier(item.label, [each for each in actions if item.key in each.barriers])
        for item in said.tags(session)
    ]


def barrier(label: str, meeting: list[Action]) -> dict[str, Any]:
    """How many actions meet it, and their notes; the words of some may have been taken back."""
    notes = [str(each.stands_as.pk) for each in meeting if each.words]
    return {"label": label, "actions": len(meeting), "notes": notes}
