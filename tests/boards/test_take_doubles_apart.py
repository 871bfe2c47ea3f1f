"""What was merged is taken apart with nothing lost, and so when one of the two goes."""

from uuid import uuid4

import pytest

from boards.models import Cluster
from live.models import Change
from workshops.refusals import Conflict

from .merged import fresh, merge, on_board, shown_to_all, undo


def test_what_its_writer_takes_back_is_nowhere(room, sam, joan, names):
    stays, goes, _third = names
    goes.text = "Swan words"
    goes.save()
    merge(goes, stays, sam)
    fresh(goes).take_back(joan)
    assert not Change.objects.filter(html__contains="Swan words").exists()
    assert "Merged with" not in shown_to_all(room, stays)
    with pytest.raises(Conflict, match="nothing of yours"):
        undo(sam)


def test_when_the_one_that_stays_is_taken_back_the_other_is_on_the_board(room, sam, joan, names):
    stays, goes, _third = names
    merge(goes, stays, joan)
    fresh(stays).take_back(sam)
    assert "DPH" in shown_to_all(room, goes)
    assert "Merged" not in room.change(goes.mine_key, joan.identity).html
    assert on_board(room) == ["DPH", "Public health director"]


def test_when_the_one_that_stays_is_hidden_the_other_is_on_the_board_until_it_is_back(
    room, sam, names
):
    stays, goes, _third = names
    merge(goes, stays, sam)
    fresh(stays).hide(room.grace, "Holds a name")
    assert "DPH" in shown_to_all(room, goes)
    assert on_board(room) == ["DPH", "Public health director"]
    fresh(stays).restore(room.grace)
    assert shown_to_all(room, goes) == ""
    assert "<bdi>DPH</bdi>" in shown_to_all(room, stays)
    undo(room.grace)
    assert "DPH" in shown_to_all(room, goes)


def test_a_group_that_only_a_merged_note_is_left_in_goes(room, sam, names):
    stays, goes, _third = names
    merge(goes, stays, sam)
    fresh(stays).hide(room.grace, "Holds a name")
    group = Cluster.gather([fresh(goes)], "Health", uuid4())
    fresh(stays).restore(room.grace)
    assert not Cluster.objects.filter(pk=group.pk).exists()


def test_hiding_one_that_was_merged_takes_its_words_from_the_other(room, sam, names):
    stays, goes, _third = names
    merge(goes, stays, sam)
    fresh(goes).hide(room.grace, "Holds a name")
    assert "DPH" not in shown_to_all(room, stays)


def test_taking_apart_puts_it_back_where_it_was_and_into_its_group(room, sam, joan, names):
    stays, goes, third = names
    group = Cluster.gather([goes, third], "Health", uuid4())
    merge(goes, stays, sam)
    fresh(goes).unmerge(joan)
    fresh(goes).unmerge(joan)  # once is enough
    assert room.change(goes.live_key).into == group.live_key
    assert "Also written as" not in shown_to_all(room, stays)
    assert len(on_board(room)) == 3


def test_merging_and_taking_apart_are_undone(room, sam, joan, names):
    stays, goes, _third = names
    Cluster.gather([goes], "Health", uuid4())
    merge(goes, stays, sam)
    assert undo(sam) == "Taken apart again. Both are on the board."
    assert "Also written as" not in shown_to_all(room, stays)
    assert Cluster.objects.get().notes.get() == goes
    merge(goes, stays, sam)
    fresh(goes).unmerge(joan)
    assert undo(joan) == "Merged again."
    assert "<bdi>DPH</bdi>" in shown_to_all(room, stays)
    assert shown_to_all(room, goes) == ""


def test_undo_never_closes_a_ring(room, sam, joan, names):
    one, two, _third = names
    merge(one, two, sam)
    fresh(one).unmerge(joan)
    merge(two, one, sam)
    with pytest.raises(Conflict, match="since"):
        undo(joan)
    assert fresh(two).survivor() == one


def test_a_hidden_note_between_them_never_closes_a_ring(room, sam, names):
    one, two, three = names
    merge(one, two, sam)
    merge(two, three, sam)
    fresh(two).hide(room.grace, "Holds a name")
    merge(three, one, sam)
    fresh(two).restore(room.grace)
    assert {each.survivor() for each in map(fresh, names)} == {one}
    assert undo(sam) == "Taken apart again. Both are on the board."
    assert {each.survivor() for each in map(fresh, names)} == {one, three}
