"""Choose among the responses in the last step: three votes each, blind until they are closed."""

import pytest

from boards.models import Poll, Vote
from indicators.plan.panel import closing_context
from indicators.plan.standing import poll_of, to_choose_from, to_pick_from
from tests.boards import conftest as boards
from tests.indicators.plan_room import PlanRoom
from workshops.refusals import Conflict


@pytest.fixture
def room(db, checked_content) -> PlanRoom:
    running = PlanRoom(boards.planned(checked_content))
    running.respond_and_close()
    return running


def numbers(notes) -> list[int]:
    return [int(note.response.text.split()[1].strip(".")) for note in notes]


def choices(room) -> list[int]:
    board = room.board_of("scenario")
    return numbers(to_choose_from(board, poll_of(board)))


def proposed(room) -> list[int]:
    board = room.board_of("scenario")
    return numbers(to_pick_from(board, poll_of(board)))


def test_changed_and_new_ones_come_first_and_once_closed_all_stand_in_board_order(room, sam):
    assert choices(room) == [1, 2, 0, 3]
    room.vote(sam, 3)
    room.poll.close(room.grace)
    assert choices(room) == [0, 1, 2, 3]
    assert proposed(room) == [3, 0, 1, 2]


def test_the_board_takes_votes_in_the_last_step_and_no_words(room, sam):
    board = room.board_of("scenario")
    assert (board.is_open(), board.voting_step().key) == (False, "close")
    room.vote(sam, 0, 1, 2)
    with pytest.raises(Conflict, match="all three votes"):
        room.vote(sam, 3)
    assert room.respond(sam, "Too late for that.").note.state == "late"
    assert Vote.objects.count() == 3


def test_nobody_votes_while_boards_are_locked_or_in_the_step_before(room, sam):
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        room.vote(sam, 0)
    room.session.lock_board(False)
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(Conflict, match="Voting is closed"):
        room.vote(sam, 0)


def test_totals_are_told_when_the_holder_has_closed_the_vote(room, sam, joan):
    room.vote(sam, 0, 1)
    room.vote(joan, 1)
    step = room.session.current_step()
    [page] = step.activity.holder_pages(step)
    assert page["address"] == "boards/scenario/polls/close/close/"
    counts = [note.votes_counted for note in closing_context(step, sam)["choices"]]
    assert counts == [0, 0, 0, 0]
    room.poll.close(room.grace)
    counts = [note.votes_counted for note in closing_context(step, sam)["choices"]]
    assert counts == [1, 2, 0, 0]
    assert "2 votes" in room.making()
    assert step.activity.holder_pages(step) == []


def test_a_response_that_goes_is_no_choice_and_its_votes_return(room, sam):
    room.vote(sam, 0, 1, 2)
    room.made[0].note.refresh_from_db()
    room.made[0].note.take_back(room.writer)
    assert choices(room) == [1, 2, 3]
    room.vote(sam, 3)


def test_without_responses_there_is_nothing_to_vote_on(room):
    bare = PlanRoom(room.session)
    Poll.objects.all().delete()
    for response in room.made:
        response.note.refresh_from_db()
        response.note.hide(room.grace, "Holds a name.")
    bare.session.go_back(bare.session.current_step().pk)
    bare.go_to("close")
    assert not Poll.objects.exists()


def test_the_end_closes_the_vote_and_forgets_whose_votes_they_were(room, sam):
    room.vote(sam, 0, 1)
    room.session.end(room.grace.facilitator)
    assert room.poll.closed_at is not None
    assert Vote.objects.count() == 2
    assert not Vote.objects.exclude(participant=None).exists()
