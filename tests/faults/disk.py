"""A disk that can lose its power: what was written and never synced may be gone.

In the server, `note_every_write` stands between SQLite and its files and notes
each write, truncation, sync and deletion of the database and its journals, with
the time. In the test, `Disk` makes from these notes the files that a power cut
at any moment could have left. SQLite's shared memory never outlives a cut.
"""

import _sqlite3
import ctypes as c
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from struct import Struct
from time import monotonic
from typing import NamedTuple

DATABASE, JOURNALS = 0x100, 0x80800  # SQLITE_OPEN_MAIN_DB; _WAL and _MAIN_JOURNAL
SECTOR = 512  # bytes that are written whole or not at all
HEADER = Struct("<cdB qq")  # what, when, length of the name, offset, length of the data

P, INT, LONG = c.c_void_p, c.c_int, c.c_int64
OPEN = c.CFUNCTYPE(INT, P, P, P, INT, P)  # names by address: a file keeps that of its own
DELETE = c.CFUNCTYPE(INT, P, P, INT)
WRITE = c.CFUNCTYPE(INT, P, P, INT, LONG)
TRUNCATE = c.CFUNCTYPE(INT, P, LONG)
SYNC = c.CFUNCTYPE(INT, P, INT)


class Vfs(c.Structure):
    """sqlite3_vfs, as far as it is read here."""

    _fields_ = [
        ("version", INT),
        ("file_size", INT),
        ("longest", INT),
        ("next", P),
        ("name", c.c_char_p),
    ]
    _fields_ += [("data", P), ("open", P), ("delete", P), ("rest", P * 13)]


class Methods(c.Structure):
    """sqlite3_io_methods, likewise."""

    _fields_ = [("version", INT), ("close", P), ("read", P), ("write", P), ("truncate", P)]
    _fields_ += [("sync", P), ("rest", P * 13)]


def note_every_write(to: str) -> None:
    """From now on, note in the file `to` what this process does to SQLite's files."""
    library = library_of_sqlite()
    library.sqlite3_vfs_find.restype = P
    noting = Noting(Vfs.from_address(library.sqlite3_vfs_find(None)), to)
    _alive.append(noting)
    assert library.sqlite3_vfs_register(c.byref(noting.vfs), 1) == 0


def library_of_sqlite() -> c.CDLL:
    """Return the library that Python's own sqlite3 uses."""
    return c.CDLL(getattr(_sqlite3, "__file__", None))


_alive: list["Noting"] = []  # C knows no references


class Noting:
    """A VFS that does what the real one does and notes it."""

    def __init__(self, real: Vfs, to: str) -> None:
        self._real, self._real_at = real, c.addressof(real)
        self._to = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._names: dict[int, bytes] = {}
        self._methods: dict[int, tuple] = {}
        self._open, self._delete = OPEN(self.open), DELETE(self.delete)
        self.vfs = Vfs.from_buffer_copy(real)
        self.vfs.name = b"noting"
        self.vfs.open = c.cast(self._open, P)
        self.vfs.delete = c.cast(self._delete, P)

    def open(self, vfs, name, file, flags, out) -> int:
        done = OPEN(self._real.open)(self._real_at, name, file, flags, out)
        at = P.from_address(file)  # a file begins with the address of its methods
        if done == 0 and flags & (DATABASE | JOURNALS) and at.value:
            self._names[file] = os.path.basename(c.string_at(name))
            at.value = self._noting(at.value)
        return done

    def delete(self, vfs, name, sync) -> int:
        self._note(b"D", os.path.basename(c.string_at(name)))
        return DELETE(self._real.delete)(self._real_at, name, sync)

    def _noting(self, at: int) -> int:
        """Return where methods stand that note and then do what those at `at` do."""
        if at not in self._methods:
            real = Methods.from_address(at)
            write, truncate, sync = WRITE(real.write), TRUNCATE(real.truncate), SYNC(real.sync)

            def noted_write(file, data, size, offset):
                self._note(b"W", self._names[file], offset, c.string_at(data, size))
                return write(file, data, size, offset)

            def noted_truncate(file, size):
                self._note(b"T", self._names[file], size)
                return truncate(file, size)

            def noted_sync(file, flags):
                done = sync(file, flags)
                self._note(b"S", self._names[file])
                return done

            ours = WRITE(noted_write), TRUNCATE(noted_truncate), SYNC(noted_sync)
            copy = Methods.from_buffer_copy(real)
            copy.write, copy.truncate, copy.sync = (c.cast(one, P) for one in ours)
            self._methods[at] = copy, ours
        return c.addressof(self._methods[at][0])

    def _note(self, what: bytes, name: bytes, offset: int = 0, data: bytes = b"") -> None:
        head = HEADER.pack(what, monotonic(), len(name), offset, len(data))
        os.write(self._to, head + name + data)


