"""Indicators by proxies: which are agreed, which wait for a call, and where there is a gap."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from boards.models import Board, Column, Note

from ..models import Gap, Indicator
from ..models.proxy import State

AGREED, GAP, WAITS, NONE = "agreed", "gap", "waits", "none"


@dataclass
class Row:
    """One indicator. `places` are the columns of what was written for it: its own, and those of
    indicators that were merged into it since. `standings` are those of its proxies."""

    indicator: Indicator
    column: Column
    places: list[Column]
    standings: list[State]
    is_gap: bool
    pairs: list[Any] = field(default_factory=list)

    @property
    def state(self) -> str:
        """A proxy is agreed; else a gap was stated; else one waits for a call; else none."""
        if State.AGREED in self.standings:
            return AGREED
        if self.is_gap:
            return GAP
        unsettled = {State.PROPOSED, State.TO_CHANGE} & set(self.standings)
        return WAITS if unsettled else NONE

    @property
    def live_key(self) -> str:
        return f"gap-{self.column.pk}"

    @property
    def number(self) -> str:
        """As the ten are numbered; an added one has a plus."""
        return "+" if self.indicator.is_added else str(self.indicator.item.order)

    @property
    def label(self) -> str:
        return self.indicator.label

    @property
    def asks(self) -> str:
        return str(self.indicator.item["prompt"])


class Grid:
    """The rows of a board, in the group's order: those in use, and those that were `set_aside`."""

    def __init__(self, board: Board, columns: list[Column] | None = None) -> None:
        self.board = board
        everything = list(Indicator.of(board.session.workshop))
        self.by_pk = {each.pk: each for each in everything}
        self.columns = {each.key: each for each in columns or board.columns.all()}
        self.gaps = set(
            Gap.objects.filter(session=board.session).values_list("indicator", flat=True)
        )
        self.standings = standings_on(board)
        standing = [row for each in everything if (row := self._row(each))]
        self.rows = [row for row in standing if not row.indicator.set_aside_because]
        self.set_aside = [row for row in standing if row.indicator.set_aside_because]

    @property
    def not_in_use(self) -> list[Indicator]:
        """Those set aside or merged: whoever had chosen one of them is told, not moved."""
        mine = [each for each in self.by_pk.values() if each.key in self.columns]
        return [each for each in mine if each.merged_into_id or each.set_aside_because]

    @property
    def has_pairs(self) -> bool:
        return any(row.pairs for row in self.rows)

    def row(self, key: str) -> Row | None:
        """The row in which the notes of a column stand."""
        rows = [*self.rows, *self.set_aside]
        return next((row for row in rows if key in [each.key for each in row.places]), None)

    def in_state(self, state: str) -> list[Row]:
        return [row for row in self.rows if row.state == state]

    @property
    def agreed(self) -> list[Row]:
        return self.in_state(AGREED)

    @property
    def stated_gaps(self) -> list[Row]:
        return self.in_state(GAP)

    @property
    def waiting(self) -> list[Row]:
        return self.in_state(WAITS)

    @property
    def empty(self) -> list[Row]:
        return self.in_state(NONE)

    @property
    def open(self) -> list[Row]:
        """Those with neither an agreed proxy nor a stated gap."""
        return [row for row in self.rows if row.state in (WAITS, NONE)]

    def _row(self, indicator: Indicator) -> Row | None:
        if indicator.merged_into_id or indicator.key not in self.columns:
            return None
        keys = [each.key for each in self._family(indicator) if each.key in self.columns]
        return Row(
            indicator,
            self.columns[indicator.key],
            [self.columns[key] for key in keys],
            [standing for key in keys for standing in self.standings[key]],
            indicator.pk in self.gaps,
        )

    def _family(self, indicator: Indicator) -> list[Indicator]:
        found = [indicator]
        for each in found:  # which grows as it is read
            found += [other for other in self.by_pk.values() if other.merged_into_id == each.pk]
        return found


def standings_on(board: Board) -> dict[str, list[State]]:
    """How the proxies stand that stand on the board, by the key of their column."""
    found: dict[str, list[State]] = defaultdict(list)
    notes = Note.objects.standing().filter(column__board=board, proxy__isnull=False)
    for key, state, parked in notes.values_list("column__key", "proxy__state", "parked"):
        found[key].append(State.PARKED if parked else State(state))
    return found
