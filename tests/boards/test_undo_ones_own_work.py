"""Each person can undo what they did themselves in the step that runs."""

from uuid import uuid4

import pytest

from boards import departures
from boards.models import Cluster, Deed, Former, Note
from live.models import Change
from workshops.models import LogEntry, Operation
from workshops.refusals import Conflict, Gone


def undo(by, key=None) -> str:
    return Deed.find(by, key).undo(by)


def in_column(room, note) -> str:
    note.refresh_from_db()
    return note.column.key


def last_of(viewer) -> int:
    return Deed.objects.of(viewer).first().pk


@pytest.fixture
def agreeing(room, sam, joan):
    """Two notes by Sam, in the step in which people sort together."""
    notes = [room.write(sam, "One."), room.write(sam, "Two.")]
    room.go_to("diagnosis_agree")
    return notes


@pytest.fixture
def sealed(room):
    """The room, in a step that is written first."""
    room.session.go_back(room.session.current_step().pk)
    step = room.session.steps.get(key="diagnosis_write")
    step.intervals.all().delete()  # as if it had not begun
    room.session.save_write_first({step.pk: True})
    room.go_to("diagnosis_write")
    return room


def test_a_moved_note_is_back_in_its_place_for_everyone(room, sam):
    first, second = room.write(sam, "One."), room.write(sam, "Two.")
    order = first.order
    first.move(sam, "unsolved", base=1)
    assert undo(sam) == "Moved back to 3 Intractable."
    change = room.change(first.live_key)
    assert (change.into, change.order) == (second.live_into, f"b{order:08d}")
    assert room.change(first.mine_key, sam.identity).into == f"mine-{second.column.live_key}"


def test_a_changed_note_has_its_former_words(room, sam):
    note = room.write(sam, "First words.")
    note.change(sam, "Second words.", base=1)
    undo(sam)
    assert "First words." in room.change(note.live_key).html
    assert not Change.objects.filter(html__contains="Second words.").exists()


def test_deeds_are_undone_from_the_last_to_the_first(room, sam):
    note = room.write(sam, "First words.")
    note.move(sam, "unsolved", base=1)
    note.change(sam, "Second words.", base=2)
    said = [undo(sam), undo(sam)]
    note.refresh_from_db()
    assert (note.text, note.column.key) == ("First words.", "intractable")
    assert said == ["Changed back to your words from before.", "Moved back to 3 Intractable."]
    with pytest.raises(Conflict, match="nothing of yours"):
        undo(sam)


def test_an_earlier_change_is_not_undone_over_a_later_one(room, sam):
    note = room.write(sam, "First words.")
    note.change(sam, "Second words.", base=1)
    earlier = last_of(sam)
    note.change(sam, "Third words.", base=2)
    with pytest.raises(Conflict, match="since"):
        undo(sam, earlier)
    assert Note.objects.get().text == "Third words."


def test_what_someone_has_moved_since_stays_where_they_put_it(room, sam, joan, agreeing):
    note = agreeing[0]
    note.move(sam, "unsolved", base=1)
    note.move(joan, "untraceable", base=2)
    head = Change.objects.latest("seq").seq
    with pytest.raises(Conflict, match="Someone has moved or changed it since"):
        undo(sam)
    assert in_column(room, note) == "untraceable"
    assert Change.objects.latest("seq").seq == head


def test_what_someone_changed_and_undid_can_be_undone(room, sam, joan, agreeing):
    note = agreeing[0]
    note.move(sam, "unsolved", base=1)
    note.move(joan, "untraceable", base=2)
    undo(joan)
    undo(sam)
    assert in_column(room, note) == "intractable"


def test_nobody_undoes_what_another_did(room, sam, joan, agreeing):
    note = agreeing[0]
    note.move(sam, "unsolved", base=1)
    with pytest.raises(Conflict, match="nothing of yours"):
        undo(joan)
    with pytest.raises(Gone, match="cannot be undone"):
        undo(joan, last_of(sam))
    with pytest.raises(Gone, match="cannot be undone"):
        Deed.find(sam).undo(joan)
    assert in_column(room, note) == "unsolved"


def test_undo_lasts_the_step_and_the_words_from_before_go_with_it(room, sam):
    note = room.write(sam, "First words.")
    note.change(sam, "Second words.", base=1)
    key = last_of(sam)
    room.go_to("diagnosis_agree")
    assert (Deed.objects.count(), Former.objects.count()) == (0, 0)
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(Gone):
        undo(sam, key)
    assert Note.objects.get().text == "Second words."


def test_a_deed_of_an_earlier_step_is_not_found_even_if_it_were_kept(room, sam):
    room.write(sam, "One.").park(sam, True)
    step = room.session.current_step()
    Deed.objects.update(step=room.session.steps.exclude(pk=step.pk).first())
    with pytest.raises(Conflict):
        undo(sam)


def test_the_end_of_the_session_forgets_everything(room, sam):
    room.write(sam, "One.").change(sam, "Two.", base=1)
    room.session.end(room.grace.facilitator)
    assert Former.objects.count() == 0


