from collections.abc import Mapping
from typing import NamedTuple

from .rooms import Position

MOST_DIGITS = 18


class Asked(NamedTuple):
    """What a browser says that it has: everything up to `since` in the life `epoch`."""

    epoch: str
    since: int

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Asked":
        """Read ?epoch=&since=; both left out means from the beginning. ValueError in words."""
        epoch, since = query.get("epoch", ""), query.get("since", "") or "0"
        if not (since.isascii() and since.isdigit() and len(since) <= MOST_DIGITS):
            raise ValueError("since must be a whole number, 0 or more")
        if int(since) and not epoch:
            raise ValueError("since needs the epoch that it was counted in")
        return cls(epoch, int(since))

    def is_lost(self, where: Position) -> bool:
        """Was this counted in another life of the database? Then the page must be loaded again."""
        return self.epoch not in ("", where.epoch) or self.since > where.head
