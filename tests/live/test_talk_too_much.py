import pytest


@pytest.mark.parametrize(
    "message",
    [
        "hello",
        "[]",
        "{}",
        '{"have": -1}',
        '{"have": "1"}',
        '{"have": true}',
        '{"have": 1.0}',
        "[" * 900,
        '{"have": 1' + " " * 2000 + "}",
    ],
)
async def test_what_is_no_acknowledgement_closes_the_socket(room, seat, message):
    await room.push("note-1")
    one = await seat()
    await one.frame()

    await one.talk.send_to(message)

    assert await one.closed_with() == 4400


async def test_nor_is_one_in_bytes(room, seat):
    one = await seat()
    await one.frame()

    await one.talk.send_to(bytes_data=b'{"have": 0}')

    assert await one.closed_with() == 4400


async def test_nor_may_a_frame_be_acknowledged_that_was_never_sent(room, seat):
    head = await room.push("note-1")
    one = await seat()
    await one.frame()
    await one.have(head)
    assert await one.is_silent()

    await one.have(head + 1)

    assert await one.closed_with() == 4400


async def test_who_talks_without_end_is_closed_and_the_others_are_not(room, seat):
    chatty, calm = await seat(), await seat()
    await chatty.frame()
    await calm.frame()

    for _ in range(100):
        await chatty.have(0)

    assert await chatty.closed_with() == 4429
    head = await room.push("note-1")
    assert (await calm.until(head))[-1]["head"] == head


async def test_a_socket_that_cannot_be_sent_to_is_closed(room):
    import asyncio

    from live.consumer import WebSocket
    from live.frames import Frame
    from live.socket import Socket
    from tests.live.onlookers import Onlooker

    said = []

    async def send(message):
        said.append(message)
        if message["type"] == "websocket.send":
            raise ConnectionError

    socket = Socket(Onlooker(), 0, WebSocket(send), Onlooker)
    socket.admitted = True
    socket.offer(Frame("e", 0, 1, False, "{}"), "text")
    await asyncio.sleep(0.05)

    assert said[-1] == {"type": "websocket.close", "code": 1011}
    assert not socket.is_ready
