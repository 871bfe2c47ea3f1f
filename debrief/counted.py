"""The figures that two versions of a report are compared by.

Only what was written, sorted and decided is counted. Calls, votes, ratings, the pulse and people
are not: two counts with one person between them would tell of that person.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Data = dict[str, Any]


@dataclass(frozen=True)
class Count:
    """One figure: what it is called, in which section it stands, and how a part gives it."""

    key: str
    section: str
    activity: str
    words: str | Promise
    of: Callable[[Data], int]


def each(data: Data, *path: str) -> list[Data]:
    """The entries that lists within lists hold."""
    found = [data]
    for name in path:
        found = [entry for one in found for entry in one[name]]
    return found


def marked(mark: str) -> Callable[[Data], int]:
    return lambda data: data["marks"][mark]


COUNTS = (
    Count(
        "reasons",
        "diagnosis",
        "diagnosis",
        _("Reasons in the diagnosis"),
        lambda data: sum(one["reasons"] for one in data["descriptions"]),
    ),
    Count(
        "findings",
        "diagnosis",
        "diagnosis",
        _("Findings in the diagnosis"),
        lambda data: sum(bool(one["finding"]) for one in data["descriptions"]),
    ),
    Count(
        "stakeholders",
        "stakeholders",
        "stakeholders",
        _("Stakeholders"),
        lambda data: sum(one["number"] for one in data["kinds"]),
    ),
    Count(
        "missing",
        "stakeholders",
        "stakeholders",
        _("Missing voices"),
        lambda data: len(data["missing"]),
    ),
    Count("links", "map", "relationships", _("Links"), lambda data: len(data["links"])),
    Count(
        "map_findings",
        "map",
        "relationships",
        _("Findings of the map"),
        lambda data: len(data["findings"]),
    ),
    Count(
        "agreed",
        "indicators",
        "proxies",
        _("Indicators with an agreed proxy"),
        lambda data: data["agreed"],
    ),
    Count("gaps", "indicators", "proxies", _("Stated gaps"), lambda data: data["stated"]),
    Count("adopted", "added", "additions", _("Adopted indicators"), lambda data: data["adopted"]),
    Count(
        "responses",
        "scenario",
        "scenario",
        _("Responses to the scenario"),
        lambda data: len(each(data, "levels", "horizons", "responses")),
    ),
    Count("same", "changed", "debrief", _("Actions marked same"), marked("same")),
    Count("changed", "changed", "debrief", _("Actions marked changed"), marked("changed")),
    Count("new", "changed", "debrief", _("Actions marked new"), marked("new")),
    Count(
        "lessons", "changed", "debrief", _("Lessons"), lambda data: len(data["lessons"]["notes"])
    ),
    Count("risks", "risks", "debrief", _("Actions with a risk"), lambda data: len(data["risks"])),
    Count("actions", "plan", "plan", _("Actions in the plan"), lambda data: len(data["actions"])),
    Count(
        "without_owner",
        "plan",
        "plan",
        _("Actions without an owner"),
        lambda data: data["without_owner"],
    ),
)


def figures_of(snapshot: Data) -> dict[str, int]:
    """Return every figure that a snapshot has, over all of its sessions."""
    figures = {
        "notes": len(snapshot["notes"]),
        "parked": len(snapshot["parked"]),
        "differently": len(snapshot["differently"]),
    }
    for count in COUNTS:
        told = [one["data"] for one in snapshot["parts"] if one["key"] == count.activity]
        if any(told):
            figures[count.key] = sum(count.of(data) for data in told if data)
    return figures


def called() -> dict[str, tuple[str, str]]:
    """What each figure is called and in which section it stands, in the order of the report."""
    return {
        **{count.key: (str(count.words), count.section) for count in COUNTS},
        "parked": (str(_("Parked notes")), "contested"),
        "differently": (str(_("Notes seen differently")), "contested"),
        "notes": (str(_("Notes in all")), "appendix"),
    }
