"""Tables of the scenario: the stories, and what people would do, first and with the indicators."""

from collections.abc import Iterator
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table


def first_response(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """What was said first, where that had a step of its own."""
    yield responses("first-responses", _("First responses"), data["firsts"], notes)


def scenario(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """The story, who played whom, what was said first where that had no step, and what then."""
    yield stories(data["stories"])
    yield Table(
        "played",
        _("Played by someone else"),
        [_("Level"), _("People")],
        [[each["level"], each["people"]] for each in data["played"]],
    )
    yield responses("first-responses", _("First responses"), data["firsts"], notes)
    yield responses("responses", _("Responses with the indicators"), data["levels"], notes)


def stories(told: list[dict[str, Any]]) -> Table:
    """A twist that nobody was told is not told here."""
    return Table(
        "stories",
        _("Scenario"),
        [
            *(_("Table"), _("Title"), _("Story"), _("Facts")),
            *(_("Asked of local government"), _("Asked of national government")),
            *(_("Twist"), _("Revealed")),
        ],
        [
            [
                each["table"] or None,
                each["title"],
                each["story"],
                "\n".join(each["facts"]),
                *each["questions"],
                each["twist"],
                parse_datetime(each["twist_at"]),
            ]
            for each in told
        ],
    )


def responses(name: str, title: str, levels: list[dict[str, Any]], notes: Notes) -> Table:
    """A row for each response, local first; notes of other responses are named by number."""
    return Table(
        name,
        title,
        [
            *(_("Level"), _("By when"), _("Note"), _("Response"), _("Owner"), _("Indicators")),
            *(_("Kept as it was"), _("Was at first"), _("Table")),
        ],
        [
            [level["label"], horizon["label"], *response(each, notes)]
            for level in levels
            for horizon in level["horizons"]
            for each in horizon["responses"]
        ],
    )


def response(each: dict[str, Any], notes: Notes) -> list[Cell]:
    said = [each["note"], notes.words(each["note"]), each["owner"], "; ".join(each["indicators"])]
    kept = ", ".join(each["keeps"]["notes"])
    return [*said, kept, notes.quoted(each["before"]["notes"]), each["table"] or None]
