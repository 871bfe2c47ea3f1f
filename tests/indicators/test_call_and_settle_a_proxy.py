"""The group reads its proxies back: yes, change it or park it; then one is agreed, or not."""

import pytest

from indicators.models import Gap, ProxyCall
from live.models import Change
from tests.indicators.proxies import again, proxy, room
from workshops.refusals import Conflict, NotFit

__all__ = ["proxy", "room"]


def test_a_call_is_counted_once_and_can_be_changed(room, sam, joan, proxy):
    room.here(sam, joan)

    again(proxy).call(joan, "park")
    again(proxy).call(joan, "change")
    again(proxy).call(sam, "yes")

    assert again(proxy).counts() == {"change": 1, "yes": 1}
    assert again(proxy).standing == "proposed"
    words = " ".join(room.change(proxy.note.live_key).html.split())
    assert "Calls: Yes: 1, Change it: 1" in words


def test_it_is_agreed_by_itself_once_everyone_here_has_said_yes(room, sam, joan, proxy):
    room.here(sam, joan)

    again(proxy).call(joan, "yes")
    assert again(proxy).standing == "proposed"
    again(proxy).call(sam, "yes")

    assert again(proxy).standing == "agreed"
    assert room.state() == "agreed"
    assert 'data-standing="agreed"' in room.change(proxy.note.live_key).html


def test_whoever_has_left_is_not_waited_for(room, sam, joan, proxy):
    room.here(sam)

    again(proxy).call(sam, "yes")

    assert again(proxy).standing == "agreed"


def test_what_someone_who_left_wanted_changed_is_not_agreed_without_them(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(joan, "change")
    room.here(sam)

    again(proxy).call(sam, "yes")

    assert again(proxy).standing == "proposed"


@pytest.mark.parametrize("state", ["agreed", "parked"])
def test_what_is_settled_takes_no_calls_until_it_is_brought_back(room, sam, proxy, state):
    again(proxy).settle(state)

    with pytest.raises(Conflict, match="This proxy is settled"):
        again(proxy).call(sam, "change")
    again(proxy).settle("proposed")
    again(proxy).call(sam, "change")

    assert again(proxy).counts() == {"change": 1}


@pytest.mark.parametrize(
    ("call", "spoil"),
    [("maybe", None), ("yes", "lock"), ("yes", "hide"), ("yes", "merge"), ("yes", "leave")],
)
def test_a_call_that_cannot_be_made_is_told_and_not_counted(room, sam, joan, proxy, call, spoil):
    if spoil == "lock":
        room.session.lock_board(True)
    if spoil == "hide":
        proxy.note.hide(room.grace, "A name")
    if spoil == "merge":
        other = room.propose(joan, "Days until someone answers").note
        proxy.note.merge(room.grace, other, proxy.note.version)
    if spoil == "leave":
        room.session.go_on(room.session.current_step().pk)

    with pytest.raises((Conflict, NotFit)):
        again(proxy).call(sam, call)

    assert not ProxyCall.objects.exists()


def test_the_facilitator_settles_in_one_press_and_can_take_it_back(room, sam, proxy):
    seen = []
    for state in ("agreed", "to_change", "parked", "proposed"):
        again(proxy).settle(state)
        seen.append((str(again(proxy).standing), again(proxy).note.parked, room.state()))

    assert seen == [
        ("agreed", False, "agreed"),
        ("to_change", False, "waits"),
        ("parked", True, "none"),
        ("proposed", False, "waits"),
    ]


def test_the_list_of_what_is_parked_follows(room, proxy):
    told = []
    for state in ("parked", "proposed"):
        again(proxy).settle(state)
        told.append("Days to an answer" in room.change("parked").html)

    assert told == [True, False]


def test_what_is_to_be_changed_still_takes_words_and_calls(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).settle("to_change")
    again(proxy).call(joan, "change")

    again(proxy).change(joan, "Hours to an answer", proxy.note.version, {"kind": "measure"})

    assert again(proxy).standing == "proposed"
    assert again(proxy).note.text == "Hours to an answer"


def test_a_note_that_is_parked_in_another_way_is_a_parked_proxy(room, sam, proxy):
    again(proxy).settle("agreed")
    proxy.note.refresh_from_db()

    proxy.note.park(sam, True)

    assert again(proxy).standing == "parked"
    assert room.state() == "none"
    assert 'data-standing="parked"' in room.change(proxy.note.live_key).html


@pytest.mark.parametrize("state", ["nonsense", ""])
def test_nothing_else_can_become_of_it(room, proxy, state):
    with pytest.raises(NotFit, match="Choose what becomes of it"):
        again(proxy).settle(state)

    assert again(proxy).standing == "proposed"


def test_nothing_is_settled_after_the_end(room, proxy):
    room.session.end(room.grace)

    with pytest.raises(Conflict, match="has ended"):
        again(proxy).settle("agreed")

    assert again(proxy).standing == "proposed"


def test_agreeing_closes_a_gap_that_was_stated(room, sam, proxy):
    Gap.leave(room.board, room.grace, room.indicator("local_need"), True)

    again(proxy).settle("agreed")
    again(proxy).settle("proposed")

    assert room.state() == "waits"


def test_whose_call_it_was_is_told_to_nobody_and_forgotten_at_the_end(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(joan, "park")

    mine = f'data-own-call="{proxy.note.pk}" data-called="park"'
    told = Change.objects.filter(html__contains=mine)
    assert {change.audience for change in told} == {joan.participant.identity}
    room.session.end(room.grace)

    assert list(ProxyCall.objects.values_list("participant", "call")) == [(None, "park")]
    assert not Change.objects.filter(html__contains=mine).exists()
