"""Tables of what the indicators changed: marks, what was counted, lessons, the risks."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table


def difference(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """The marks are the group's own; what was counted stands beside them and corrects none."""
    yield marks(data["marks"])
    yield marked(data["actions"], notes)
    yield counted(data["difference"]["levels"])
    yield compared(data["difference"]["lines"], notes)
    yield Table(
        "lessons",
        _("Lessons"),
        [_("Note"), _("Lesson")],
        [[number, notes.words(number)] for number in data["lessons"]["notes"]],
    )
    yield risks(data["risks"], notes)


def words_of_marks() -> dict[str, str]:
    return {"same": _("Same"), "changed": _("Changed"), "new": _("New"), "": _("no mark")}


def marks(counts: dict[str, Any]) -> Table:
    """How many actions have each mark."""
    words = words_of_marks()
    rows: list[list[Cell]] = [[words[key], counts[key]] for key in ("same", "changed", "new")]
    rows.append([words[""], counts["unmarked"]])
    made = [_("Changed or new, of those marked"), counts["made_different"]]
    rows += [made, [_("All that were marked"), counts["marked"]]]
    return Table("marks", _("Marks"), [_("Mark"), _("Actions")], rows if counts["total"] else [])


def marked(actions: list[dict[str, Any]], notes: Notes) -> Table:
    """Each action with its mark."""
    words = words_of_marks()
    return Table(
        "marked-actions",
        _("Actions by their mark"),
        [
            *(_("Note"), _("Action"), _("Mark"), _("Indicators")),
            *(_("Level"), _("By when"), _("Owner")),
        ],
        [
            [
                each["note"],
                notes.words(each["note"]),
                words[each["mark"]],
                "; ".join(each["indicators"]),
                each["level"],
                each["horizon"],
                each["owner"],
            ]
            for each in actions
        ],
    )


def words_of_changes() -> dict[str, str]:
    """What was counted of an action, by the key of the change."""
    return {
        "kept": _("As at first"),
        "reworded": _("Reworded"),
        "moved": _("Moved in time"),
        "reowned": _("Another owner"),
        "added": _("Added"),
        "dropped": _("Dropped"),
        "untold": _("Its first words have gone"),
        "uncompared": _("Nothing to compare"),
    }


def counted(levels: list[dict[str, Any]]) -> Table:
    """How many actions of each level differ in which way."""
    words = words_of_changes()
    return Table(
        "difference-counted",
        _("What differs, counted"),
        [_("Level"), *words.values()],
        [
            [level["label"], *(level["counts"][change] for change in words)]
            for level in levels
            if level["is_told"]
        ],
    )


def compared(lines: list[dict[str, Any]], notes: Notes) -> Table:
    """A row for each action that is not as it was."""
    return Table(
        "difference",
        _("What differs"),
        [
            *(_("What differs"), _("Level"), _("By when"), _("At first"), _("By when at first")),
            *(_("Owner at first"), _("With the indicators"), _("Owner"), _("Indicators")),
        ],
        [line(each, notes) for each in lines],
    )


def line(each: dict[str, Any], notes: Notes) -> list[Cell]:
    """One action: what differs, what it was, what it is."""
    words = words_of_changes()
    what = ", ".join(words[change] for change in each["changes"])
    was = [notes.quoted(each["before"]["notes"]), each["was_by"], each["was_owned_by"]]
    now = [notes.quoted(each["after"]["notes"]), each["owner"], "; ".join(each["indicators"])]
    return [what, each["level"], each["horizon"], *was, *now]


def risks(told: list[dict[str, Any]], notes: Notes) -> Table:
    """A row for each risk that was written."""
    boxes = {"if_we_act": _("If we act"), "if_we_do_nothing": _("If we do nothing")}
    return Table(
        "risks",
        _("The risk of doing nothing"),
        [_("Action"), _("When"), _("Note"), _("Risk")],
        [
            [notes.quoted(each["action"]["notes"]), when, number, notes.words(number)]
            for each in told
            for box, when in boxes.items()
            for number in each[box]["notes"]
        ],
    )
