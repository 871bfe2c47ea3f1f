"""Moving, grouping, parking, seeing it differently."""

from uuid import uuid4

import pytest

from boards.models import Cluster, Note
from workshops.refusals import Conflict, Gone, NotAllowed, NotFit


def test_a_moved_note_lies_at_the_end_of_its_new_column(room, sam):
    there = room.write(sam, "There.", "unsolved")
    note = room.write(sam, "Moving.")
    note.move(sam, "unsolved", base=1)
    assert list(room.board.column("unsolved").notes.shown()) == [there, note]
    assert room.change(f"note-{note.pk}").into == room.board.column("unsolved").live_key
    assert room.change(f"mine-{note.pk}", sam.identity).into.startswith("mine-column-")


def test_while_people_write_each_moves_their_own(room, sam, joan):
    note = room.write(sam, "Sam's.")
    with pytest.raises(NotAllowed):
        note.move(joan, "unsolved", base=1)
    assert room.board.column("unsolved").notes.shown().count() == 0


def test_while_people_agree_anyone_moves_a_note(room, sam, joan):
    note = room.write(sam, "Sam's.")
    room.go_to("diagnosis_agree")
    note.move(joan, "unsolved", base=1)
    assert room.board.column("unsolved").notes.shown().count() == 1


def test_two_moves_at_once_move_it_once(room, sam, joan):
    note = room.write(sam, "Sam's.")
    room.go_to("diagnosis_agree")
    note.move(joan, "unsolved", base=1)
    with pytest.raises(Conflict, match="moved or changed"):
        note.move(sam, "non_linear", base=1)
    assert room.board.column("unsolved").notes.shown().count() == 1


