"""What the templates of the plan ask: what may be said of an action, and what is."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.dateparse import parse_date

from workshops.models import Session
from workshops.viewers import Viewer

from ..models import Action
from ..models.plan import PlanLevel
from ..plan import said

register = template.Library()


@register.simple_tag
def action_form(
    session: Session, action: Action | None = None, typed: Any = None
) -> dict[str, Any]:
    """All that a form of an action offers, as it was `typed`, as it is kept, or of a new one."""
    kept = typed if typed is not None else as_typed(action)
    ticked = typed.getlist("barriers") if typed is not None else kept.get("barriers", [])
    return {
        "owner": kept.get("owner", ""),
        "due_on": kept.get("due_on", ""),
        "level": kept.get("level", ""),
        "levels": PlanLevel.choices,
        "stage": kept.get("stage", ""),
        "stages": [asked(stage, kept) for stage in said.stages(session)],
        "barriers": [
            {"key": item.key, "label": item.label, "ticked": item.key in ticked}
            for item in said.tags(session)
        ],
    }


def as_typed(action: Action | None) -> Mapping[str, Any]:
    """The fields of an action as its form sends them."""
    if action is None:
        return {}
    answers = {
        said.named(stage, place): text
        for stage, texts in action.answers.items()
        for place, text in enumerate(texts)
    }
    day = action.due_on.isoformat() if action.due_on else ""
    facts = {name: getattr(action, name) for name in ("owner", "level", "stage", "barriers")}
    return {**facts, **answers, "due_on": day}


def asked(stage: Any, kept: Mapping[str, Any]) -> dict[str, Any]:
    """A stage with its questions, each with the name of its field and what is answered."""
    questions = [
        {"name": name, "text": stage["questions"][place], "answer": kept.get(name, "")}
        for place in said.places(stage)
        for name in [said.named(stage.key, place)]
    ]
    return {"key": stage.key, "label": stage.label, "what": stage["what"], "questions": questions}


@register.simple_tag
def may_reword(action: Action, viewer: Viewer) -> bool:
    """Say whether this viewer may change the words of an action too, beside what is said of it."""
    note = action.note
    return action.is_own and (note.is_by(viewer) or note.was_entered_by_one_like(viewer))


@register.filter
def said_of(action: Action) -> list[dict[str, str]]:
    """The questions of an action's stage that were answered, with the answers."""
    return said.answered(action)


@register.filter
def day(text: str) -> Any:
    """A day as it stands in a report, for the date filter."""
    return parse_date(text)
