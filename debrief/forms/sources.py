"""Tables of the method: the cards that were shown, a case's figures, the works, the credits."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .table import Cell, Snapshot, Table


def method(snapshot: Snapshot) -> Iterator[Table]:
    """What was shown, what it rests on, and who is owed credit."""
    yield cards(snapshot["cards"])
    yield Table(
        "case-figures",
        _("Figures of the cases shown"),
        [
            *(_("Case"), _("What was measured"), _("Value"), _("Redesigned")),
            *(_("Unit"), _("Remark"), _("Source")),
        ],
        [row for card in snapshot["cards"] for row in figures(card)],
    )
    yield Table(
        "works",
        _("Works"),
        [_("Title"), _("Who"), _("Year"), _("Kind")],
        [
            [each["label"], each["publisher"], each["year"], each["kind"]]
            for each in snapshot["sources"]["works"]
        ],
    )
    yield credits_and_licences(snapshot["sources"])


def cards(shown: list[dict[str, Any]]) -> Table:
    """Each card once, with where and in which steps it was shown."""
    before = _("before the start")
    return Table(
        "cards",
        _("Cards shown"),
        [
            *(_("Card"), _("Text"), _("Question"), _("Source")),
            *(_("Where"), _("In which steps")),
        ],
        [
            [
                card["title"],
                card["text"],
                card["question"],
                card["source"],
                ", ".join(card["places"]),
                ", ".join(step or before for step in card["steps"]),
            ]
            for card in shown
        ],
    )


def figures(card: dict[str, Any]) -> Iterator[list[Cell]]:
    """A case's figures as its source gives them; those worked out from them say so."""
    for name in ("before_after", "facts", "derived"):
        for row in card[name]:
            said = _("worked out from the others") if name == "derived" else row.get("note", "")
            value = [row["label"], row["value"], row.get("after"), row.get("unit", "")]
            yield [card["title"], *value, said, card["source"]]


def credits_and_licences(sources: dict[str, Any]) -> Table:
    """Each line of thanks, then each licence."""
    lines = [(_("Credit"), line) for line in sources["credits"]]
    lines += [(_("Licence"), line) for line in sources["licence"]]
    rows: list[list[Cell]] = [[kind, line] for kind, line in lines]
    return Table("credits", _("Credits and licences"), [_("What"), _("Words")], rows)
