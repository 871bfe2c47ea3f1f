"""The bound on a body, asked of the application itself: it holds behind other servers too."""

import asyncio

from live.bounds import TOO_MUCH, Bounded

READ: list[bytes] = []


async def reader(scope, receive, send) -> None:
    """An application that reads its whole body, then says what came."""
    came = b""
    while (message := await receive())["type"] == "http.request":
        came += message["body"]
        if not message["more_body"]:
            break
    READ.append(came)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"read"})


async def answer(*pieces: bytes, headers=()) -> tuple[int, bytes]:
    """Send the pieces to the application, bounded to ten bytes."""
    READ.clear()
    sent, waiting = [], asyncio.Queue()
    for number, piece in enumerate(pieces, 1):
        more = number < len(pieces)
        waiting.put_nowait({"type": "http.request", "body": piece, "more_body": more})

    async def send(message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/", "headers": list(headers)}
    async with asyncio.timeout(2):
        await Bounded(reader, 10)(scope, waiting.get, send)
    return sent[0]["status"], sent[1]["body"]


async def test_a_body_within_the_bound_is_read():
    assert await answer(b"12345", b"67890") == (200, b"read")
    assert READ == [b"1234567890"]


async def test_a_body_that_says_it_is_longer_is_refused_unread():
    too_long = (413, str(TOO_MUCH).encode())

    assert await answer(b"1", headers=[(b"content-length", b"11")]) == too_long
    assert READ == []


async def test_a_body_that_turns_out_longer_is_refused_whatever_it_said():
    too_long = (413, str(TOO_MUCH).encode())

    assert await answer(b"12345", b"678901") == too_long
    assert await answer(b"12345678901", headers=[(b"content-length", b"2")]) == too_long
    assert READ == []


async def test_a_length_that_is_no_number_is_counted_instead():
    for said in (b"-1", b"x", b"9" * 5000, b"\xc2\xb2"):
        assert await answer(b"1234567890", headers=[(b"content-length", said)]) == (200, b"read")
