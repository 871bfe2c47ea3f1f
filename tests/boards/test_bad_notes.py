"""Notes that come twice, too late, from the wrong person, or in signs that make trouble."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client

from boards.models import Note
from live.models import Change
from tests.permissions.world import plan, user
from workshops.models import Operation

FORM = {"board": "diagnosis", "column": "intractable"}


def write(place, by, text, key=None, **more):
    return place(by, f"notes/{key or uuid4()}/", **FORM | {"text": text} | more)


@pytest.mark.parametrize(
    "text",
    [
        "Mae’r tai’n llaith ym Mhwllheli: ŵ ŷ â ê î ô û",
        "السكن رطب والإيجار مرتفع",
        "بيت رطب, says the tenant, 3 \u200fمرات",
        "👩🏽‍🌾 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏠",
        "<b>bold</b> & {{ braces }} {% tag %} \"quotes\" 'more' \\0",
        "One\nTwo\n\nThree",
        "𝔘𝔫𝔠𝔦𝔞𝔩 한국어 中文 ไทย",
    ],
)
def test_any_script_arrives_as_it_was_written(room, sam, joan, place, text):
    assert write(place, sam, text).status_code == 200

    assert Note.objects.get().text == text
    assert text in unescape(place(joan, "", "get").content.decode())
    assert "<b>bold" not in Change.objects.get(key=f"note-{Note.objects.get().pk}").html


def test_signs_that_would_turn_others_words_around_are_left_out(room, sam, place):
    write(place, sam, "\u202egpj\u2066.exe\u0000\u001b[31m \r\nEnd\ufeff")

    assert Note.objects.get().text == "gpj.exe[31m \nEnd"


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u200b\u200d\u2060", "\u202e\u2066", "\u0000"])
def test_a_note_that_nobody_could_see_is_refused_in_words(room, sam, place, text):
    answer = write(place, sam, text)

    assert (answer.status_code, answer.json()) == (422, {"error": "Write something first."})
    assert not Note.objects.exists()


def test_280_code_points_are_a_note_and_281_are_not(room, sam, place):
    longest = "e\u0301" * 139 + "🏠" * 138 + "a\r\nb"
    assert write(place, sam, longest + "x").status_code == 422
    assert write(place, sam, longest).status_code == 200
    assert len(Note.objects.get().text) == 280


def test_the_same_command_twice_gives_the_same_answer(room, sam, place):
    key, operation = uuid4(), str(uuid4())
    first = write(place, sam, "Once.", key, operation=operation)
    room.write(sam, "Something in between.")
    again = write(place, sam, "Once.", key, operation=operation)

    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert Note.objects.filter(text="Once.").count() == 1


def test_the_same_command_after_the_step_has_closed_gives_the_same_answer(room, sam, place):
    key, operation = uuid4(), str(uuid4())
    first = write(place, sam, "In time.", key, operation=operation)
    room.go_to("stakeholders_brainstorm")

    assert write(place, sam, "In time.", key, operation=operation).json() == first.json()
    assert Note.objects.get().state == "shown"


def test_a_used_command_with_other_words_is_a_conflict(room, sam, place):
    operation = str(uuid4())
    write(place, sam, "First.", operation=operation)
    answer = write(place, sam, "Other words.", operation=operation)

    assert answer.status_code == 409
    assert "Your text is kept" in answer.json()["error"]
    assert [note.text for note in Note.objects.all()] == ["First."]


def test_someone_elses_command_is_a_conflict_and_tells_nothing_of_it(room, sam, joan, place):
    key, operation = uuid4(), str(uuid4())
    write(place, sam, "Sam's words.", key, operation=operation)
    answers = [
        write(place, joan, "Sam's words.", key, operation=operation),
        write(place, joan, "Joan's.", uuid4(), operation=operation),
        write(place, joan, "Joan's.", key),
    ]

    assert [answer.status_code for answer in answers] == [409] * 3
    assert "Sam" not in "".join(answer.content.decode() for answer in answers)
    assert Note.objects.get().writer == sam.participant


def test_without_scripts_words_that_met_a_used_number_can_be_sent_again(room, sam, joan, place):
    key = uuid4()
    write(place, sam, "Sam's words.", key)
    page = place(joan, f"notes/{key}/", json=False, **FORM | {"text": "Joan's words."})
    html = page.content.decode()
    again = re.search(r'action="/s/\w+/(notes/[^"]+/)"', html)[1]

    assert (page.status_code, unescape(html).count("Joan's words.")) == (409, 1)
    assert str(key) not in again
    assert place(joan, again, json=False, **FORM | {"text": "Joan's words."}).status_code == 303
    assert {note.text for note in Note.objects.all()} == {"Sam's words.", "Joan's words."}


def test_someone_elses_note_is_not_changed_and_what_was_typed_is_kept(room, sam, joan, place):
    note = room.write(sam, "Sam's words.")
    answer = place(joan, f"notes/{note.pk}/change/", json=False, text="Joan's words.", base=1)

    assert answer.status_code == 403
    assert "Joan's words." in unescape(answer.content.decode())
    note.refresh_from_db()
    assert (note.text, note.version) == ("Sam's words.", 1)


@pytest.mark.parametrize("base", ["0", "2", "", "-1", "1.0", "x", "9" * 40, "²", "١"])
def test_a_change_of_another_version_than_the_last_is_refused(room, sam, place, base):
    note = room.write(sam, "First.")
    answer = place(sam, f"notes/{note.pk}/change/", text="Second.", base=base)

    assert answer.status_code == (409 if base in ("0", "2") else 422)
    assert answer.json()["error"]
    assert Note.objects.get().text == "First."


def test_a_change_that_comes_twice_is_made_once(room, sam, place):
    note, operation = room.write(sam, "First."), str(uuid4())
    address = f"notes/{note.pk}/change/"
    first = place(sam, address, text="Second.", base=1, operation=operation)
    again = place(sam, address, text="Second.", base=1, operation=operation)
    other = place(sam, address, text="Third.", base=2, operation=operation)

    assert (first.status_code, again.json(), other.status_code) == (200, first.json(), 409)
    assert (Note.objects.get().text, Note.objects.get().version) == ("Second.", 2)


def test_a_late_note_waits_and_the_facilitator_lets_it_in(room, sam, joan, place):
    room.go_to("stakeholders_brainstorm")
    answer = write(place, sam, "Written on the train.")
    assert (answer.status_code, answer.json()["state"]) == (200, "late")
    assert "on the train" not in place(joan, "", "get").content.decode()

    grace = Client()
    grace.force_login(room.grace.user, backend="django.contrib.auth.backends.ModelBackend")
    console, note = f"/run/{room.session.code}/", Note.objects.get()
    assert "on the train" in grace.get(console).content.decode()
    assert place(sam, f"notes/{note.pk}/admit/").status_code == 403
    assert grace.post(f"{console}notes/{note.pk}/admit/").status_code == 303

    assert "on the train" in room.change(f"note-{note.pk}").html


def test_a_note_of_another_session_is_not_there(room, sam, place):
    note = note_elsewhere()
    for verb in ("change", "take-back", "move", "park", "differently", "hide"):
        answer = place(sam, f"notes/{note.pk}/{verb}/", text="Mine now.", base=1, because="So")
        assert answer.status_code in (403, 404)
        assert "Words elsewhere" not in answer.content.decode()
    assert place(sam, f"notes/{note.pk}/", "get").status_code == 404
    gathered = place(sam, f"groups/{uuid4()}/", notes=[str(note.pk)], name="Mine")
    assert gathered.status_code in (403, 404)

    assert Note.objects.get(pk=note.pk).text == "Words elsewhere."


def test_the_number_of_a_note_elsewhere_is_taken_and_shows_nothing(room, sam, place):
    note = note_elsewhere()
    answer = write(place, sam, "Words elsewhere.", note.pk)

    assert answer.status_code == 409
    assert "elsewhere" not in answer.content.decode()


def test_fields_that_no_form_has_change_nothing(room, sam, joan, place):
    room.go_to("diagnosis_write")
    odd = {"writer": joan.participant.pk, "state": "hidden", "order": 1, "step": 0, "version": 9}
    write(place, sam, "Mine.", **odd, id=str(uuid4()), session=999, entered_by=1)

    note = Note.objects.get()
    assert (note.writer, note.state, note.version) == (sam.participant, "shown", 1)


def test_a_form_without_its_token_writes_nothing(room, sam):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies[f"place-{room.session.pk}"] = sam.participant.token
    answer = browser.post(f"/s/{room.session.code}/notes/{uuid4()}/", FORM | {"text": "Forged."})

    assert answer.status_code == 403
    assert "Nothing was changed" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_refused_command_may_be_mended_under_the_same_number(room, sam, place):
    key, operation = uuid4(), str(uuid4())
    assert write(place, sam, "x" * 281, key, operation=operation).status_code == 422
    assert not Operation.objects.exists()

    assert write(place, sam, "x" * 280, key, operation=operation).status_code == 200


def note_elsewhere() -> Note:
    """A note by Ola in another workshop's session."""
    from workshops.viewers import Viewer

    workshop = plan(user("other"), "Late buses")
    session = workshop.sessions.get()
    session.start(workshop.facilitators.get())
    while session.current_step().key != "diagnosis_write":
        session.go_on(session.current_step().pk)
    at_console = Viewer("console", workshop, session, user=workshop.owner)
    board = session.boards.get(activity_key="diagnosis")
    return Note.write(board, at_console, uuid4(), "intractable", "Words elsewhere.")
