"""Tables of what the report says of itself: its cover, its parts, who came, the time it took."""

from collections.abc import Iterator
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from .table import Cell, Snapshot, Table


def about(snapshot: Snapshot) -> Table:
    """Which workshop, which version, and whether it is still a draft."""
    workshop = snapshot["workshop"]
    draft = snapshot.get("draft", True)
    rows: list[list[Cell]] = [
        [_("Workshop"), workshop["title"]],
        [_("Why it was called"), workshop["use_case"]],
        [_("Place"), workshop["place"]],
        *([_("Date"), day(moment)] for moment in workshop["dates"]),
        [_("Facilitated by"), ", ".join(workshop["facilitators"])],
        [_("Version"), snapshot["version"]],
        [_("State"), _("Draft: not released") if draft else _("Released")],
        [_("From the boards as they were"), parse_datetime(snapshot["taken_at"])],
        [_("Marking"), workshop["marking"]],
        [_("Method"), workshop["content"]],
    ]
    told = [row for row in rows if row[1] not in ("", None)]
    return Table("about", _("About this report"), [_("What"), _("Said")], told)


def day(moment: str) -> Any:
    found = parse_datetime(moment)
    return found.date() if found else None


def activities(snapshot: Snapshot) -> Iterator[Table]:
    """What was run, and what was not."""
    words = {"ran": _("ran"), "left_out": _("left out"), "not_reached": _("not reached")}
    for part in snapshot["parts"]:
        how = words[part["state"]]
        if part["state"] == "ran" and not part["data"]:
            how = _("run as talk, without a board")
        columns = [_("Activity"), _("What became of it")]
        rows: list[list[Cell]] = [[part["title"], how]]
        yield Table("activities", _("Activities"), columns, rows, part["session"])


def people(snapshot: Snapshot) -> Iterator[Table]:
    """Who took part, by kind only where that singles nobody out; then who agreed to be named."""
    for group in snapshot["taking_part"]:
        session = name_of(group, snapshot["taking_part"])
        columns = [_("Where they speak from"), _("People"), _("Remark")]
        yield Table("people", _("Who took part"), columns, list(kinds(group)), session)
        stages: list[list[Cell]] = [[each["stage"], each["people"]] for each in group["stages"]]
        columns = [_("Stage"), _("People")]
        yield Table("stages", _("People in each stage"), columns, stages, session)
        names: list[list[Cell]] = [[name] for name in group["named"]]
        yield Table("named", _("Named because they agreed"), [_("Name")], names, session)


def kinds(group: dict[str, Any]) -> Iterator[list[Cell]]:
    """Each kind that may be told, those told together, all, and how many were expected."""
    for each in group["shown"]:
        empty = _("an empty seat") if each["kind"] in group["empty"] else ""
        yield [each["kind"], each["people"], empty]
    if counted := group["together"]["people"]:
        why = _("counted together, because a group was smaller than three")
        yield [", ".join(group["together"]["kinds"]), counted, why]
    yield [_("All"), group["total"], ""]
    if group["expected"]:
        yield [_("Expected"), group["expected"], ""]


def timing(snapshot: Snapshot) -> Iterator[Table]:
    """Planned and actual minutes of each step; nothing for a step that did not run."""
    columns = [_("Step"), _("Planned minutes"), _("Took minutes"), _("Remark")]
    for each in snapshot["timing"]:
        rows = [step(row) for row in each["rows"]]
        yield Table("timing", _("Timing"), columns, rows, name_of(each, snapshot["timing"]))


def step(row: dict[str, Any]) -> list[Cell]:
    missing = _("left out") if row["state"] == "skipped" else _("not reached")
    return [row["label"], row["planned"], row["actual"], missing if row["actual"] is None else ""]


def name_of(each: dict[str, Any], of: list[dict[str, Any]]) -> str:
    """Which session it was; nothing where there was only one."""
    return each["session"] if len(of) > 1 else ""
