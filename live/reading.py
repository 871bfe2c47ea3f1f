"""Reading changes back from the database, each thread with one connection that it keeps."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from django.db import Error, connection

from .frames import Frame, Row, cut, encoded
from .models import SERVER, Change

MOST_ROWS = 400  # in one query, more than any one key has audiences

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Stretch:
    """All changes of a room from `since` to `upto`, whoever may see them."""

    epoch: str
    since: int
    upto: int
    head: int
    rows: list[Row]
    _frames: dict[frozenset[str], Frame] = field(default_factory=dict)

    def frame(self, audiences: frozenset[str]) -> Frame:
        """Return the frame for these audiences; those who see the same share the same text."""
        seen = (audiences & {row.audience for row in self.rows}) - {SERVER}
        if seen not in self._frames:
            rows = [row for row in self.rows if row.audience in seen]
            self._frames[seen] = cut(self.epoch, self.since, self.upto, self.head, rows)
        return self._frames[seen]

    def revoked(self) -> set[str]:
        """Return the identities that lost their right to look on in this stretch."""
        return {row.key.removeprefix("revoke:") for row in self.rows if row.audience == SERVER}


def read_stretch(
    room_key: str, epoch: str, since: int, head: int, audiences: frozenset[str] | None = None
) -> Stretch:
    """Read the changes after `since` up to `head`, or the first few hundred of them."""
    changes = Change.objects.filter(room__key=room_key, seq__gt=since, seq__lte=head)
    if audiences is not None:
        changes = changes.filter(audience__in=audiences)
    found = list(
        changes.order_by("seq").values_list(
            "seq", "key", "audience", "html", "gone", "into", "order", "fetch"
        )[: MOST_ROWS + 1]
    )
    upto = head
    if len(found) > MOST_ROWS:  # the last seq may have more rows than were read
        found = [one for one in found if one[0] < found[-1][0]]
        upto = found[-1][0]
    rows = [encoded(*one) for one in found]
    return Stretch(epoch, since, upto, head, rows)


class Reader:
    """One thread with one database connection, asked from the event loop."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def ask(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `call(...)`, made in the reader's thread in order of asking."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: self._call(call, *args, **kwargs))

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        self._thread.submit(lambda: connection.close()).result()

    def _call(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return call(*args, **kwargs)
        except Error:
            connection.close()
            raise


changes = Reader("live-changes")
rights = Reader("live-rights")