def test_a_closed_board_stays_as_it_is(room, sam):
    note = room.write(sam, "One.")
    note.move(sam, "unsolved", base=1)
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        undo(sam)
    assert in_column(room, note) == "unsolved"


def test_a_note_taken_back_never_returns_and_its_words_are_nowhere(room, sam):
    note = room.write(sam, "Swan words, the first.")
    note.change(sam, "Swan words, the second.", base=1)
    note.move(sam, "unsolved", base=2)
    note.take_back(sam)
    assert (Deed.objects.count(), Former.objects.count()) == (0, 0)
    with pytest.raises(Conflict, match="nothing of yours"):
        undo(sam)
    kept = [*Former.objects.values_list("before", "after"), *Operation.objects.values("answer")]
    assert "Swan" not in str(kept) + "".join(Change.objects.values_list("html", flat=True))


def test_a_group_comes_back_without_the_note_that_was_taken_back(room, sam, joan, agreeing):
    group = Cluster.gather(agreeing, "Fixes", uuid4())
    group.ungroup(joan)
    agreeing[0].take_back(sam)
    assert undo(joan) == "Grouped again: 1 note."
    assert [note.text for note in Cluster.objects.get().notes.all()] == ["Two."]
    assert Note.objects.get(pk=agreeing[0].pk).state == "taken_back"


def test_gathering_is_undone_and_another_s_note_keeps_the_group(room, sam, joan, agreeing):
    third = room.write(joan, "Three.")
    group = Cluster.gather_by(sam, agreeing, "Fixes", uuid4())
    third.group(joan, group, base=1)
    assert undo(sam) == "Taken apart again. The notes stay."
    assert [note.pk for note in group.notes.all()] == [third.pk]
    assert room.change(agreeing[0].live_key).into == agreeing[0].column.live_key


def test_gathering_undone_leaves_no_empty_group(room, sam, agreeing):
    group = Cluster.gather_by(sam, agreeing, "Fixes", uuid4())
    undo(sam)
    assert (Cluster.objects.count(), room.change(group.live_key)) == (0, None)


def test_a_group_that_someone_has_named_since_stays(room, sam, joan, agreeing):
    group = Cluster.gather_by(sam, agreeing, "Fixes", uuid4())
    group.rename(joan, "Repairs", base=1)
    with pytest.raises(Conflict, match="changed this group since"):
        undo(sam)
    assert group.notes.count() == 2


def test_ungrouping_is_undone_with_the_notes_that_are_still_loose(room, sam, joan, agreeing):
    one, two = agreeing
    key = Cluster.gather(agreeing, "Fixes", uuid4()).live_key
    Cluster.objects.get().ungroup(sam)
    one.refresh_from_db()
    one.move(joan, "unsolved", base=one.version)
    assert undo(sam) == "Grouped again: 1 note."
    assert room.change(two.live_key).into == key
    assert "Fixes" in room.change(key).html
    assert in_column(room, one) == "unsolved"


def test_taking_the_last_note_out_is_undone_with_the_group(room, sam, agreeing):
    group = Cluster.gather(agreeing[:1], "Fixes", uuid4())
    note = Note.objects.get(pk=agreeing[0].pk)
    note.take_out(sam, base=note.version)
    assert not Cluster.objects.exists()
    assert undo(sam) == "Back in the group Fixes."
    assert room.change(note.live_key).into == group.live_key


def test_a_group_someone_took_apart_is_not_made_again(room, sam, joan, agreeing):
    group = Cluster.gather(agreeing, "Fixes", uuid4())
    note = Note.objects.get(pk=agreeing[0].pk)
    note.take_out(sam, base=note.version)
    Cluster.objects.get().ungroup(joan)
    assert undo(sam) == "Loose in 3 Intractable again."
    assert not Cluster.objects.filter(pk=group.pk).exists()


def test_a_former_name_comes_back_unless_someone_has_renamed_it(room, sam, joan, agreeing):
    group = Cluster.gather(agreeing, "First", uuid4())
    group.rename(sam, "Second", base=1)
    undo(sam)
    assert "First" in room.change(group.live_key).html
    group.rename(sam, "Third", base=3)
    group.rename(joan, "Fourth", base=4)
    with pytest.raises(Conflict):
        undo(sam)


def test_parking_is_undone(room, sam, agreeing):
    agreeing[0].park(sam, True)
    undo(sam)
    assert 'data-kind="reason"' in room.change(agreeing[0].live_key).html


def test_seeing_differently_is_undone_step_by_step(room, joan, agreeing):
    note = agreeing[0]
    note.see_differently(joan, "Not here.")
    note.see_differently(joan, "Not here, and not there.")
    first = Deed.objects.of(joan).last()
    with pytest.raises(Conflict, match="since"):
        first.undo(joan)
    undo(joan)
    assert [dissent.sentence for dissent in note.dissents.all()] == ["Not here."]
    undo(joan)
    assert 'data-kind="reason"' in room.change(note.live_key).html