class Act(NamedTuple):
    """One thing that was done to a file: W, T, S or D, and when."""

    what: bytes
    when: float
    name: str
    offset: int
    data: bytes


@dataclass
class Kept:
    """What one file holds for certain, and what was done to it since without a sync."""

    certain: bytearray | None
    since: list[Act] = field(default_factory=list)

    def sync(self) -> None:
        for act in self.since:
            self.apply(act)
        self.certain, self.since = self.certain or bytearray(), []

    def apply(self, act: Act, most: int | None = None) -> None:
        data = self.certain = bytearray() if self.certain is None else self.certain
        if act.what == b"T":
            del data[act.offset :]
            return
        data.extend(bytes(max(0, act.offset - len(data))))
        piece = act.data[:most]
        data[act.offset : act.offset + len(piece)] = piece

    def lose_power(self, random: Random) -> None:
        """Of what was not synced, any part may have reached the disk, some of it torn."""
        for act in self.since:
            if random.random() < 0.5:
                sectors = len(act.data) // SECTOR
                torn = random.random() < 0.2
                self.apply(act, random.randint(0, sectors) * SECTOR if torn else None)
        self.since = []


class Disk:
    """The files of the database in `folder`, as the power cut finds them."""

    def __init__(self, folder: Path, database: str, log: Path) -> None:
        self.folder, self.log = folder, log
        self.names = [database, f"{database}-wal", f"{database}-journal"]
        self.begin()

    def begin(self) -> None:
        """What is in the folder now is on the disk."""
        self.log.write_bytes(b"")
        paths = [self.folder / name for name in self.names]
        self.first = {path.name: path.read_bytes() for path in paths if path.exists()}

    def cut(self, at: float, random: Random, into: Path) -> None:
        """Leave in the folder `into` what a power cut at this time leaves."""
        files = {name: Kept(bytearray(data)) for name, data in self.first.items()}
        for act in self.acts():
            if act.when > at:
                break
            file = files.setdefault(act.name, Kept(None))
            if act.what == b"D":
                files.pop(act.name)
            elif act.what == b"S":
                file.sync()
            else:
                file.since.append(act)
        for name in (*self.names, f"{self.names[0]}-shm"):
            (into / name).unlink(missing_ok=True)
        for name, file in files.items():
            file.lose_power(random)
            if file.certain is not None:
                (into / name).write_bytes(file.certain)

    def acts(self) -> Iterator[Act]:
        """Everything that was noted, in order; the last note may be torn itself."""
        with self.log.open("rb") as log:
            while len(head := log.read(HEADER.size)) == HEADER.size:
                what, when, name, offset, size = HEADER.unpack(head)
                rest = log.read(name + size)
                if len(rest) == name + size:
                    yield Act(what, when, rest[:name].decode(), offset, rest[name:])

    def syncs(self) -> list[float]:
        """Return when the write-ahead log was synced."""
        return [act.when for act in self.acts() if (act.what, act.name) == (b"S", self.names[1])]


def sound(file: Path) -> bool:
    """Does SQLite find the database whole?"""
    connection = sqlite3.connect(file)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()
