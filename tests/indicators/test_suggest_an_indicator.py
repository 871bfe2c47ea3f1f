from uuid import uuid4

import pytest

from boards.models import Note
from indicators.models import Addition
from workshops.refusals import Conflict, NotAllowed, NotFit

from .adding import LABEL, adopted, board_of, suggest


def test_someone_suggests_one_while_the_room_reads(room, sam):
    addition = suggest(room, sam, description="Budgets cross borders.", why="Nobody pays alone.")
    kept = Addition.objects.get(pk=addition.pk)
    assert (kept.label, kept.decision) == (LABEL, "proposed")
    assert (kept.description, kept.why) == ("Budgets cross borders.", "Nobody pays alone.")


def test_others_are_shown_the_words_and_not_who_wrote_them(room, sam):
    addition = suggest(room, sam, why="Nobody pays alone.")
    html = room.change(addition.note.live_key).html
    assert LABEL in html
    assert "Nobody pays alone." in html
    assert "Sam" not in html


@pytest.mark.parametrize("step", ["indicators_add", "indicators_proxies", "scenario_respond"])
def test_a_suggestion_is_taken_in_every_step_of_the_stage(room, sam, step):
    room.go_to(step)
    assert suggest(room, sam).note.state == "shown"


def test_outside_the_stage_it_waits_for_the_facilitator(room, sam):
    room.go_to("close")
    assert suggest(room, sam).note.state == "late"


def test_a_label_has_eighty_characters_at_most_and_is_one_line(room, sam):
    with pytest.raises(NotFit):
        suggest(room, sam, "x" * 81)
    assert suggest(room, sam, "Money\nfollows").label == "Money follows"


def test_a_description_that_is_too_long_is_said_by_its_name(room, sam):
    with pytest.raises(NotFit, match="What does it mean"):
        suggest(room, sam, description="x" * 281)
    assert not Note.objects.filter(column__board__activity_key="additions").exists()


def test_sent_twice_it_is_one_and_with_another_reason_a_conflict(room, sam):
    key, board = uuid4(), board_of(room, "additions")
    Note.write(board, sam, key, "proposed", LABEL, {"why": "This."})
    Note.write(board, sam, key, "proposed", LABEL, {"why": "This."})
    assert Addition.objects.count() == 1
    with pytest.raises(Conflict):
        Note.write(board, sam, key, "proposed", LABEL, {"why": "That."})


def test_whoever_suggested_it_changes_all_that_is_said(room, sam):
    addition = suggest(room, sam)
    addition.change(sam, "Money follows people", 1, {"description": "Anyone.", "why": ""})
    kept = Addition.objects.get(pk=addition.pk)
    assert (kept.label, kept.description) == ("Money follows people", "Anyone.")


def test_nobody_else_changes_it(room, sam, joan):
    addition = suggest(room, sam)
    with pytest.raises(NotAllowed):
        addition.change(joan, "Mine now", 1, {})


def test_once_the_group_has_decided_its_words_stay(room, sam):
    addition = adopted(room, sam)
    with pytest.raises(Conflict, match="adopted"):
        addition.change(sam, "Something else", 1, {})


def test_the_plain_form_of_a_note_changes_no_label_behind_that_rule(room, sam):
    addition = suggest(room, sam)
    with pytest.raises(NotAllowed):
        addition.note.change(sam, "Something else", 1)


def test_whoever_suggests_what_we_have_is_asked_and_others_are_not(room, sam):
    addition = suggest(room, sam, "Data is shared safely")
    own = room.change(addition.note.mine_key, sam.participant.identity).html
    assert "Common approach to data" in own
    assert "Common approach to data" not in room.change(addition.note.live_key).html
