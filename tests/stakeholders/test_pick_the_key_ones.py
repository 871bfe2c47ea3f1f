"""Vote for who is key, mark the key and the missing, and say who will ask them."""

import pytest

from boards.models import Poll
from stakeholders.models import Stakeholder
from workshops.refusals import Conflict, NotFit

KEY = "stakeholders_key"


@pytest.fixture
def tenants(room, sam) -> Stakeholder:
    return room.name(sam, "Tenants' group", "users_citizens")


@pytest.fixture
def landlords(room, joan) -> Stakeholder:
    return room.name(joan, "Small landlords", "users_citizens")


@pytest.fixture
def poll(room, tenants, landlords) -> Poll:
    room.go_to(KEY)
    return Poll.objects.get(key=KEY)


@pytest.fixture
def at(room, client):
    """The page at a door of the session: `at("run")` of its facilitator, `at("screen")`."""

    def ask(door: str, address: str = "") -> str:
        client.force_login(room.grace.user)
        key = room.session.screen_token if door == "screen" else room.session.code
        return client.get(f"/{door}/{key}/{address}").content.decode()

    return ask


def missing(room) -> str:
    """The list of missing voices as everyone was last sent it."""
    return room.change(f"missing-{room.board.pk}").html


def test_anyone_may_mark_who_is_not_in_the_room_and_take_the_mark_off(room, poll, tenants, joan):
    tenants.mark(joan, "not_in_the_room", True)
    assert "Not in the room" in room.change(tenants.note.live_key).html
    assert "Tenants&#x27; group" in missing(room)
    assert "Joan" not in missing(room)
    tenants.mark(joan, "not_in_the_room", False)
    assert "Not in the room" not in room.change(tenants.note.live_key).html
    assert "Nobody is marked yet" in missing(room)


def test_a_mark_is_that_of_all_that_are_merged_and_comes_off_all(
    room, poll, tenants, landlords, sam
):
    landlords.mark(sam, "not_in_the_room", True)
    landlords.note.merge(room.grace, tenants.note, landlords.note.version)
    assert "Tenants&#x27; group" in missing(room)
    tenants.mark(sam, "not_in_the_room", False)
    assert "Nobody is marked yet" in missing(room)


def test_marks_are_given_when_we_sort_and_pick_and_not_while_we_write(room, tenants, sam):
    with pytest.raises(Conflict, match="when we sort and when we pick"):
        tenants.mark(sam, "most_affected", True)
    room.go_to("stakeholders_sort")
    tenants.mark(sam, "most_affected", True)
    assert "Most affected" in room.change(tenants.note.live_key).html


def test_nobody_marks_on_a_locked_board_or_what_is_hidden(room, poll, tenants, sam):
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        tenants.mark(sam, "most_affected", True)
    room.session.lock_board(False)
    tenants.note.hide(room.grace, "Holds a name.")
    with pytest.raises(Conflict, match="not on the board"):
        tenants.mark(sam, "most_affected", True)


def test_only_a_facilitator_says_who_is_key_and_who_will_ask(room, poll, tenants, sam, place):
    assert place(sam, f"stakeholders/{tenants.note.pk}/mark/key/").status_code == 403
    asks = f"stakeholders/{tenants.note.pk}/who-asks/"
    assert place(sam, asks, who="Me").status_code == 403
    assert place(sam, f"stakeholders/{tenants.note.pk}/mark/rich/").status_code == 404
    tenants.mark(room.grace, "key", True)
    assert "Key" in room.change(tenants.note.live_key).html


def test_the_missing_and_who_will_ask_them_stand_at_all_three_doors(
    room, poll, tenants, sam, place, at
):
    place(sam, f"stakeholders/{tenants.note.pk}/mark/not_in_the_room/")
    tenants.say_who_asks(room.grace, "The advice charity")
    assert "The advice charity" in missing(room)
    pages = [place(sam, "", "get", json=False).content.decode(), at("screen"), at("run")]
    assert ["The advice charity" in page for page in pages] == [True, True, True]


def test_who_will_ask_has_at_most_80_characters_and_may_be_emptied(room, poll, tenants):
    with pytest.raises(NotFit):
        tenants.say_who_asks(room.grace, "x" * 81)
    tenants.say_who_asks(room.grace, "The advice charity")
    tenants.say_who_asks(room.grace, "  ")
    tenants.refresh_from_db()
    assert tenants.approached_by == ""


def test_what_is_hidden_or_taken_back_is_missing_no_more(room, poll, tenants, landlords, sam):
    for each in (tenants, landlords):
        each.mark(sam, "not_in_the_room", True)
    landlords.note.hide(room.grace, "Holds a name.")
    tenants.note.take_back(sam)
    assert "Nobody is marked yet" in missing(room)


def test_the_console_shows_what_has_votes_only_once_voting_is_closed(
    room, poll, tenants, landlords, sam, joan, at
):
    for by in (sam, joan):
        poll.vote(by, landlords.note)
    poll.vote(sam, tenants.note)
    before = at("run", "stakeholders/picking/")
    assert "vote" not in before
    assert "2 people have voted." in at("run")
    poll.close(room.grace)
    picking = at("run", "stakeholders/picking/")
    assert picking.index("Tenants&#x27; group") < picking.index("Small landlords")
    assert picking.index("1 vote<") < picking.index("2 votes")  # never a ranking
    assert not Stakeholder.objects.filter(key=True).exists()


def test_everyone_sees_the_totals_in_the_order_of_the_board(
    room, poll, tenants, landlords, sam, joan, place, at
):
    for by in (sam, joan):
        poll.vote(by, landlords.note)
    poll.vote(sam, tenants.note)
    poll.close(room.grace)
    for page in (place(joan, "", "get", json=False).content.decode(), at("screen")):
        assert "Voting is closed." in page
        assert page.index("1 vote<") < page.index("2 votes")


def test_without_a_script_the_page_has_my_vote_and_a_form_for_each(
    room, poll, tenants, landlords, sam, place
):
    page = place(sam, "", "get", json=False).content.decode()
    assert page.count("/vote/") == 2
    assert place(sam, f"notes/{tenants.note.pk}/vote/", json=False, poll=KEY).status_code == 303
    page = place(sam, "", "get", json=False).content.decode()
    assert f"notes/{tenants.note.pk}/unvote/" in page
    assert f"notes/{landlords.note.pk}/vote/" in page
    assert page.count('aria-pressed="true"') == 1
