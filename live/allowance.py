"""How fast someone may go: so many at once, and so many a second after that."""

from math import ceil
from time import monotonic


class Allowance:
    """A bucket that fills by `a_second` up to `at_once`."""

    def __init__(self, at_once: float, a_second: float) -> None:
        self.at_once, self.a_second = at_once, a_second
        self._left, self._counted = float(at_once), monotonic()

    def take(self) -> bool:
        """Take one; False when there is none, and then nothing is taken."""
        left = self.left()
        self._left, self._counted = left - (left >= 1), monotonic()
        return left >= 1

    def left(self) -> float:
        """How many could be taken now."""
        earned = (monotonic() - self._counted) * self.a_second
        return min(self.at_once, self._left + earned)

    def wait(self) -> int:
        """Whole seconds until one can be taken, at least one."""
        return max(1, ceil((1 - self.left()) / self.a_second))


class Allowances:
    """One allowance for each name, kept in this process for as long as it is not full again."""

    MOST_KEPT = 10_000

    def __init__(self, at_once: float, a_second: float) -> None:
        self.at_once, self.a_second = at_once, a_second
        self._kept: dict[str, Allowance] = {}

    def of(self, name: str) -> Allowance:
        """Return the allowance of `name`."""
        if len(self._kept) >= self.MOST_KEPT:
            self._forget_full_ones()
        return self._kept.setdefault(name, Allowance(self.at_once, self.a_second))

    def forget(self) -> None:
        """Forget everyone."""
        self._kept.clear()

    def _forget_full_ones(self) -> None:
        used = {name: one for name, one in list(self._kept.items()) if one.left() < one.at_once}
        self._kept = used
