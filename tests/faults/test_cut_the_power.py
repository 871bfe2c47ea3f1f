"""The power goes while people write: what was acknowledged is on the disk.

The disk keeps what was synced. Of the rest it keeps any part, some of it torn.
"""

import asyncio
from pathlib import Path
from random import Random, SystemRandom
from time import monotonic

import pytest

from .disk import Disk, library_of_sqlite, sound
from .house import House
from .resident import Written
from .roomful import Roomful
from .rows import Rows
from .sizes import CONTROL, POWER_CUTS

MOMENTS = 5  # looked at besides the one at which the server was stopped

pytestmark = pytest.mark.skipif(
    not hasattr(library_of_sqlite(), "sqlite3_vfs_register"),
    reason="This Python hides its SQLite; run the tests with the system's own.",
)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return House(tmp_path_factory.mktemp("house"), [CONTROL.people, CONTROL.people])


@pytest.fixture
def disk(house, tmp_path):
    return Disk(house.folder, house.file.name, tmp_path / "disk.log")


@pytest.fixture
def random():
    seed = SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    return Random(seed)


async def evening(house, room, disk, random, **env) -> dict[str, Written]:
    """Start a server, let people write, stop it dead; return what it had acknowledged."""
    disk.begin()
    with house.server(HSI_DISK_LOG=str(disk.log), **env) as server:
        async with Roomful(server.address, *room, CONTROL) as roomful:
            writing = asyncio.create_task(roomful.write())
            enough = random.uniform(0.3, 0.9) * CONTROL.notes
            await roomful.until(lambda: len(roomful.acknowledged()) >= enough)
            server.kill()
            writing.cancel()
            await asyncio.wait([writing])
            return roomful.acknowledged()


def missing_after(disk: Disk, at: float, random: Random, into: Path, room, notes) -> set[str]:
    """Return which of the notes that were acknowledged by then a cut at this time takes."""
    into.mkdir(exist_ok=True)
    disk.cut(at, random, into)
    file = into / disk.names[0]
    assert sound(file)
    return Rows(file, room[0]["session"]).without(
        {key: note for key, note in notes.items() if note.answered <= at}
    )


async def test_what_was_acknowledged_outlives_every_power_cut(house, disk, random, tmp_path):
    room, kept = house.room(), {}
    for _ in range(POWER_CUTS):
        notes = await evening(house, room, disk, random)
        kept |= notes
        for _ in range(MOMENTS):
            at = random.choice(list(notes.values())).answered
            assert missing_after(disk, at, random, tmp_path / "then", room, kept) == set()
        assert missing_after(disk, monotonic(), random, house.folder, room, kept) == set()
        assert answered_before_a_sync(disk, notes) == []
    print(f"{len(kept)} notes were acknowledged before {POWER_CUTS} power cuts")


def answered_before_a_sync(disk: Disk, notes: dict[str, Written]) -> list[str]:
    syncs = disk.syncs()
    return [
        note.text
        for note in notes.values()
        if not any(note.began <= sync <= note.answered for sync in syncs)
    ]


async def test_with_synchronous_normal_something_acknowledged_is_lost(
    house, disk, random, tmp_path
):
    room = house.room()
    notes = await evening(house, room, disk, random, HSI_SYNCHRONOUS="NORMAL")

    assert answered_before_a_sync(disk, notes) != []
    assert any(
        missing_after(disk, note.answered, random, tmp_path / "then", room, notes)
        for note in random.sample(list(notes.values()), MOMENTS)
    )
