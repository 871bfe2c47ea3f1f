"""Write what we will do differently, and what acting and doing nothing would risk."""

from uuid import uuid4

import pytest

from boards.models import Note
from indicators.difference.actions import Actions
from indicators.models import Response
from tests.boards import conftest as boards
from tests.indicators.debrief_room import DebriefRoom
from workshops.refusals import Conflict, NotFit


@pytest.fixture
def room(db, checked_content) -> DebriefRoom:
    running = DebriefRoom(boards.planned(checked_content))
    running.begin()
    running.go_round("local")
    return running


@pytest.fixture
def two(room) -> list[Response]:
    """Two actions, with the room in its debrief."""
    found = [room.then("Ring Kit"), room.then("Ring the groups", "local-first_year")]
    room.go_to("scenario_debrief")
    return found


@pytest.fixture
def at(room, client):
    """The page at the door of the facilitator: `at("run")`."""

    def ask(door: str, address: str = "") -> str:
        client.force_login(room.grace.user)
        key = room.session.screen_token if door == "screen" else room.session.code
        return client.get(f"/{door}/{key}/{address}").content.decode()

    return ask


def top(room) -> Response | None:
    found = Actions(room.session).top
    return found.response if found else None


def test_the_top_action_is_the_first_on_the_board_that_is_changed_or_new(room, two):
    assert top(room) is None
    room.mark(two[1], "new")
    assert top(room) == two[1]
    room.mark(two[0], "changed")
    assert top(room) == two[0]
    room.mark(two[0], "same")
    assert top(room) == two[1]


def test_once_votes_are_counted_they_say_which_is_the_top_action(room, two, sam):
    for each in two:
        room.mark(each, "new")
    poll = two[0].note.board.polls.create(key="close")
    poll.votes.create(note=two[1].note, participant=sam.participant)
    assert top(room) == two[0]
    poll.close(room.grace)
    assert top(room) == two[1]
    poll.board.polls.create(key="again")
    assert top(room) == two[1]


def test_pages_ask_for_their_step_anew_when_another_action_is_the_top_one(room, two, sam):
    room.mark(two[1], "new")
    asked = room.change("step").seq
    room.mark(two[1], "changed")
    assert room.change("step").seq == asked
    room.mark(two[0], "new")
    assert room.change("step").seq > asked


def test_a_risk_lies_in_the_box_of_its_action(room, two):
    note = room.risk(two[1], "The next one to retire stalls three projects.")
    box = f"risks-{two[1].note_id}-if_we_do_nothing"
    assert note.lesson.about == two[1]
    assert (note.live_into, note.mine_into) == (box, f"mine-{box}")
    assert room.change(note.live_key).into == box
    lesson = Note.write(room.board, room.writer, uuid4(), "lesson", "Two names for each link.")
    assert lesson.live_into == lesson.column.live_key


def test_a_risk_that_names_no_action_is_about_the_top_one(room, two):
    with pytest.raises(NotFit, match="Choose the action"):
        Note.write(room.board, room.grace, uuid4(), "if_we_act", "It costs two days.")
    room.mark(two[1], "new")
    note = Note.write(room.board, room.grace, uuid4(), "if_we_act", "It costs two days.")
    assert note.lesson.about == two[1]


@pytest.mark.parametrize("about", ["x", "c0ffee00-0000-4000-8000-000000000000"])
def test_a_risk_about_nothing_that_is_there_is_refused(room, two, about):
    with pytest.raises(NotFit, match="Choose the action"):
        Note.write(room.board, room.writer, uuid4(), "if_we_act", "It costs.", {"about": about})


def test_a_risk_for_an_action_that_went_meanwhile_is_refused_and_its_text_is_kept(room, two):
    room.go_to("scenario_debrief")
    two[0].note.hide(room.grace, "A name in it")
    with pytest.raises(Conflict, match="Your text is kept"):
        room.risk(two[0], "It costs two days.")
    assert not room.board.notes().exists()


def test_sent_again_for_another_action_it_is_another_command(room, two):
    key, words = uuid4(), "It costs two days."
    for about in (two[0], two[0]):
        Note.write(room.board, room.writer, key, "if_we_act", words, {"about": str(about.note_id)})
    with pytest.raises(Conflict, match="sent before with other words"):
        Note.write(room.board, room.writer, key, "if_we_act", words, {"about": str(two[1].note_id)})
    assert room.board.notes().count() == 1


def test_a_risk_stays_when_its_action_is_taken_back_and_goes_along_when_it_is_merged(
    room, two, place, sam
):
    room.risk(two[0], "It costs two days.")
    room.mark(two[1], "new")
    two[0].note.merge(room.grace, two[1].note, two[0].note.version)
    (note,) = room.board.notes()
    assert note.live_into == f"risks-{two[1].note_id}-if_we_do_nothing"
    two[1].note.refresh_from_db()
    two[1].note.take_back(room.writer)
    two[0].note.take_back(room.writer)
    sam.participant.token = sam.participant.add_device()
    page = place(sam, "", method="get", json=False).content.decode()
    assert "An action that is not on the board any more" in page
    assert "It costs two days." in page
    assert "Ring Kit" not in page


def test_the_console_reads_out_what_changed_and_asks_for_what_is_missing(room, two, at):
    page = at("run", "debrief/read-out/")
    assert "2 actions have no mark yet." in page
    assert "no risk of doing nothing" not in page
    room.mark(two[0], "changed")
    page = at("run", "debrief/read-out/")
    assert "1 action has no mark yet." in page
    assert "Ring Kit" in page
    assert "Ring the groups" not in page
    assert "The top action has no risk of doing nothing yet." in page
    room.risk(two[0], "Three projects stall.")
    assert "no risk of doing nothing" not in at("run", "debrief/read-out/")


def test_the_screen_has_the_actions_by_their_mark(room, two, at):
    room.mark(two[0], "same")
    room.mark(two[1], "new")
    page = at("screen", "debrief/sorted/")
    assert page.index('data-mark="new"') < page.index("Ring the groups")
    assert page.index("Ring the groups") < page.index('data-mark="same"') < page.index("Ring Kit")
    assert room.change(f"sorted-{room.board.pk}", "screen").fetch == "debrief/sorted/"


def test_whoever_would_rather_not_do_the_story_is_not_told_it_again(room, two, sam, place):
    from indicators.models import Passed

    sam.participant.token = sam.participant.add_device()
    assert "Kit retires on Friday" in place(sam, "", method="get").content.decode()
    Passed.objects.create(scenario=room.session.scenarios.get(), participant=sam.participant)
    assert "Kit retires on Friday" not in place(sam, "", method="get").content.decode()
