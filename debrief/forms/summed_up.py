"""Tables of the page that most people read: what was found, and what else stands there."""

from collections.abc import Iterator
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from .table import Cell, Notes, Snapshot, Table


def one_page(snapshot: Snapshot, notes: Notes) -> Iterator[Table]:
    """What the facilitators found, then what was taken from other sections."""
    told = snapshot.get("one_page") or {}
    yield Table(
        "findings",
        _("Main findings"),
        [_("Finding"), _("In a sentence"), _("Notes")],
        [
            [each["line"], each["sentence"], notes.quoted(each["notes"])]
            for each in told.get("findings", [])
        ],
    )
    pieces: list[list[Cell]] = [[what, said] for what, said in said_there(told, notes)]
    yield Table("one-page", _("On one page"), [_("What"), _("Said")], pieces)


def said_there(told: dict[str, Any], notes: Notes) -> Iterator[tuple[str, Cell]]:
    """What stands there beside the findings; the figures are those of their own tables."""
    if changed := told.get("changed"):
        yield _("Actions changed or new"), changed["made_different"]
        yield _("Actions that were marked"), changed["marked"]
    if actions := told.get("actions"):
        yield _("Top actions"), notes.quoted(each["note"] for each in actions)
    if gap := told.get("gap"):
        yield _("Widest gap"), widest(gap)
    if bare := told.get("without_proxy"):
        named = "\n".join(f"{each['number']} {each['label']}" for each in bare["indicators"])
        yield _("Indicators without a proxy"), named or _("none")
    if missing := told.get("missing"):
        yield _("Missing voices"), notes.quoted(each["note"] for each in missing)
    if (look := told.get("next_look")) and look["on"]:
        yield _("Next look"), parse_date(look["on"])


def widest(gap: dict[str, Any]) -> str:
    """Which kinds nobody links, or which two see one indicator most differently."""
    if gap["from"] == "map":
        return f"{gap['where']}: {gap['says']}"
    least, most = (" / ".join(gap[f"{side}_said"]) for side in ("least", "most"))
    where = f"{gap['number']} {gap['label']}"
    return f"{where}. {gap['least']}: {least}. {gap['most']}: {most}."
