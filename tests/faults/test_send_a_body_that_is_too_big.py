"""A body of 200 MB, announced or not: refused in a sentence, and everyone else is served."""

import asyncio
import contextlib
import time

import pytest

from live.bounds import TOO_MUCH

from .line import Line
from .meanwhile import forget_peak, peak_kb

MB = 1024 * 1024
PIECE = b"text=" + b"x" * (MB - 5)
pytestmark = pytest.mark.daphne


def in_chunks(pieces: int) -> list[bytes]:
    return [b"%x\r\n%b\r\n" % (MB, PIECE)] * pieces + [b"0\r\n\r\n"]


async def pour(line: Line, pieces: list[bytes]) -> None:
    """Send it all, as long as somebody takes it."""
    with contextlib.suppress(ConnectionError):
        for piece in pieces:
            await line.send(piece)


@pytest.mark.parametrize(
    ("header", "pieces"),
    [
        (f"Content-Length: {200 * MB}", [PIECE] * 200),
        ("Transfer-Encoding: chunked", in_chunks(200)),
    ],
    ids=["announced", "in chunks"],
)
async def test_two_hundred_megabytes_are_refused_in_words(site, place, texts, header, pieces):
    one, other = await place("Ada"), await place("Ben")
    before = forget_peak(site)
    async with Line(site) as line:
        await line.head(one, header, "Connection: close")
        await pour(line, pieces)
        answer = await line.answer()

    assert peak_kb(site) - before < 20_000
    head, _, body = answer.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 413 ")
    assert body == str(TOO_MUCH)
    await other.write("diagnosis", site.rooms[0]["column"], f"After {header}")
    found = await texts()
    assert f"After {header}" in found
    assert "xxx" not in found


async def test_the_answer_does_not_wait_for_the_body(site, place):
    one = await place("Ada")
    async with Line(site) as line:
        await line.head(one, f"Content-Length: {200 * MB}", "Expect: 100-continue")

        said = await asyncio.wait_for(line.reader.readuntil(str(TOO_MUCH).encode()), 2)
        said += await line.reader.read()

    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"100 Continue" not in said


async def send_without_end(line: Line) -> None:
    while True:
        await line.send(in_chunks(1)[0])
        await asyncio.sleep(0.05)


async def test_who_sends_without_end_is_cut_off(site, place):
    one = await place("Ada")
    began = time.monotonic()
    async with Line(site) as line:
        await line.head(one, "Transfer-Encoding: chunked")
        with pytest.raises(ConnectionError):
            await asyncio.wait_for(send_without_end(line), 20)

    assert time.monotonic() - began < 10


async def test_a_form_of_a_usual_size_in_chunks_is_a_note_like_any_other(site, place, texts):
    one = await place("Ada")
    form = f"board=diagnosis&column={site.rooms[0]['column']}&text=In%20pieces".encode()
    async with Line(site) as line:
        await line.head(one, "Transfer-Encoding: chunked", "Connection: close")
        await line.send(b"%x\r\n%b\r\n0\r\n\r\n" % (len(form), form))
        answer = await line.answer()

    assert answer.startswith("HTTP/1.1 200 ")
    assert "In pieces" in await texts()
