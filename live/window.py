from collections import deque

from .limits import WINDOW_BYTES as MOST_BYTES
from .limits import WINDOW_FRAMES as MOST_FRAMES


class Window:
    """How much a socket may be sent before it acknowledges.

    It is what bounds the memory that a browser which never reads can cost.
    """

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, int]] = deque()
        self._bytes = 0

    @property
    def is_open(self) -> bool:
        """May another frame be sent?"""
        return len(self._waiting) < MOST_FRAMES and self._bytes < MOST_BYTES

    def sent(self, head: int, size: int) -> None:
        """Count a frame that ends at `head`."""
        self._waiting.append((head, size))
        self._bytes += size

    def acknowledge(self, have: int) -> bool:
        """Take out the frames that end at or before `have`; say whether there were any."""
        waited = len(self._waiting)
        while self._waiting and self._waiting[0][0] <= have:
            self._bytes -= self._waiting.popleft()[1]
        return len(self._waiting) < waited
