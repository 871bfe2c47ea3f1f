import time

from tests.live.onlookers import Onlooker, participant


async def test_a_revoked_person_is_closed_before_any_later_change(room, seat):
    removed, stays = await seat(participant(7)), await seat(participant(8))
    await removed.frame()
    await stays.frame()

    await room.revoke("participant:7")
    head = await room.push("note-1", "<p>later")

    assert (await removed.talk.receive_output(timeout=5)) == {
        "type": "websocket.close",
        "code": 4403,
    }
    assert await removed.is_silent()
    assert (await stays.until(head))[-1]["changes"][-1]["html"] == "<p>later"


async def test_even_when_both_are_read_at_once(room, seat, monkeypatch):
    from live import hints

    removed = await seat(participant(7))
    await removed.frame()

    async def lost(room_key, head):
        return None

    with monkeypatch.context() as patch:
        patch.setattr(hints, "_tell", lost)
        await room.revoke("participant:7")
    await room.push("note-1", "<p>later")

    assert (await removed.talk.receive_output(timeout=5))["type"] == "websocket.close"


async def test_all_of_their_sockets_are_closed(room, seat):
    both = [await seat(participant(7)), await seat(participant(7))]
    [await one.frame() for one in both]

    await room.revoke("participant:7")

    assert [await one.closed_with() for one in both] == [4403, 4403]


async def test_rights_are_read_again_at_each_heartbeat(room, seat, quick_heart):
    here = [Onlooker()]
    one = await seat(admit=lambda scope: here[0])
    await one.frame()

    here[0] = None

    assert await one.closed_with(within=2) == 4403


async def test_other_rights_mean_loading_the_page_again(room, seat, quick_heart):
    here = [Onlooker()]
    one = await seat(admit=lambda scope: here[0])
    await one.frame()

    here[0] = Onlooker(audiences=frozenset({"all"}))

    assert await one.closed_with(within=2) == 4409


async def test_who_is_removed_while_the_door_opens_is_sent_nothing(room, seat):
    await room.push("note-1", "<p>before")
    answers = [participant(7), None]

    def admit(scope):
        time.sleep(0.3 * (2 - len(answers)))
        return answers.pop(0)

    one = await seat(admit=admit)

    assert (await one.talk.receive_output(timeout=5)) == {"type": "websocket.close", "code": 4403}


async def test_rights_that_cannot_be_read_close_the_socket(room, seat, quick_heart):
    broken = []

    def admit(scope):
        if broken:
            raise ConnectionError
        return Onlooker()

    one = await seat(admit=admit)
    await one.frame()
    broken.append(True)

    assert await one.closed_with(within=2) == 1011


async def test_a_restored_database_closes_everyone_with_load_again(room, seat, quick_heart):
    from live.models import Room
    from tests.live.onlookers import aside

    await room.push("note-1")
    one = await seat()
    await one.frame()

    await aside(Room.objects.update, epoch="another-life")

    assert await one.closed_with(within=2) == 4409
