"""How many actions the group marked same, changed or new, and what share that makes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Marks:
    """Counts of marks. Those without a mark are counted apart and are in no share."""

    same: int = 0
    changed: int = 0
    new: int = 0
    unmarked: int = 0

    @classmethod
    def counted(cls, marks: Iterable[str]) -> "Marks":
        """Count marks, each same, changed, new or empty."""
        found = Counter(marks)
        return cls(found["same"], found["changed"], found["new"], found[""])

    @property
    def marked(self) -> int:
        return self.same + self.changed + self.new

    @property
    def total(self) -> int:
        return self.marked + self.unmarked

    @property
    def made_different(self) -> int:
        """How many are changed or new."""
        return self.changed + self.new

    @property
    def share(self) -> int | None:
        """Changed or new in per cent of those marked, halves up; None while none is marked.

        Domain brief 6, row 12: 5 same, 4 changed and 3 new give 7 of 12, 58.
        """
        if not self.marked:
            return None
        return (200 * self.made_different + self.marked) // (2 * self.marked)

    @property
    def all_same(self) -> bool:
        """Say whether every action is marked, and every mark is the same."""
        return bool(self.same) and self.same == self.total

    def as_data(self) -> dict[str, Any]:
        """For the report, whose figures are counted here and nowhere else."""
        names = ("same", "changed", "new", "unmarked", "marked", "total", "made_different", "share")
        return {name: getattr(self, name) for name in names}
