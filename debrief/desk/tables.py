"""The figures across workshops as tables of plain values, for files of commas."""

from django.utils.translation import gettext as _

from ..forms.table import Cell, Table
from .across import Across
from .shelf import Entry
from .signs import Sign


def ratings(across: Across) -> Table:
    """One row for each kind of people and indicator; the words stand in the scale's order."""
    words = list(dict.fromkeys(word for row in across.rated for word in row.words))
    columns = [_("Where they speak from"), _("Indicator"), _("Weakest in workshops"), *words]
    rows: list[list[Cell]] = [
        [
            row.kind or _("Everyone"),
            called(row.sign),
            row.weakest.workshops,
            *(row.words[word] for word in words),
            row.answers.workshops,
        ]
        for row in across.rated
    ]
    return Table(
        "ratings", _("Indicators by where people speak from"), [*columns, from_workshops()], rows
    )


def proxies(across: Across) -> Table:
    """One row for each indicator, one column for each kind of proxy that was agreed."""
    kinds = sorted({kind for row in across.agreed for kind in row.kinds})
    rows: list[list[Cell]] = [
        [
            called(row.sign),
            *(row.kinds[kind].number if kind in row.kinds else 0 for kind in kinds),
            row.gaps,
            row.workshops,
        ]
        for row in across.agreed
    ]
    columns = [_("Indicator"), *kinds, _("None agreed in workshops"), from_workshops()]
    return Table("proxies", _("Proxies agreed"), columns, rows)


def barriers(across: Across) -> Table:
    rows: list[list[Cell]] = [
        [row.label, row.actions.number, row.actions.workshops] for row in across.barriers
    ]
    columns = [_("Barrier"), _("Actions that meet it"), from_workshops()]
    return Table("barriers", _("Barriers named"), columns, rows)


def added(across: Across) -> Table:
    rows: list[list[Cell]] = [[row.label, row.decided, row.policy_area] for row in across.added]
    columns = [_("Indicator"), _("Decision"), _("Workshop")]
    return Table("added", _("Added indicators proposed"), columns, rows)


def index(entries: list[Entry], files: dict[int, str]) -> Table:
    """The list in a parcel: which file is which report (`files` by the workshop's key)."""
    rows: list[list[Cell]] = [
        [
            files[each.workshop],
            each.title,
            each.place,
            ", ".join(day.isoformat() for day in each.dates),
            each.use_case,
            each.cover["marking"],
            each.version,
            each.released_at.isoformat(timespec="seconds"),
        ]
        for each in entries
    ]
    columns = [
        _("File"),
        _("Policy area"),
        _("Place"),
        _("Dates"),
        _("Why it was called"),
        _("Marking"),
        _("Version"),
        _("Released"),
    ]
    return Table("reports", _("Reports"), columns, rows)


def called(sign: Sign) -> str:
    return _("Added indicators") if sign.is_added else f"{sign.number} {sign.label}"


def from_workshops() -> str:
    return _("From workshops")


TABLES = {each.__name__: each for each in (ratings, proxies, barriers, added)}
