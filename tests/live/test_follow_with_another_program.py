"""The product itself, followed by a client that was written from its protocol page."""

import asyncio
import json
import os

import httpx
import pytest
from lxml import html
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from bench.site import Site
from live.limits import WINDOW_FRAMES as MOST_FRAMES
from tests.live.protocol_client import Board, LoadAgain, Place


@pytest.fixture(scope="module", params=["daphne", "uvicorn"])
def site(tmp_path_factory, request):
    own = {"HSI_DEBUG": "on", "HSI_SERVER": request.param}
    with Site(tmp_path_factory.mktemp("site"), people=[1, 1], **own) as site:
        yield site


@pytest.fixture(autouse=True)
def _what_only_daphne_bounds(request):
    if request.node.get_closest_marker("daphne") and "uvicorn" in request.node.callspec.id:
        pytest.skip("Behind another server this is bounded by its own options.")


@pytest.fixture
async def place(site):
    """Take a place in the first room: `await place("Ada")`."""
    taken = []

    async def join(name: str, room: int = 0) -> Place:
        taken.append(Place(site.address))
        await taken[-1].join(site.rooms[room]["code"], name)
        return taken[-1]

    yield join
    for one in taken:
        await one.http.aclose()


def column(site) -> str:
    return site.rooms[0]["column"]


async def page_of(one: Place) -> dict[str, tuple]:
    """The notes as a page that is loaded now shows them: key -> place, order and html."""
    page = html.fromstring((await one.http.get(one.here)).text)
    items = page.xpath("//*[@data-into]/*[@data-key][starts-with(@data-key, 'note-')]")
    return {
        item.get("data-key"): (
            item.getparent().get("data-into"),
            item.get("data-order"),
            bare(item),
        )
        for item in items
    }


def notes_of(board: Board) -> dict[str, tuple]:
    """The notes of a board, in the same form."""
    return {
        key: (item["into"], item["order"], bare(html.fromstring(item["html"])))
        for key, item in board.items.items()
        if key.startswith("note-")
    }


def bare(item) -> str:
    """The html of a note without what a page adds for its writer."""
    item.attrib.pop("data-mine", None)
    item.tail = None
    return " ".join(html.tostring(item, encoding="unicode").split())


async def test_every_way_of_following_ends_with_the_page_as_it_is_loaded_fresh(site, place):
    writer, reader = await place("Ada"), await place("Ben")
    start = await asked(reader)
    steady, cut, polled = Board(), Board(), Board()
    notes = [f"Reason {number}: ŵ <b>&amp; \u05d0" for number in range(12)]

    async def write() -> int:
        for text in notes:
            answer = await writer.write("diagnosis", column(site), text)
            await reader.changes(polled)
        return answer["seq"]

    async def follow_and_be_cut() -> None:
        while cut.have < start.have + len(notes):
            await reader.follow(cut, start.have + len(notes), frames=2)
            await reader.changes(cut)

    following = asyncio.create_task(reader.follow(steady, start.have + 2 * len(notes)))
    head, _ = await asyncio.gather(write(), follow_and_be_cut())
    await following
    for board in (steady, cut, polled):
        await reader.changes(board)

    fresh = await page_of(reader)
    assert [*sorted(text for text in notes)] == sorted(texts(fresh))
    assert notes_of(steady) == notes_of(cut) == notes_of(polled) == fresh
    assert steady.items == cut.items == polled.items
    assert steady.have >= head


async def test_by_stream_one_comes_back_after_each_window_and_has_every_note_once(site, place):
    writer, listener = await place("Ada"), await place("Ben")
    board = await asked(listener)
    before, seen = board.have, Board()
    listening = asyncio.create_task(listener.listen(seen, before + 3 * MOST_FRAMES))
    for number in range(MOST_FRAMES):
        await writer.write("diagnosis", column(site), f"By stream {number}")
        await asyncio.sleep(0.05)  # so that the frames are not merged into a few

    streams = await listening
    await listener.changes(seen)

    written = [text for text in texts(notes_of(seen)) if text.startswith("By stream")]
    assert sorted(written) == sorted(f"By stream {number}" for number in range(MOST_FRAMES))
    assert notes_of(seen) == await page_of(listener)
    assert streams > 1


async def asked(one: Place) -> Board:
    board = Board()
    await one.changes(board)
    return board


def texts(page: dict) -> list[str]:
    return [html.fromstring(note[2]).xpath("string(//p)").strip() for note in page.values()]


async def test_a_note_sent_twice_is_there_once(site, place):
    writer = await place("Ada")
    key = "00000000-0000-4000-8000-000000000001"

    for _ in range(2):
        await writer.write("diagnosis", column(site), "Sent twice", key)

    board = await asked(writer)
    assert [item for item in board.items if item.startswith("note-") and key in item] == [
        f"note-{key}"
    ]


async def test_another_room_and_another_epoch_are_closed_to_it(site, place):
    one = await place("Ada")
    with pytest.raises(LoadAgain):
        await one.changes(Board("of-another-life", 1))
    one.here = one.here.join(f"/s/{site.rooms[1]['code']}/")

    with pytest.raises(httpx.HTTPStatusError):
        await one.changes(Board())
    with pytest.raises(InvalidStatus):
        await one.follow(Board(), 1)


async def test_a_foreign_origin_gets_no_socket_although_it_has_the_cookie(site, place):
    one = await place("Ada")
    one.address = one.address.replace("127.0.0.1", "localhost")

    with pytest.raises(InvalidStatus):
        await one.follow(Board(), 1)


@pytest.mark.daphne
async def test_a_frame_of_ten_megabytes_closes_that_socket_and_no_other(site, place):
    one, other = await place("Ada"), await place("Ben")
    board = await asked(other)
    async with one.socket(Board()) as bad, other.socket(board) as good:
        with pytest.raises(ConnectionClosed):
            await asyncio.wait_for(shout_and_listen(bad), 10)

        answer = await one.write("diagnosis", column(site), "Still here")
        while board.have < answer["seq"]:
            board.take(json.loads(await asyncio.wait_for(good.recv(), 5)))
    assert "Still here" in texts(await page_of(other))


async def shout_and_listen(socket) -> None:
    await socket.send(os.urandom(5_000_000).hex())
    while True:
        await socket.recv()


async def test_one_who_never_reads_costs_the_others_nothing_and_the_server_little(site, place):
    writer, reader, asleep = await place("Ada"), await place("Ben"), await place("Cy")
    board = await asked(reader)
    sockets = [await sleeper(asleep) for _ in range(5)]
    before = site.memory_kb()
    following = asyncio.create_task(reader.follow(board, 10**9))
    for number in range(60):
        turn = (writer, reader, asleep)[number % 3]  # one person alone would be too fast
        answer = await turn.write("diagnosis", column(site), f"{number} " + "ŵ" * 270)
    for _ in range(50):
        if board.have >= answer["seq"]:
            break
        await asyncio.sleep(0.1)
    following.cancel()

    assert board.have >= answer["seq"]
    assert site.memory_kb() - before < 30_000
    for socket in sockets:
        socket.transport.abort()


async def sleeper(one: Place):
    """A socket that reads nothing after its handshake."""
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in one.http.cookies.jar)
    socket = await connect(
        str(one.here.join("live")).replace("http", "ws", 1),
        origin=one.address,
        additional_headers={"Cookie": cookies},
        proxy=None,
        max_queue=1,
    )
    socket.transport.pause_reading()
    return socket