def test_a_sentence_taken_back_stays_gone_when_that_is_undone(room, joan, agreeing):
    note = agreeing[0]
    note.see_differently(joan, "Swan sentence.")
    note.see_differently(joan, "Swan sentence, mended.")
    note.see_alike(joan)
    assert "Swan" not in str(list(Former.objects.values_list("before", flat=True)))
    undo(joan)
    assert [dissent.sentence for dissent in note.dissents.all()] == [""]


def test_a_facilitator_undoes_hiding_and_the_group_is_there_again(room, sam, agreeing):
    group = Cluster.gather(agreeing[:1], "Fixes", uuid4())
    note = Note.objects.get(pk=agreeing[0].pk)
    note.hide(room.grace, "Holds a name")
    assert undo(room.grace) == "Back on the board."
    assert room.change(note.live_key).into == group.live_key
    assert "Holds a name" not in room.change(f"trays-{room.board.pk}", "facilitators").html
    assert LogEntry.objects.filter(act="undid-hide", user=room.grace.user).count() == 1


def test_a_facilitator_undoes_admitting(room, sam):
    room.session.lock_board(True)
    note = room.write(sam, "Late words.")
    room.session.lock_board(False)
    note.admit(room.grace)
    assert undo(room.grace) == "Among the late notes again."
    assert room.change(note.live_key) is None
    assert "Late words." in room.change(f"trays-{room.board.pk}", "facilitators").html


def test_facilitators_undo_their_own_alone(room, sam, django_user_model):
    amir = django_user_model.objects.create_user("amir")
    room.session.workshop.facilitators.create(user=amir)
    note = room.write(sam, "One.")
    note.hide(room.grace, "Holds a name")
    with pytest.raises(Conflict, match="nothing of yours"):
        undo(room.facilitator(amir))


def test_undo_is_carried_out_once_however_often_it_arrives(room, sam, place):
    note = room.write(sam, "One.")
    answer = place(sam, f"notes/{note.pk}/move/", column="unsolved", base=1).json()
    place(sam, f"notes/{note.pk}/park/")
    operation = str(uuid4())
    first = place(sam, "undo/", operation=operation)
    again = place(sam, "undo/", operation=operation)
    assert first.json() == again.json()
    assert first.json()["said"] == "Not parked any more."
    assert in_column(room, note) == "unsolved"
    assert place(sam, f"undo/{answer['undo']}/").json()["said"] == "Moved back to 3 Intractable."
    assert place(sam, f"undo/{answer['undo']}/").status_code == 410


def test_undo_without_scripts_leads_back_to_the_board(room, sam, place):
    note = room.write(sam, "One.")
    note.move(sam, "unsolved", base=1)
    answer = place(sam, "undo/", json=False, operation=str(uuid4()))
    assert (answer.status_code, answer["Location"]) == (303, f"/s/{room.session.code}/")
    assert in_column(room, note) == "intractable"
    assert place(sam, "undo/", "get").status_code == 405


def test_the_page_of_a_note_offers_it_to_whoever_did_it_and_to_nobody_else(
    room, sam, joan, place, agreeing
):
    note = agreeing[0]
    note.move(joan, "unsolved", base=1)
    address = f"/undo/{last_of(joan)}/"
    assert address in place(joan, f"notes/{note.pk}/", "get").content.decode()
    assert "/undo/" not in place(sam, f"notes/{note.pk}/", "get").content.decode()


def test_the_page_of_a_group_offers_its_former_name(room, sam, joan, place, agreeing):
    group = Cluster.gather(agreeing, "First", uuid4())
    group.rename(joan, "Second", base=1)
    address = f"/undo/{last_of(joan)}/"
    assert address in place(joan, f"groups/{group.pk}/", "get").content.decode()
    assert "/undo/" not in place(sam, f"groups/{group.pk}/", "get").content.decode()


def test_reports_hear_of_words_that_an_undo_takes_off_the_board(room, joan, agreeing, monkeypatch):
    heard = []
    monkeypatch.setattr(departures, "_listeners", [heard.append])
    agreeing[0].see_differently(joan, "Not here.")
    undo(joan)
    assert heard == [room.session.workshop.pk]


def test_a_sealed_note_is_undone_for_its_writer_alone(sealed, sam):
    note = sealed.write(sam, "Swan words.")
    note.change(sam, "Other words.", base=1)
    undo(sam)
    heard = Change.objects.filter(html__contains="Swan").values_list("audience", flat=True)
    assert set(heard) == {sam.identity, "server"}


def test_what_was_moved_before_the_notes_opened_keeps_its_place(sealed, sam):
    note = sealed.write(sam, "One.")
    note.move(sam, "unsolved", base=1)
    sealed.board.open_notes(sealed.grace)
    with pytest.raises(Conflict, match="since"):
        undo(sam)
    assert in_column(sealed, note) == "unsolved"
