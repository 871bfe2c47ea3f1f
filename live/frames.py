"""Frames: what a viewer has not seen yet, complete from `since` to `head`."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .clock import now_ms

MOST_BYTES = 128 * 1024  # of the changes in one frame; Daphne refuses frames over 1 MiB


class Row(NamedTuple):
    """A change as it was read: `text` is its JSON, made once however many read it."""

    seq: int
    key: str
    audience: str
    gone: bool
    text: str
    size: int


@dataclass(frozen=True)
class Frame:
    """One message to a viewer; `more` says that the room's head is further on."""

    epoch: str
    since: int
    head: int
    more: bool
    changes: str = ""

    def text(self) -> str:
        """Return the message with the server's time of this moment in it."""
        more = "true" if self.more else "false"
        return (
            f'{{"epoch":"{self.epoch}","now":{now_ms()},"since":{self.since},'
            f'"head":{self.head},"more":{more},"changes":[{self.changes}]}}'
        )

    @cached_property
    def size(self) -> int:
        """Bytes of the changes, by which a socket's window is counted."""
        return len(self.changes.encode())


def cut(epoch: str, since: int, upto: int, head: int, rows: Iterable[Row]) -> Frame:
    """Return the first frame of `rows`: all that a viewer may see from `since` to `upto`.

    When they are too many for one frame it ends earlier and says that there is more.
    """
    texts: list[str] = []
    size, reached = 0, since
    for row in merged(rows):
        size += row.size
        if texts and size > MOST_BYTES:
            return Frame(epoch, since, reached, True, ",".join(texts))
        texts.append(row.text)
        reached = row.seq
    return Frame(epoch, since, upto, upto < head, ",".join(texts))


def merged(rows: Iterable[Row]) -> list[Row]:
    """Return one row per key in order of seq: the latest, and at equal seq html before gone.

    A viewer of two audiences sees a key leave the one and come to the other at once.
    """
    latest: dict[str, Row] = {}
    for row in rows:
        known = latest.get(row.key)
        if known is None or (row.seq, not row.gone) >= (known.seq, not known.gone):
            latest[row.key] = row
    return sorted(latest.values(), key=lambda row: row.seq)


def encoded(
    seq: int, key: str, audience: str, html: str, gone: bool, into: str, order: str, fetch: str
) -> Row:
    """Return a change with the JSON in which it travels; its audience does not travel."""
    change: dict[str, object] = {"seq": seq, "key": key}
    if gone:
        change["gone"] = True
    else:
        change |= {"into": into, "order": order}
        change |= {"fetch": fetch} if fetch else {"html": html}
    text = json.dumps(change, ensure_ascii=False, separators=(",", ":"))
    return Row(seq, key, audience, gone, text, len(text.encode()))
