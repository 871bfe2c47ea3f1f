"""Tables of the action plan: actions, who owns them, what stands in the way, next steps."""

from collections.abc import Iterator
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table


def plan(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """What will be done, who does it, what is in the way, what comes next."""
    yield actions(data["actions"], notes)
    yield Table(
        "action-answers",
        _("What was asked of the actions"),
        [_("Note"), _("Action"), _("Question"), _("Answer")],
        [
            [*named(each, notes), said["question"], said["answer"]]
            for each in data["actions"]
            for said in each["answers"]
        ],
    )
    yield ownership(data)
    yield Table(
        "barriers",
        _("Barriers"),
        [_("What stands in the way"), _("Actions")],
        [[each["label"], each["actions"]] for each in data["barriers"] if data["actions"]],
    )
    yield next_steps(data)


def actions(planned: list[dict[str, Any]], notes: Notes) -> Table:
    """In the order of the board, then people's own: votes are no ranking."""
    return Table(
        "action-plan",
        _("Action plan"),
        [
            *(_("Note"), _("Action"), _("Whose"), _("Votes"), _("Level"), _("Owner"), _("By")),
            *(_("Step"), _("Indicators"), _("Barriers")),
        ],
        [action(each, notes) for each in planned],
    )


def action(each: dict[str, Any], notes: Notes) -> list[Cell]:
    """Votes are empty where nobody voted on it, or voting was not closed."""
    whose = _("Someone’s own action") if each["own"] else _("Chosen by the group")
    due = parse_date(each["due_on"])
    who = [each["votes"], each["level"], each["owner"], due, each["stage"]]
    behind = ["; ".join(each["indicators"]), "; ".join(each["barriers"])]
    return [*named(each, notes), whose, *who, *behind]


def named(each: dict[str, Any], notes: Notes) -> list[Cell]:
    """The note of an action and its words, which may have gone."""
    if number := each.get("note", ""):
        return [number, notes.words(number)]
    return ["", _("Taken back by its writer")]


def ownership(data: dict[str, Any]) -> Table:
    """How many actions each owner has, and how many have none."""
    rows: list[list[Cell]] = [[each["owner"], each["actions"]] for each in data["owners"]]
    if data["without_owner"]:
        rows.append([_("no owner yet"), data["without_owner"]])
    return Table("ownership", _("Who owns the actions"), [_("Owner"), _("Actions")], rows)


def next_steps(data: dict[str, Any]) -> Table:
    """The recommendations that were picked, and the day on which the group looks again."""
    rows: list[list[Cell]] = [[each["label"], each["prompt"]] for each in data["next_steps"]]
    if data["review_on"]:
        rows.append([_("The group looks again"), parse_date(data["review_on"])])
    return Table("next-steps", _("Next steps"), [_("Next step"), _("What it asks")], rows)
