"""However the frames of one history arrive, they add up to the same board."""

import itertools
import json

import pytest
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from live import frames
from live.rooms import gone, lock, position, push, push_fetch
from live.views import changes_response
from tests.live.onlookers import ROOM, participant
from tests.live.protocol_client import Board

HISTORY = [
    lambda: push(ROOM, "column-1", "<ul>"),
    lambda: push(ROOM, "note-1", "<p>one", into="column-1", order="b1"),
    lambda: push(ROOM, "note-2", "<p>two", into="column-1", order="b2"),
    lambda: push(ROOM, "sealed", "<p>mine alone", audience="participant:7"),
    lambda: push(ROOM, "note-1", "<p>one, changed", into="column-2", order="a1"),
    lambda: push_fetch(ROOM, "step", "step/"),
    lambda: gone(ROOM, "note-2"),
    lambda: push(ROOM, "sealed", "<p>opened", into="column-1", order="c1"),
    lambda: push(ROOM, "others", "<p>not for 7", audience="participant:8"),
    lambda: push(ROOM, "note-2", "<p>two again", into="column-1", order="b2"),
    lambda: push(ROOM, "others", "<p>for all now"),
    lambda: push(ROOM, "others", "<p>no more", audience="facilitators"),
]


class History:
    """Every answer that could be had at every moment of the history."""

    def __init__(self) -> None:
        self.answers: dict[tuple[int, int], dict] = {}
        position(ROOM)
        for change in HISTORY:
            with lock(ROOM):
                change()
            self.listen_at(position(ROOM))

    def listen_at(self, where) -> None:
        for since in range(where.head + 1):
            query = {"epoch": where.epoch, "since": since}
            answer = changes_response(RequestFactory().get("/changes", query), participant(7))
            self.answers[since, where.head] = json.loads(answer.content)

    @property
    def head(self) -> int:
        return len(HISTORY)

    def catch_up(self, board: Board) -> dict:
        """Ask until there is no more, as after every cut."""
        while board.have < self.head:
            assert board.take(self.answers[board.have, self.head])
        return board.items


@pytest.fixture(params=[128 * 1024, 1], ids=["whole frames", "one change in a frame"])
def history(transactional_db, request, monkeypatch):
    monkeypatch.setattr(frames, "MOST_BYTES", request.param)
    return History()


@pytest.fixture
def fresh(history):
    """The board of somebody who comes at the end."""
    return history.catch_up(Board())


def test_the_board_is_what_the_last_words_were(fresh):
    assert {key: item.get("html") or item["fetch"] for key, item in fresh.items()} == {
        "column-1": "<ul>",
        "note-1": "<p>one, changed",
        "note-2": "<p>two again",
        "sealed": "<p>opened",
        "step": "step/",
    }
    assert (fresh["note-1"]["into"], fresh["note-1"]["order"]) == ("column-2", "a1")


def test_whoever_saw_each_change_alone_has_the_same_board(history, fresh):
    board = Board()
    for head in range(1, history.head + 1):
        assert board.take(history.answers[head - 1, head])

    assert board.items == fresh


def test_whoever_was_cut_off_at_any_two_points_has_the_same_board(history, fresh):
    for first, second in itertools.combinations(range(history.head + 1), 2):
        board = Board()
        for head in range(1, first + 1):
            board.take(history.answers[head - 1, head])
        while board.have < second:
            board.take(history.answers[board.have, second])

        assert history.catch_up(board) == fresh


def test_an_old_answer_that_loses_a_race_at_any_point_changes_nothing(history, fresh):
    for late, moment in itertools.product(history.answers, range(history.head + 1)):
        board = Board()
        for head in range(1, moment + 1):
            board.take(history.answers[head - 1, head])
        board.take(history.answers[late])

        assert history.catch_up(board) == fresh


def test_a_frame_that_leaves_a_gap_is_not_applied(history):
    board = Board()

    assert not board.take(history.answers[3, history.head])
    assert (board.items, board.have) == ({}, 0)


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def check_any_order(history, fresh, data):
    answers = list(history.answers.values())
    board = Board()
    for frame in data.draw(st.lists(st.sampled_from(answers), max_size=40)):
        board.take(frame)

    assert history.catch_up(board) == fresh


def test_lost_doubled_and_disordered_frames_add_up_to_the_same_board(history, fresh):
    check_any_order(history, fresh)
