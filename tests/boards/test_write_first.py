"""Notes that their writers alone see, until a facilitator opens them for all at once."""

from uuid import uuid4

import pytest

from boards.models import Deed, Note
from live.models import ALL, SERVER, Change
from workshops.models import LogEntry
from workshops.refusals import Conflict, NotAllowed

CANARY = "canary-7f3a"


@pytest.fixture
def first(room):
    """The room, in a step that is written first."""
    session = room.session
    session.go_back(session.current_step().pk)
    step = session.steps.get(key="diagnosis_write")
    step.intervals.all().delete()  # as if it had not begun
    session.save_write_first({step.pk: True})
    room.go_to("diagnosis_write")
    return room


def sent_to(*audiences: str) -> str:
    """Everything that these audiences could be sent: words, keys, places and order."""
    rows = Change.objects.filter(audience__in=audiences)
    return " ".join(map(str, rows.values_list("key", "html", "into", "order", "fetch")))


def test_a_note_is_sealed_and_its_writer_alone_is_sent_it(first, sam):
    note = first.write(sam, CANARY)

    assert note.state == "sealed"
    assert CANARY in sent_to(sam.participant.identity)
    others = sent_to("all", "participants", "screen", "facilitators")
    assert "1 note" in others
    assert CANARY not in others
    assert str(note.pk) not in others


def test_the_tally_counts_what_it_does_not_show(first, sam, joan):
    first.write(sam, "One.")
    first.write(joan, "Two.", "unsolved")

    tally = first.change(f"tally-{first.board.pk}").html
    assert "2 notes" in tally
    assert "1 note is not open yet." in tally


def test_opening_shows_all_at_once_in_one_order(first, sam, joan):
    notes = [first.write(by, f"{by.participant} {n}") for n in range(10) for by in (sam, joan)]
    written = [str(note.pk) for note in notes]

    first.board.open_notes(first.grace)

    shown = [str(key) for key in Note.objects.shown().values_list("pk", flat=True)]
    rows = Change.objects.filter(key__startswith="note-", audience=ALL, gone=False)
    assert sorted(shown) == sorted(written)
    assert shown != written
    assert [row.key[5:] for row in rows.order_by("order")] == shown
    assert [row.key[5:] for row in rows.order_by("seq")] == shown
    assert not Change.objects.filter(audience=SERVER, key__startswith="note-").exists()


def test_opening_changes_no_word_that_was_stored(first, sam):
    note = first.write(sam, "The same streets come back.")
    laid_down = Change.objects.get(key=note.live_key)
    own = Change.objects.get(key=note.mine_key)

    first.board.open_notes(first.grace)

    note.refresh_from_db()
    assert Change.objects.get(key=note.live_key).html == laid_down.html
    moved = Change.objects.get(key=note.mine_key)
    assert (moved.html, moved.audience) == (own.html, own.audience)
    assert (own.into, moved.into) == (f"sealed-{note.column.live_key}", note.mine_into)
    assert moved.order == note.mine_order


def test_opening_is_for_good(first, sam, joan):
    first.write(sam, "Before.")
    first.board.open_notes(first.grace)
    with pytest.raises(Conflict, match="open already"):
        first.board.open_notes(first.grace)

    assert first.write(joan, "After.").state == "shown"
    first.go_to("diagnosis_agree")
    first.session.go_back(first.session.current_step().pk)
    assert first.write(joan, "After going back.").state == "shown"
    assert LogEntry.objects.get(act="opened-notes").detail == "diagnosis: 1"


def test_going_back_and_on_again_keeps_what_is_sealed_sealed(first, sam):
    note = first.write(sam, CANARY)
    first.session.go_back(first.session.current_step().pk)
    first.go_to("diagnosis_write")

    note.refresh_from_db()
    assert note.state == "sealed"
    assert first.write(sam, "More.").state == "sealed"


def test_a_note_that_comes_late_is_sealed_too_and_in_no_tray(first, sam):
    first.session.lock_board(True)

    assert first.write(sam, CANARY).state == "sealed"
    assert CANARY not in sent_to("facilitators")


def test_a_note_entered_for_the_room_waits_with_the_others(first, sam):
    note = first.write(first.grace, CANARY)
    assert note.state == "sealed"
    assert CANARY not in sent_to("all", "participants", "screen", "facilitators")

    first.board.open_notes(first.grace)
    assert CANARY in first.change(note.live_key).html


