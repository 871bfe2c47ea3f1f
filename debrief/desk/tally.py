"""A number together with the workshops it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tally:
    """How many, and in how many workshops: no figure of the desk is told without the second."""

    number: int = 0
    seen_in: set[int] = field(default_factory=set)

    def add(self, number: int, workshop: int) -> None:
        """Count `number` more from this workshop; nothing counts as not seen there."""
        if number:
            self.number += number
            self.seen_in.add(workshop)

    @property
    def workshops(self) -> int:
        return len(self.seen_in)


@dataclass(frozen=True)
class Told:
    """What one released report says: its workshop's key, and its snapshot."""

    workshop: int
    snapshot: dict[str, Any]

    def parts(self, key: str) -> Iterable[dict[str, Any]]:
        """The data of an activity's part, once for each session in which it ran."""
        for part in self.snapshot["parts"]:
            if part["key"] == key and part["data"]:
                yield part["data"]
