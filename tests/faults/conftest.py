"""What can go wrong, tried on the real server: a Daphne child with a running workshop.

site           the server; two rooms, so that there is someone else to harm
place          take a place: `await place("Ada")`, `await place("Ben", room=1)`
"""

import pytest

from bench.site import Site
from tests.browser.served import manage
from tests.live.protocol_client import Board, Place


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    manage(folder, "collectstatic", "--noinput", "--verbosity=0")
    with Site(folder, [1, 1]) as site:
        yield site


@pytest.fixture
async def place(site):
    taken = []

    async def join(name: str, room: int = 0) -> Place:
        taken.append(Place(site.address))
        await taken[-1].join(site.rooms[room]["code"], name)
        return taken[-1]

    yield join
    for one in taken:
        await one.http.aclose()


@pytest.fixture
def texts(place):
    """The notes that a newcomer finds on the board: what there is, and that it is served."""

    async def found(room: int = 0) -> str:
        newcomer, board = await place("Newcomer", room), Board()
        await newcomer.changes(board)
        return "".join(item.get("html", "") for item in board.items.values())

    return found
