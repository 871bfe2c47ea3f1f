"""Two notes that say the same become one, whoever says so first."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from boards.models import Cluster, Deed, Note
from workshops.refusals import Conflict, NotAllowed, NotFit

from .merged import fresh, merge, on_board, shown_to_all


def test_the_other_stays_and_says_how_it_was_also_written(room, sam, names):
    stays, goes, _third = names
    merge(goes, stays, sam)
    assert "<bdi>DPH</bdi>" in shown_to_all(room, stays)
    assert shown_to_all(room, goes) == ""
    assert on_board(room) == ["Director of Public Health", "Public health director"]


def test_the_tally_counts_what_stands_on_the_board(room, sam, names):
    merge(names[1], names[0], sam)
    assert "2 notes" in room.change(f"tally-{room.board.pk}").html


def test_the_same_words_are_not_said_twice(room, sam, joan, names):
    double = room.write(joan, "Director of Public Health")
    merge(double, names[0], sam)
    assert "Also written as" not in shown_to_all(room, names[0])
    assert "Merged with 1 other note" in shown_to_all(room, names[0])


def test_its_writer_still_finds_it_and_may_change_it(room, sam, joan, names):
    stays, goes, _third = names
    merge(goes, stays, sam)
    assert "Merged with another note" in room.change(goes.mine_key, joan.identity).html
    goes = fresh(goes)
    goes.change(joan, "The DPH", base=goes.version)
    assert "<bdi>The DPH</bdi>" in shown_to_all(room, stays)
    assert shown_to_all(room, goes) == ""


def test_what_is_merged_already_is_merged_and_no_mistake(room, sam, joan, names):
    one, two, three = names
    merge(one, two, sam)
    two.merge(joan, one, base=1)
    one.merge(joan, two, base=1)
    merge(two, three, sam)
    one.merge(joan, three, base=1)
    three.merge(joan, one, base=1)
    assert {each.survivor() for each in map(fresh, names)} == {three}


def test_merging_into_one_that_was_merged_is_merging_into_what_stands_for_it(room, sam, names):
    one, two, three = names
    merge(one, two, sam)
    merge(three, one, sam)
    assert fresh(three).merged_into == two
    assert "<bdi>Public health director</bdi>" in shown_to_all(room, two)


@pytest.mark.parametrize("crossed", [False, True])
def test_two_people_merge_the_same_pair_at_the_same_moment(room, sam, joan, names, crossed):
    one, two, _third = names
    pairs = [(sam, one, two), (joan, *((two, one) if crossed else (one, two)))]

    def do(by, note, into) -> str:
        try:
            fresh(note).merge(by, into, base=1)
            return "merged"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda pair: do(*pair), pairs)) == ["merged", "merged"]
    assert len({fresh(one).survivor(), fresh(two).survivor()}) == 1
    assert Deed.objects.filter(act="merge").count() == 1
    assert len(on_board(room)) == 2


def test_a_note_that_was_moved_meanwhile_is_looked_at_first(room, sam, joan, names):
    fresh(names[1]).move(joan, "unsolved", base=1)
    with pytest.raises(Conflict, match="Look at it"):
        fresh(names[1]).merge(sam, names[0], base=1)


def test_a_merged_note_is_not_sorted_any_more(room, sam, joan, names):
    stays, goes, _third = names
    merge(goes, stays, sam)
    with pytest.raises(Conflict, match="merged with another"):
        fresh(goes).move(joan, "unsolved", base=2)
    with pytest.raises(Conflict, match="not on the board"):
        Cluster.gather([fresh(goes)], "Health", uuid4())


def test_what_is_said_of_either_shows_with_the_one_that_stays(room, sam, joan, names):
    stays, goes, _third = names
    goes.see_differently(sam, "That is a role.")
    stays.see_differently(joan, "")
    merge(goes, stays, sam)
    html = shown_to_all(room, stays)
    assert "That is a role." in html
    assert "Seen differently: 2" in html


@pytest.mark.parametrize("state", ["late", "hidden", "taken_back", "sealed"])
def test_only_what_is_on_the_board_is_merged(room, names, state):
    Note.objects.filter(pk=names[1].pk).update(state=state)
    for note, into in [(names[1], names[0]), (names[0], names[1])]:
        with pytest.raises(Conflict, match=r"on the board|not open"):
            merge(note, into, room.grace)


def test_a_note_is_not_merged_with_itself(room, sam, names):
    with pytest.raises(NotFit, match="same as itself"):
        merge(names[0], names[0], sam)


def test_while_people_write_each_merges_their_own(room, sam, joan):
    notes = [room.write(sam, "DPH"), room.write(sam, "The DPH"), room.write(joan, "D.P.H.")]
    with pytest.raises(NotAllowed):
        merge(notes[0], notes[2], sam)
    merge(notes[0], notes[1], sam)
    assert fresh(notes[0]).survivor() == notes[1]


def test_by_http_with_a_choice_from_the_menu(room, sam, joan, place, names):
    stays, goes, third = names
    menu = place(sam, f"notes/{goes.pk}/", "get", part="menu").content.decode()
    assert f'<option value="{stays.pk}"' in menu
    answer = place(sam, f"notes/{goes.pk}/merge/", into=str(stays.pk), base=1)
    assert "undo" in answer.json()
    menu = place(joan, f"notes/{stays.pk}/", "get", part="menu").content.decode()
    assert f"notes/{goes.pk}/unmerge/" in menu
    assert str(third.pk) in menu
    assert f'<option value="{goes.pk}"' not in menu
    assert place(joan, f"notes/{goes.pk}/unmerge/").status_code == 200
    assert len(on_board(room)) == 3


def test_the_other_may_have_gone_meanwhile(room, sam, place, names):
    fresh(names[0]).hide(room.grace, "Holds a name")
    for into in [names[0].pk, uuid4()]:
        answer = place(sam, f"notes/{names[1].pk}/merge/", into=str(into), base=1)
        assert (answer.status_code, "not on the board" in answer.json()["error"]) == (409, True)
    assert place(sam, f"notes/{names[1].pk}/merge/", into="odd", base=1).status_code == 422
