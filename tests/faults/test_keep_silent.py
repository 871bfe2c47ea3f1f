"""Connections that say nothing, or hardly anything: they are hung up on, and hurt nobody."""

import asyncio
import contextlib
import time
from types import SimpleNamespace

import pytest

from bench import site as sites
from bench.site import Server, Site
from live import limits
from live.talks import Talk
from tests.live.protocol_client import Place

from .impatient import SHORT
from .line import Line
from .meanwhile import forget_peak, others_go_on, peak_kb

pytestmark = pytest.mark.daphne
SOON = 2  # seconds that it may take longer on a busy machine


@pytest.fixture(scope="module")
def impatient(tmp_path_factory):
    """The product, with short limits."""
    sites.SERVERS["impatient"] = ["tests.faults.impatient", "--bind", "127.0.0.1"]
    folder = tmp_path_factory.mktemp("impatient")
    with Site(folder, [1], HSI_SERVER="impatient") as site:
        yield site


@pytest.fixture
async def ada(impatient):
    ada = Place(impatient.address)
    await ada.join(impatient.rooms[0]["code"], "Ada")
    yield ada
    await ada.http.aclose()


@contextlib.asynccontextmanager
async def lines(site, count: int):
    async with contextlib.AsyncExitStack() as stack:
        yield [await stack.enter_async_context(Line(site)) for _ in range(count)]


async def end_of(line: Line) -> tuple[float, str]:
    """How long it took until the server hung up, and what it said."""
    began = time.monotonic()
    said = ""
    with contextlib.suppress(ConnectionError):
        said = await line.answer(within=15)
    return time.monotonic() - began, said


async def trickle(line: Line, pieces) -> None:
    with contextlib.suppress(OSError):
        for piece in pieces:
            await line.send(piece)
            await asyncio.sleep(0.4)


async def test_two_hundred_that_never_speak_are_out_and_the_others_go_on(impatient, ada):
    async with others_go_on(impatient, ada), lines(impatient, 200) as silent:
        ends = await asyncio.gather(*map(end_of, silent))

    assert max(took for took, _ in ends) < SHORT["SECONDS_FOR_A_REQUEST"] + SOON
    assert {said for _, said in ends} == {""}


@pytest.mark.parametrize(
    "begin", ["GET /join/ HTTP/1.1\r\n", "GET /s/ABCDEF/live HTTP/1.1\r\nUpgrade: websocket\r\n"]
)
async def test_a_header_now_and_then_is_not_waited_for(impatient, begin):
    headers = [begin.encode(), *(f"X-{n}: y\r\n".encode() for n in range(50))]
    async with Line(impatient) as line:
        trickling = asyncio.create_task(trickle(line, headers))
        took, said = await end_of(line)
        trickling.cancel()

    assert took < SHORT["SECONDS_FOR_A_REQUEST"] + SOON
    assert said.startswith("HTTP/1.1 408 ")


async def test_nor_is_a_body_that_trickles_in(impatient, ada):
    async with Line(impatient) as line:
        await line.head(ada, "Content-Length: 10000")
        trickling = asyncio.create_task(trickle(line, [b"text=slow"] * 50))
        took, said = await end_of(line)
        trickling.cancel()

    assert took < SHORT["SECONDS_FOR_A_REQUEST"] + SOON
    assert said.startswith("HTTP/1.1 408 ")


def healthz(site) -> bytes:
    return f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n\r\n".encode()


async def test_a_connection_is_kept_for_a_while_and_each_request_has_its_whole_time(impatient):
    late = SHORT["SECONDS_BETWEEN_REQUESTS"] - 0.7
    request = healthz(impatient)
    async with Line(impatient) as line:
        await line.send(request)
        assert (await line.reader.readline()).startswith(b"HTTP/1.1 200")
        await asyncio.sleep(late)
        await line.send(request[:20])
        await asyncio.sleep(1.2)  # past the end of the wait that began with the first answer
        await line.send(request[20:])
        await line.reader.readuntil(b"HTTP/1.1 200")
        took, said = await end_of(line)

    assert took < SHORT["SECONDS_BETWEEN_REQUESTS"] + SOON
    assert "408" not in said


async def test_who_asks_and_asks_and_reads_nothing_costs_one_answer(impatient, ada):
    page = f"GET {ada.here.path} HTTP/1.1\r\nHost: 127.0.0.1:{impatient.port}\r\n"
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in ada.http.cookies.jar)
    pages = f"{page}Cookie: {cookies}\r\n\r\n".encode() * 180
    styles = await ada.http.get("/join/")
    sheet = next(part for part in styles.text.split('"') if part.endswith(".css"))
    sheets = f"GET {sheet} HTTP/1.1\r\nHost: 127.0.0.1:{impatient.port}\r\n\r\n".encode() * 500
    async with others_go_on(impatient, ada), Line(impatient) as line:
        line.reader._transport.pause_reading()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(1):
                await line.send(pages + sheets)
        await asyncio.sleep(SHORT["SECONDS_BETWEEN_REQUESTS"] + SOON + 1)
        line.reader._transport.resume_reading()
        with contextlib.suppress(ConnectionError):
            await end_of(line)


async def test_when_all_connections_are_taken_the_one_that_was_silent_longest_goes(impatient, ada):
    async with lines(impatient, SHORT["MOST_FROM_ONE_ADDRESS"] - 1) as silent:
        async with Line(impatient) as newcomer:
            await newcomer.send(healthz(impatient))
            assert (await newcomer.reader.readline()).startswith(b"HTTP/1.1 200")
        await ada.write("diagnosis", impatient.rooms[0]["column"], "On a connection that was kept.")
        took, _ = await end_of(silent[0])

    assert took < 0.3


async def test_a_socket_that_nobody_lets_in_is_not_kept(impatient):
    with Server("tests.faults.undecided:application", "/", impatient.env) as undecided:
        before = forget_peak(undecided)
        async with Line(undecided) as line, Line(undecided) as loud:
            await line.send(upgrade(undecided))
            took, _ = await end_of(line)
            await loud.send(upgrade(undecided))
            with pytest.raises(ConnectionError):
                await pour(loud, 50_000_000)
        assert peak_kb(undecided) - before < 20_000

    assert took < SHORT["SECONDS_TO_OPEN_A_SOCKET"] + SOON


@pytest.mark.parametrize(("came", "ends"), [(-1, "kept"), (0, "aborted")])
def test_what_comes_before_a_socket_is_open_is_kept_up_to_the_limit(came, ends):
    """Seldom read at all: Daphne as a rule stops reading until its application has answered."""
    ended = []
    talk = Talk.__new__(Talk)
    talk.state, talk.data = Talk.STATE_CONNECTING, b"x" * (limits.MOST_BEFORE_A_SOCKET_OPENS + came)
    talk.transport = SimpleNamespace(abortConnection=lambda: ended.append("aborted"))
    talk._dataReceived = lambda data: ended.append("kept")

    talk.dataReceived(b"y")

    assert ended == [ends]


async def pour(line: Line, most: int) -> None:
    for _ in range(0, most, 100_000):
        await line.send(b"\x00" * 100_000)


def upgrade(site) -> bytes:
    return (
        f"GET /live HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    ).encode()


def test_the_limits_we_ship_are_out_within_a_minute():
    assert limits.SECONDS_FOR_A_REQUEST <= 60
    assert limits.SECONDS_TO_OPEN_A_SOCKET <= 60
