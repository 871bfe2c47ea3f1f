"""What a form says of an action, checked; and what is known of a response when it is chosen."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from boards.models import Note
from boards.text import fit
from workshops.content.reading import Item
from workshops.models import Session
from workshops.refusals import NotFit
from workshops.text import is_blank

from ..story.said import owner

if TYPE_CHECKING:
    from ..models import Action

LONGEST_ANSWER = 280


def checked(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an Action, or NotFit. `said` is a form: see `named` for its answers."""
    from ..models.plan import PlanLevel, Stage

    return {
        "level": one_of(said.get("level", ""), PlanLevel.values),
        "owner": owner(said.get("owner", "")),
        "due_on": day(said.get("due_on", "")),
        "stage": one_of(said.get("stage", ""), Stage.values),
        "answers": answers(session, said),
        "barriers": barriers(session, said),
    }


def one_of(given: str, choices: list[str]) -> str:
    """One of `choices`, or nothing."""
    if given and given not in choices:
        raise NotFit(_("Choose one of those on the list."))
    return given


def day(given: str) -> date | None:
    """A day as a browser sends it, or nothing."""
    if is_blank(given):
        return None
    try:
        found = parse_date(given.strip())
    except ValueError:  # the 31st of a month of 30 days
        found = None
    if found is None:
        raise NotFit(_("Write the date as year, month and day: 2026-12-03."))
    return found


def answers(session: Session, said: Mapping[str, Any]) -> dict[str, list[str]]:
    """By stage the answers to its questions, in their order; stages without any are left out."""
    found = {
        stage.key: [answer(said.get(named(stage.key, place), "")) for place in places(stage)]
        for stage in stages(session)
    }
    return {stage: texts for stage, texts in found.items() if any(texts)}


def stages(session: Session) -> list[Item]:
    """Check, plan and do, each with its `questions` (domain brief 4.3)."""
    return session.workshop.content.items("check_plan_do")


def places(stage: Item) -> range:
    return range(len(stage["questions"]))


def named(stage: str, place: int) -> str:
    """What the field of an answer is called in a form."""
    return f"{stage}-{place}"


def answer(given: str) -> str:
    return "" if is_blank(given) else fit(given, LONGEST_ANSWER)


def barriers(session: Session, said: Mapping[str, Any]) -> list[str]:
    """The keys of the barriers that were ticked, in the content's order."""
    known = [item.key for item in tags(session)]
    ticked = said.getlist("barriers") if hasattr(said, "getlist") else said.get("barriers", [])
    if set(ticked) - set(known):
        raise NotFit(_("Choose one of those on the list."))
    return [key for key in known if key in ticked]


def tags(session: Session) -> list[Item]:
    """The barriers that an action may be tagged with (domain brief 4.5)."""
    return [item for item in session.workshop.content.items("barriers") if item["action_tag"]]


def answered(action: "Action") -> list[dict[str, str]]:
    """The questions of an action's stage that were answered, each with its answer."""
    stage = next((each for each in stages(action.session) if each.key == action.stage), None)
    if stage is None:
        return []
    pairs = zip(stage["questions"], action.answers.get(action.stage, []), strict=False)
    return [{"question": question, "answer": answer} for question, answer in pairs if answer]


def first_said_of(note: Note) -> dict[str, Any]:
    """What a response brings with it: its level, and its owner if it has one."""
    level, _dash, _horizon = note.column.key.partition("-")
    return {"level": level, "owner": note.response.owner}