def test_its_writer_changes_moves_and_takes_back_a_sealed_note(first, sam):
    note = first.write(sam, "Once.")
    note.change(sam, CANARY, 1)
    note.move(sam, "unsolved", 2)
    assert (note.state, note.column.key) == ("sealed", "unsolved")
    assert CANARY in Change.objects.get(key=note.live_key).html
    assert CANARY not in sent_to("all", "participants", "screen", "facilitators")

    note.take_back(sam)
    assert CANARY not in sent_to("all", "server", sam.participant.identity)
    assert str(note.pk) not in sent_to("all", "participants", "screen", "facilitators")
    first.board.open_notes(first.grace)
    assert not Note.objects.shown().exists()


def test_undoing_what_was_done_while_it_was_sealed_seals_nothing_and_tells_no_order(first, sam):
    note = first.write(sam, "Once.")
    note.move(sam, "unsolved", 1)
    first.board.open_notes(first.grace)
    shuffled = Note.objects.get(pk=note.pk).order

    with pytest.raises(Conflict):
        Deed.find(sam).undo(sam)
    note.refresh_from_db()
    assert (note.state, note.order) == ("shown", shuffled)


@pytest.mark.parametrize(
    "act",
    [
        lambda note, by: note.move(by, "unsolved", 1),
        lambda note, by: note.change(by, "Other words.", 1),
        lambda note, by: note.park(by, True),
        lambda note, by: note.see_differently(by, "No."),
        lambda note, by: note.take_out(by, 1),
    ],
    ids=["move", "change", "park", "see differently", "take out"],
)
def test_nobody_else_does_anything_with_a_sealed_note(first, sam, joan, act):
    note = first.write(sam, "Mine.")
    for other in (joan, first.grace):
        with pytest.raises((Conflict, NotAllowed)):
            act(note, other)


def test_a_facilitator_can_neither_hide_nor_admit_what_is_sealed(first, sam):
    note = first.write(sam, "Mine.")
    for act in (lambda: note.hide(first.grace, "Because."), lambda: note.admit(first.grace)):
        with pytest.raises(Conflict):
            act()


def test_a_sealed_note_goes_into_no_group(first, sam, place):
    note = first.write(sam, "Mine.")
    answer = place(sam, f"groups/{uuid4()}/", notes=[str(note.pk)], name=CANARY)

    assert answer.status_code == 409
    assert "not open yet" in answer.json()["error"]
    assert CANARY not in sent_to("all")


def test_a_sealed_note_of_someone_else_is_not_found(first, sam, joan, place):
    note = first.write(sam, CANARY)

    assert CANARY in place(sam, f"notes/{note.pk}/", "get").content.decode()
    assert place(joan, f"notes/{note.pk}/", "get").status_code == 404


def test_next_asks_what_becomes_of_sealed_notes(first, sam):
    first.write(sam, "Mine.")
    step = first.session.current_step()
    with pytest.raises(Conflict, match="not open yet"):
        first.session.go_on(step.pk)

    first.session.go_on(step.pk, leave_sealed=True)
    assert first.session.current_step().key == "diagnosis_agree"
    first.board.open_notes(first.grace)
    assert Note.objects.shown().count() == 1


def test_what_was_never_opened_stays_with_its_writer_after_the_end(first, sam, joan, place):
    first.write(sam, CANARY)
    first.session.end(first.grace.facilitator)

    with pytest.raises(Conflict):
        first.board.open_notes(first.grace)
    page = place(sam, "", "get").content.decode()
    assert page.index("Never opened") < page.index(CANARY)
    assert "Never opened" in place(sam, "you/", "get").content.decode()
    assert CANARY not in place(joan, "", "get").content.decode()


def test_notes_of_someone_who_was_removed_open_with_the_rest(first, sam):
    first.write(sam, CANARY)
    first.session.remove(sam.participant, first.grace.user)
    assert CANARY not in sent_to("all")

    first.board.open_notes(first.grace)
    assert CANARY in sent_to("all")


def test_how_people_write_is_settled_once_the_step_begins(first):
    step = first.session.current_step()
    with pytest.raises(Conflict):
        first.session.save_write_first({step.pk: False})
    first.session.go_back(step.pk)
    with pytest.raises(Conflict):
        first.session.save_write_first({step.pk: False})


def test_opening_1500_notes_takes_few_questions(first, sam, django_assert_max_num_queries):
    board, column = first.board, first.board.columns.first()
    notes = [
        Note(column=column, writer=sam.participant, text=f"{n}", order=n, state="sealed")
        for n in range(1500)
    ]
    Note.objects.bulk_create(notes)
    with first.session.lock():
        for note in notes:
            note._push_to(SERVER)
            note._push_to_writer(board.room_key, sam.participant)

    with django_assert_max_num_queries(60):
        board.open_notes(first.grace)

    assert Change.objects.filter(key__startswith="note-", audience=ALL).count() == 1500
