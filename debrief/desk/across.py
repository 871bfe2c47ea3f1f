"""Figures across workshops, counted from what their released reports say and nothing else.

They are counts, each with the workshops it comes from. Places are not compared, nothing is
added up to a mark, and what one report withholds of a small group is missing here too.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..models import Report
from .counted import Added, Agreed, Barrier, added_in, agreed_in, barriers_in
from .ratings import Rated, rated_in
from .tally import Told

# All that is counted here; the rest of a snapshot is not kept in memory.
COUNTED = {"indicators", "proxies", "plan", "additions"}


@dataclass(frozen=True)
class Across:
    """What several released reports say together, and how many they are."""

    workshops: int
    rated: list[Rated]
    agreed: list[Agreed]
    barriers: list[Barrier]
    added: list[Added]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Across":
        """Count over these reports, each of another workshop."""
        told = [told_by(report) for report in reports]
        return cls(
            workshops=len(told),
            rated=rated_in(told),
            agreed=agreed_in(told),
            barriers=barriers_in(told),
            added=added_in(told),
        )

    @property
    def rated_by_kind(self) -> list[tuple[str, list[Rated]]]:
        """The ratings by where people speak from; everyone's have no kind."""
        groups = groupby(self.rated, key=lambda row: row.kind)
        return [(kind, list(rows)) for kind, rows in groups]

    @property
    def decided(self) -> list[tuple[str, int]]:
        """What became of the added indicators, each decision with its number."""
        return sorted(Counter(each.decided for each in self.added).items())

    @property
    def is_empty(self) -> bool:
        return not (self.rated or self.agreed or self.barriers or self.added)


def told_by(report: Report) -> Told:
    parts = [part for part in report.snapshot["parts"] if part["key"] in COUNTED]
    return Told(report.workshop_id, {"workshop": report.snapshot["workshop"], "parts": parts})