def test_ticked_notes_become_a_named_group(room, sam, joan):
    one, two = room.write(sam, "One."), room.write(joan, "Two.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([one, two], "Fixes do not last", uuid4())
    assert list(group.notes.all()) == [one, two]
    assert "Fixes do not last" in room.change(group.live_key).html
    assert room.change(f"note-{one.pk}").into == group.live_key


def test_a_pushed_group_holds_no_notes(room, sam):
    note = room.write(sam, "Inside.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([note], "Group", uuid4())
    assert "Inside." not in room.change(group.live_key).html


def test_notes_of_two_columns_are_not_grouped(room, sam):
    one, two = room.write(sam, "One."), room.write(sam, "Two.", "unsolved")
    room.go_to("diagnosis_agree")
    with pytest.raises(NotFit):
        Cluster.gather([one, two], "Across", uuid4())
    assert not Cluster.objects.exists()


def test_grouping_over_http_needs_ticked_notes_and_a_name(room, sam, place):
    note = room.write(sam, "One.")
    room.go_to("diagnosis_agree")
    none = place(sam, f"groups/{uuid4()}/", name="Empty")
    nameless = place(sam, f"groups/{uuid4()}/", notes=[str(note.pk)], name=" ")
    assert (none.status_code, nameless.status_code) == (422, 422)
    assert place(sam, f"groups/{uuid4()}/", notes=[str(note.pk)], name="G").status_code == 200
    assert Cluster.objects.get().name == "G"


def test_taking_the_last_note_out_ends_the_group(room, sam):
    note = room.write(sam, "One.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([note], "Short-lived", uuid4())
    note.refresh_from_db()
    note.take_out(sam, base=note.version)
    assert not Cluster.objects.exists()
    assert room.change(group.live_key) is None
    assert room.change(f"note-{note.pk}").into == note.column.live_key


def test_ungrouping_puts_every_note_back_into_the_column(room, sam):
    notes = [room.write(sam, text) for text in ("One.", "Two.")]
    room.go_to("diagnosis_agree")
    Cluster.gather(notes, "Group", uuid4()).ungroup(sam)
    column = room.board.column("intractable")
    assert [room.change(f"note-{note.pk}").into for note in notes] == [column.live_key] * 2


def test_a_renamed_group_keeps_its_notes(room, sam, place):
    note = room.write(sam, "One.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([note], "Old", uuid4())
    assert place(sam, f"groups/{group.pk}/", "get").status_code == 200
    place(sam, f"groups/{group.pk}/rename/", name="New", base=group.version)
    assert "New" in room.change(group.live_key).html
    assert group.notes.count() == 1


def test_a_parked_note_says_so_in_a_word(room, sam):
    note = room.write(sam, "Later.")
    note.park(sam, True)
    assert "Parked" in room.change(f"note-{note.pk}").html
    note.park(sam, False)
    assert "Parked" not in room.change(f"note-{note.pk}").html


def test_seeing_it_differently_shows_the_sentence_and_no_name(room, sam, joan):
    note = room.write(sam, "It is supply.")
    note.see_differently(joan, "It is discharge.")
    html = room.change(f"note-{note.pk}").html
    assert "Seen differently: 1" in html
    assert "It is discharge." in html
    assert "Joan" not in html


def test_seeing_it_differently_twice_counts_once(room, sam, joan):
    note = room.write(sam, "It is supply.")
    note.see_differently(joan, "First thought.")
    note.see_differently(joan, "Second thought.")
    html = room.change(f"note-{note.pk}").html
    assert "Seen differently: 1" in html
    assert "First thought." not in html
    note.see_alike(joan)
    assert "Seen differently" not in room.change(f"note-{note.pk}").html


def test_nobody_sees_their_own_note_differently(room, sam):
    note = room.write(sam, "Mine.")
    with pytest.raises(NotAllowed):
        note.see_differently(sam, "And not mine.")


def test_nothing_is_sorted_on_a_closed_board(room, sam):
    note = room.write(sam, "Fixed.")
    room.session.lock_board(True)
    for act in (
        lambda: note.move(sam, "unsolved", 1),
        lambda: note.park(sam, True),
        lambda: Cluster.gather([note], "G", uuid4()),
    ):
        with pytest.raises(Conflict):
            act()


def test_a_command_sent_twice_is_carried_out_once(room, sam, place):
    note = room.write(sam, "Once.")
    fields = {"operation": str(uuid4()), "column": "unsolved", "base": "1"}
    first = place(sam, f"notes/{note.pk}/move/", **fields)
    again = place(sam, f"notes/{note.pk}/move/", **fields)
    other = place(sam, f"notes/{note.pk}/move/", **{**fields, "column": "non_linear"})
    assert (first.status_code, again.json(), other.status_code) == (200, first.json(), 409)
    assert room.board.column("unsolved").notes.shown().count() == 1


def test_a_note_taken_back_a_moment_before_is_not_brought_back_by_grouping(room, sam, joan):
    note, other = room.write(sam, "Gone for good."), room.write(joan, "Stays.")
    room.go_to("diagnosis_agree")
    seen = [Note.objects.get(pk=each.pk) for each in (other, note)]
    note.take_back(sam)
    with pytest.raises(Conflict):
        Cluster.gather(seen, "Group", uuid4())
    note.refresh_from_db()
    assert (note.text, note.state) == ("", "taken_back")


def test_grouping_keeps_words_that_were_changed_a_moment_before(room, sam):
    note = room.write(sam, "First words.")
    room.go_to("diagnosis_agree")
    seen = Note.objects.get(pk=note.pk)
    note.change(sam, "Second words.", base=1)
    Cluster.gather([seen], "Group", uuid4())
    assert Note.objects.get(pk=note.pk).text == "Second words."


def test_a_group_sent_twice_is_one_group(room, sam, place):
    note, other = room.write(sam, "One."), room.write(sam, "Two.")
    room.go_to("diagnosis_agree")
    address, fields = f"groups/{uuid4()}/", {"notes": [str(note.pk)] * 2, "name": "G"}
    assert place(sam, address, **fields).status_code == 200
    assert place(sam, address, **fields).status_code == 200
    taken = place(sam, address, notes=[str(other.pk)], name="Another")
    assert taken.status_code == 409
    assert list(Cluster.objects.get().notes.all()) == [note]


def test_a_group_that_went_is_not_brought_back_by_a_new_name(room, sam, joan):
    note = room.write(sam, "One.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([note], "Old", uuid4())
    seen = Cluster.objects.get()
    group.ungroup(sam)
    with pytest.raises(Gone):
        seen.rename(joan, "New", seen.version)
    assert not Cluster.objects.exists()


def test_while_people_write_only_facilitators_change_groups(room, sam):
    note = room.write(sam, "One.")
    room.go_to("diagnosis_agree")
    group = Cluster.gather([note], "Together", uuid4())
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(NotAllowed):
        group.ungroup(sam)
    group.rename(room.grace, "Named", group.version)
    assert Cluster.objects.get().name == "Named"


def test_a_command_sent_again_is_answered_as_before_though_what_it_was_about_has_gone(
    room, sam, joan, place
):
    note = room.write(sam, "On the board, for a while.")
    room.go_to("diagnosis_agree")
    move = {"operation": str(uuid4()), "column": "unsolved", "base": "1"}
    moved = place(joan, f"notes/{note.pk}/move/", **move)
    group = Cluster.gather([note], "Soon gone", uuid4())
    ungroup = {"operation": str(uuid4())}
    ungrouped = place(joan, f"groups/{group.pk}/ungroup/", **ungroup)
    note.hide(room.grace, "Holds a name")
    assert moved.status_code == ungrouped.status_code == 200
    assert place(joan, f"notes/{note.pk}/move/", **move).json() == moved.json()
    assert place(joan, f"groups/{group.pk}/ungroup/", **ungroup).json() == ungrouped.json()
