import pytest

from live import feeds, reading
from live.rooms import lock, position, push
from tests.live.onlookers import ROOM, aside


@pytest.fixture(autouse=True)
def quiet_engine():
    """Leave no Feed and no open connection to the next test."""
    yield
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


@pytest.fixture
def say(transactional_db):
    """Push one change from another thread: `await say("note-1", "<p>", audience="all")`."""

    def pushed(key: str, html: str = "<p>", **more) -> int:
        with lock(ROOM):
            return push(ROOM, key, html, **more)

    async def say(*args, **kwargs) -> int:
        return await aside(pushed, *args, **kwargs)

    return say


@pytest.fixture
def where(transactional_db):
    """The room's position, read in another thread."""

    async def where():
        return await aside(position, ROOM)

    return where
