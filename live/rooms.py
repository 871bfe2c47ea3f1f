"""Change a room: `with lock(key): push(...)`. Rows are the truth, the hint is only a hint."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import NamedTuple

from django.db import connection, transaction

from .hints import hint
from .models import ALL, SERVER, Change, Room
from .turns import Turns

MOST_BYTES = 256 * 1024  # of one fragment; a frame that holds it stays well under 1 MiB
COLUMNS = ("seq", "html", "gone", "into", "order", "fetch")

_writers = Turns()
_mine = threading.local()


AT_ONCE = 500  # keys in one question to the database


class Position(NamedTuple):
    """Where a room stands: `epoch` names the database's life, `head` counts its changes."""

    epoch: str
    head: int


class Place(NamedTuple):
    """Where a fragment goes: who is sent it, the container it is put into, and its order there."""

    audience: str
    into: str
    order: str


@contextmanager
def lock(room_key: str) -> Iterator[Room]:
    """Hold the room for one command: one transaction, one command at a time.

    Lock first, then check, then write, then push. An inner lock of the same room
    joins the outer one; a second room inside raises RuntimeError, because two
    commands that each wait for the other's room would wait for ever.
    """
    room = getattr(_mine, "room", None)
    if room is None:
        with _one_writer(), transaction.atomic(durable=True):
            yield from _hold(room_key)
    elif room.key == room_key:
        yield room
    else:
        raise RuntimeError(f"Room {room.key} is locked; {room_key} cannot be locked inside it.")


def push(
    room_key: str,
    key: str,
    html: str,
    *,
    into: str = "",
    order: str = "",
    audience: str = ALL,
) -> int:
    """Make `html` the latest version of `key` for `audience` and return its seq.

    Another audience that had the key loses it at the same seq.
    """
    if len(html.encode()) > MOST_BYTES:
        raise ValueError(f"The fragment {key} has more than {MOST_BYTES} bytes.")
    return _put(room_key, Change(key=key, audience=audience, html=html, into=into, order=order))


def push_fetch(
    room_key: str,
    key: str,
    url: str,
    *,
    into: str = "",
    order: str = "",
    audience: str = ALL,
) -> int:
    """Tell `audience` to get `key` anew from `url`, relative to each one's own page."""
    return _put(room_key, Change(key=key, audience=audience, fetch=url, into=into, order=order))


def gone(room_key: str, key: str) -> int:
    """Erase `key` for every audience that had it and return the seq of the tombstone."""
    room = _locked(room_key)
    room.head += 1
    room.pushed.pop(key, None)
    if not _bury(room.head, room.changes.filter(key=key)):
        Change.objects.create(room=room, key=key, seq=room.head, gone=True)
    return room.head


def move(room_key: str, places: Mapping[str, Place]) -> int:
    """Give keys another audience and place with the words they have; return the room's head.

    Each gets the next seq, in the order of `places`; an audience that had it loses it
    at the same seq. Nothing is rendered: the words do not leave the database. A key
    that nobody has is passed over.
    """
    room = _locked(room_key)
    _write(room)  # what this command has pushed already comes before
    rows = _rows_of(room, list(places))
    live = {row.key: row for row in rows if not row.gone}
    lost = []
    for key, place in places.items():
        if change := live.get(key):
            room.head += 1
            # What nobody was sent, nobody loses.
            if change.audience not in (place.audience, SERVER):
                lost.append(_tombstone(room, key, change.audience))
            change.seq, (change.audience, change.into, change.order) = room.head, place
    in_the_way = [row.pk for row in rows if row.gone and _is_taken(row, live)]
    room.changes.filter(pk__in=in_the_way).delete()
    Change.objects.bulk_update(live.values(), ["seq", "audience", "into", "order"])
    Change.objects.bulk_create(lost)
    return room.head


def revoke(room_key: str, identity: str) -> int:
    """Close `identity`'s sockets before they can be sent anything later than this."""
    return _put(room_key, Change(key=f"revoke:{identity}", audience=SERVER))


def position(room_key: str) -> Position:
    """Return where the room stands now. Read it before the rows of a page, never after."""
    room = Room.objects.filter(key=room_key).first()
    if room is None:
        with _one_writer():
            room, _ = Room.objects.get_or_create(key=room_key)
    return Position(room.epoch, room.head)


@contextmanager
def turn_to_write() -> Iterator[None]:
    """Hold the process's turn to write, for rows that belong to no one room."""
    with _one_writer(), transaction.atomic(durable=True):
        yield


def _hold(room_key: str) -> Iterator[Room]:
    room, _ = Room.objects.select_for_update().get_or_create(key=room_key)
    before, _mine.room, room.pushed = room.head, room, {}
    try:
        yield room
    finally:
        _mine.room = None
    if room.head > before:
        _write(room)
        room.save(update_fields=["head"])
        transaction.on_commit(partial(hint, room.key, room.head))


def _locked(room_key: str) -> Room:
    room = getattr(_mine, "room", None)
    if room is None or room.key != room_key:
        raise RuntimeError(f"Lock the room {room_key} before changing it.")
    return room


def _put(room_key: str, change: Change) -> int:
    room = _locked(room_key)
    room.head += 1
    change.room, change.seq = room, room.head
    room.pushed[change.key] = change
    return room.head


def _write(room: Room) -> None:
    """Write what a command has pushed, all at once, and bury it for those who lose it."""
    if not room.pushed:
        return
    named = room.changes.filter(key__in=room.pushed, gone=False)
    for key, audience in named.values_list("key", "audience"):
        if room.pushed[key].audience != audience:
            _bury(room.pushed[key].seq, named.filter(key=key, audience=audience))
    Change.objects.bulk_create(
        room.pushed.values(),
        update_conflicts=True,
        unique_fields=["room", "key", "audience"],
        update_fields=COLUMNS,
    )
    room.pushed = {}


def _rows_of(room: Room, keys: list[str]) -> list[Change]:
    found: list[Change] = []
    for start in range(0, len(keys), AT_ONCE):
        found += room.changes.filter(key__in=keys[start : start + AT_ONCE]).defer("html")
    return found


def _tombstone(room: Room, key: str, audience: str) -> Change:
    return Change(room=room, key=key, audience=audience, seq=room.head, gone=True)


def _is_taken(row: Change, live: Mapping[str, Change]) -> bool:
    """Say whether a tombstone lies where a moved fragment goes."""
    return row.key in live and live[row.key].audience == row.audience


def _bury(seq: int, changes) -> int:
    return changes.update(seq=seq, html="", gone=True, into="", order="", fetch="")


def _one_writer():
    already = getattr(_mine, "room", None) or connection.vendor != "sqlite"
    return nullcontext() if already else _writers.turn()
