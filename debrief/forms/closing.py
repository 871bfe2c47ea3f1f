"""Tables of the last sections: parked, seen differently, pulse, cards, sources, all notes."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .cover import name_of
from .table import Cell, Notes, Snapshot, Table, yes_no


def parked(snapshot: Snapshot, notes: Notes) -> Table:
    """What was kept for later, and what becomes of it."""
    rows: list[list[Cell]] = []
    for number in snapshot["parked"]:
        settled = notes.all[number].get("settled", {})
        becomes = [settled.get("owner", ""), settled.get("dropped", "")]
        rows.append([number, notes.words(number), *becomes])
    columns = [_("Note"), _("Words"), _("Owner"), _("Dropped because")]
    return Table("parked", _("Parked"), columns, rows)


def differently(snapshot: Snapshot, notes: Notes) -> Table:
    """How many saw a note differently, and their sentences."""
    return Table(
        "seen-differently",
        _("Seen differently"),
        [_("Note"), _("Words"), _("People"), _("What they said")],
        [
            [number, each["text"], each["differently"], "\n".join(each["said"])]
            for number in snapshot["differently"]
            for each in [notes.all[number]]
        ],
    )


def pulse(snapshot: Snapshot) -> Iterator[Table]:
    """A question that fewer than three people answered has no counts."""
    columns = [_("Question"), _("Answer"), _("People")]
    for session in snapshot["pulse"]:
        rows = [row for question in session["questions"] for row in answers(question)]
        yield Table("pulse", _("Pulse"), columns, rows, name_of(session, snapshot["taking_part"]))


def answers(question: dict[str, Any]) -> list[list[Cell]]:
    if question["counts"] is None:
        return [[question["label"], _("Not shown: fewer than three people answered."), None]]
    return [[question["label"], each["label"], each["people"]] for each in question["counts"]]


def all_notes(snapshot: Snapshot, notes: Notes) -> Table:
    """Every note on the boards, once, by board and column, in the order of the board."""
    several = len(snapshot["taking_part"]) > 1
    return Table(
        "notes",
        _("All notes"),
        [
            *(_("Number"), _("Board"), _("Column"), _("Note"), _("Group")),
            *(_("Merged into"), _("Parked"), _("Seen differently by"), _("Entered for the room")),
        ],
        [
            [
                number,
                f"{board['title']}, {board['session']}" if several else board["title"],
                column["label"],
                *note(notes.all[number]),
            ]
            for board in snapshot["appendix"]
            for column in board["columns"]
            for number in column["notes"]
        ],
    )


def note(each: dict[str, Any]) -> list[Cell]:
    became = [each["merged_into"], yes_no(each["parked"]), each["differently"]]
    return [each["text"], each["group"], *became, yes_no(each["for_the_room"])]


def where_used(snapshot: Snapshot, notes: Notes) -> Table:
    """Which sections rest on which notes; a note that none rests on says so."""
    rows: list[list[Cell]] = []
    for number, each in notes.all.items():
        used = [place["label"] for place in each.get("used_in", [])]
        rows += [[number, each["text"], label] for label in used or [_("not used")]]
    has_trail = any("used_in" in each for each in notes.all.values())
    columns = [_("Note"), _("Words"), _("Where it is used")]
    return Table("where-used", _("Where notes are used"), columns, rows if has_trail else [])
