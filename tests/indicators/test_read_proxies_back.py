"""The facilitator takes the room through the proxies one by one, each large on the screen."""

import pytest

from tests.indicators.proxies import again, room

__all__ = ["room"]


@pytest.fixture
def press(room, client):
    """Press on the console; what the room is on then."""
    client.force_login(room.grace.user)

    def pressed(verb: str = "on") -> str:
        client.post(f"/run/{room.session.code}/proxies/read-back/{verb}/")
        room.session.refresh_from_db()
        return room.session.focus

    return pressed


def test_the_room_goes_through_those_that_wait_in_the_order_of_the_grid(room, sam, press):
    later = room.propose(sam, "Hours to an answer", "clear_outcomes")
    first = room.propose(sam, "Days to an answer", "local_need")
    room.propose(sam, "Weeks to an answer", "local_need").settle("agreed")

    assert press() == f"proxy-{first.note.pk}"
    assert press() == f"proxy-{later.note.pk}"
    assert press() == f"proxy-{first.note.pk}"  # it was not settled, so it comes again
    again(later).settle("parked")
    assert press() == f"proxy-{first.note.pk}"  # no other waits
    assert press("end") == ""


def test_no_read_back_begins_without_a_proxy_or_in_another_step(room, sam, press):
    assert press() == ""
    room.propose(sam, "Days to an answer")
    room.session.go_on(room.session.current_step().pk)
    assert press() == ""


def test_the_current_one_is_large_on_the_screen_and_follows_the_calls(room, sam, joan, client):
    proxy = room.propose(sam, "Days to an answer")
    room.here(sam, joan)
    room.session.look_at(f"proxy-{proxy.note.pk}")

    page = client.get(f"/screen/{room.session.screen_token}/").content.decode()
    assert 'class="screen-proxy"' in page
    assert "No call is in yet." in page
    proxy.call(joan, "change")

    told = room.change(f"current-{room.board.pk}").html
    assert "Change it: <strong>1</strong>" in told


def test_one_that_was_taken_back_is_not_shown_though_what_was_said_of_it_stays(
    room, sam, joan, client
):
    proxy = room.propose(sam, "Days to an answer")
    proxy.note.see_differently(joan, "It can take a year.")
    room.session.look_at(f"proxy-{proxy.note.pk}")
    proxy.note.take_back(sam)

    page = client.get(f"/screen/{room.session.screen_token}/").content.decode()

    assert 'class="screen-proxy"' not in page
    assert "Days to an answer" not in page
