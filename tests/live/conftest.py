import pytest

from live import feed, feeds, reading
from live.rooms import gone, lock, position, push, revoke
from tests.live.onlookers import ROOM, Listener, Onlooker, Seat, aside


@pytest.fixture(autouse=True)
def quiet_engine():
    """Leave no Feed and no open connection to the next test."""
    yield
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


@pytest.fixture
def quick_heart(monkeypatch):
    """A heartbeat of a fifth of a second."""
    monkeypatch.setattr(feed, "HEARTBEAT", 0.2)


@pytest.fixture
def room(transactional_db):
    """The commands of a room, each from a thread of its own as a request would be."""
    return RoomAside()


@pytest.fixture
async def seat(transactional_db):
    """Take a seat: `await seat(Onlooker(), since=3)`. All seats are left at the end."""
    taken = []

    async def seat(viewer=None, admit=None, **asked) -> Seat:
        one = Seat(admit or (lambda scope: viewer or Onlooker()), **asked)
        taken.append(one)
        assert await one.enter()
        return one

    yield seat
    for one in taken:
        await one.leave()


@pytest.fixture
async def listener(transactional_db):
    """Listen to a stream: `await listener(Onlooker(), last="epoch:3")`. All leave at the end."""
    listening = []

    async def listen(viewer=None, admit=None, **asked) -> Listener:
        one = Listener(admit or (lambda scope: viewer or Onlooker()), **asked)
        listening.append(one)
        assert await one.enter() == 200
        return one

    yield listen
    for one in listening:
        await one.leave()


class RoomAside:
    async def push(self, key: str, html: str = "<p>", **more) -> int:
        return await self._locked(push, key, html, **more)

    async def push_many(self, count: int, html: str = "<p>", start: int = 0, **more) -> int:
        return await aside(self._many, count, html, start, more)

    async def gone(self, key: str) -> int:
        return await self._locked(gone, key)

    async def revoke(self, identity: str) -> int:
        return await self._locked(revoke, identity)

    async def position(self):
        return await aside(position, ROOM)

    async def _locked(self, act, *args, **more) -> int:
        def command() -> int:
            with lock(ROOM):
                return act(ROOM, *args, **more)

        return await aside(command)

    def _many(self, count: int, html: str, start: int, more: dict) -> int:
        with lock(ROOM):
            return [push(ROOM, f"note-{start + n}", html, **more) for n in range(count)][-1]
