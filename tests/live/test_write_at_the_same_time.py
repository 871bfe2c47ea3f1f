import threading

import pytest
from django.db import connection

from live.models import Change, Room
from live.rooms import gone, lock, position, push, push_fetch
from live.turns import Turns
from tests.live.onlookers import ROOM

pytestmark = pytest.mark.django_db(transaction=True)


def run_together(*calls) -> None:
    """Run the calls in threads that start at the same moment."""
    start = threading.Barrier(len(calls))

    def called(call):
        start.wait()
        try:
            call()
        finally:
            connection.close()

    threads = [threading.Thread(target=called, args=(call,)) for call in calls]
    [thread.start() for thread in threads]
    [thread.join(30) for thread in threads]


def writer(name: str, notes: int, seqs: list[int]):
    def write():
        for number in range(notes):
            with lock(ROOM):
                seqs.append(push(ROOM, f"{name}-{number}", "<p>"))

    return write


def test_concurrent_writers_get_every_number_once_and_none_is_left_out():
    seqs: list[int] = []

    run_together(*(writer(f"writer-{number}", 25, seqs) for number in range(4)))

    assert seqs == list(range(1, 101))
    assert sorted(Change.objects.values_list("seq", flat=True)) == seqs
    assert position(ROOM).head == 100


def test_a_command_sees_what_the_command_before_it_wrote():
    def count_up():
        for _ in range(20):
            with lock(ROOM):
                html = Change.objects.filter(key="count").values_list("html", flat=True).first()
                push(ROOM, "count", str(int(html or 0) + 1))

    run_together(count_up, count_up, count_up)

    assert Change.objects.get(key="count").html == "60"


def test_a_command_that_fails_leaves_nothing_and_the_room_goes_on():
    def fail():
        with lock(ROOM):
            push(ROOM, "note-1", "<p>")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with lock(ROOM):
        assert push(ROOM, "note-2", "<p>") == 1
    assert list(Change.objects.values_list("key", flat=True)) == ["note-2"]


@pytest.mark.parametrize(
    "change",
    [
        lambda: push(ROOM, "note-1", "<p>"),
        lambda: push_fetch(ROOM, "step", "step/"),
        lambda: gone(ROOM, "note-1"),
    ],
)
def test_nothing_is_changed_without_the_lock(change):
    with pytest.raises(RuntimeError):
        change()

    assert not Change.objects.exists()


def test_an_inner_lock_of_the_same_room_joins_the_outer_one():
    with lock(ROOM), lock(ROOM):
        push(ROOM, "note-1", "<p>")
    with lock(ROOM):
        assert push(ROOM, "note-2", "<p>") == 2


def test_a_second_room_inside_a_lock_is_refused_and_both_go_on():
    with pytest.raises(RuntimeError), lock(ROOM), lock("session-2"):
        pass

    for room in (ROOM, "session-2"):
        with lock(room):
            assert push(room, "note-1", "<p>") == 1


def test_a_fragment_too_large_for_a_frame_is_refused_before_it_is_stored():
    with pytest.raises(ValueError, match="bytes"), lock(ROOM):
        push(ROOM, "note-1", "x" * 300_000)

    assert not Room.objects.filter(head__gt=0).exists()


def test_turns_are_given_in_the_order_in_which_they_were_asked_for():
    turns, order, asked = Turns(), [], []

    def take(number):
        asked.append(number)
        with turns.turn():
            order.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(8)]
    with turns.turn():
        for number, thread in enumerate(threads):
            thread.start()
            while len(turns._waiting) <= number:
                pass
    [thread.join(5) for thread in threads]

    assert order == list(range(8))
