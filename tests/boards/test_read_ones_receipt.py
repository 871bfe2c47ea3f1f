"""At the close and after it: one's own notes of all activities, to read, copy and take back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from boards.models import Board, Note
from boards.receipt import Receipt
from live.clock import now
from workshops.models.workshop import a_year_after


@pytest.fixture
def written(room, sam, joan):
    """Sam writes on two boards, not in the order of the board; Joan writes too."""
    room.write(sam, "We paint over it.", "unsolved")
    room.write(sam, "Three drives did not hold.", "intractable")
    room.write(joan, "Not Sam’s.", "intractable")
    room.go_to("stakeholders_brainstorm")
    stakeholders = Board.objects.get(session=room.session, activity_key="stakeholders")
    Note.write(stakeholders, sam, uuid4(), "unsorted", "Tenants’ group")
    return Receipt(sam)


def text(place, viewer) -> str:
    return place(viewer, "notes.txt", method="get").content.decode()


def test_notes_of_all_activities_stand_by_step_in_the_order_of_the_board(written):
    assert [(each.step, each.activity, [str(n) for n in each.notes]) for each in written.all] == [
        ("Write reasons", "Diagnosis", ["Three drives did not hold.", "We paint over it."]),
        ("Think broadly", "Stakeholders", ["Tenants’ group"]),
    ]
    assert written.total == 3


def test_the_page_of_plain_text_has_every_word_and_nobody_elses(room, written, sam, joan, place):
    answer = place(sam, "notes.txt", method="get")
    words = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    for line in (
        "Your notes: 3",
        "Write reasons (Diagnosis)",
        "- Three drives did not hold.\n  [3 Intractable. On the board.]",
        "- Tenants’ group\n",
        "The facilitator will send the report.",
        "Notes and names are deleted 12 months after the last session.",
    ):
        assert line in words
    assert "Not Sam’s." not in words
    assert "Not Sam’s." in text(place, joan)


def test_what_was_taken_back_is_not_on_it(room, written, sam, place):
    Note.objects.get(text="We paint over it.").take_back(sam)
    assert "paint over" not in text(place, sam)
    assert "Your notes: 2" in text(place, sam)


def test_until_when_counts_from_the_end_and_as_if_it_ended_now_before(room, written, sam):
    assert written.until.date() == (now() + timedelta(days=7)).date()
    room.session.end(room.grace.facilitator)
    room.session.refresh_from_db()
    assert Receipt(sam.again()).until.date() == (room.session.ended_at + timedelta(days=7)).date()


def test_when_all_is_deleted_is_a_date_once_the_last_session_has_ended(room, written, sam, place):
    assert room.session.workshop.kept_until() is None
    room.session.end(room.grace.facilitator)
    room.session.refresh_from_db()
    gone = a_year_after(room.session.ended_at)
    assert room.session.workshop.kept_until() == gone
    assert f"12 months after the last session: on {gone:%-d %B %Y}." in text(place, sam)


def test_with_a_session_still_to_come_there_is_no_date(room):
    room.session.end(room.grace.facilitator)
    room.session.workshop.sessions.create(agenda="stage_2_only", starts_at=now())
    assert room.session.workshop.kept_until() is None


def test_a_year_after_the_29th_of_february_is_the_28th():
    leap = now().replace(year=2028, month=2, day=29)
    assert (a_year_after(leap).month, a_year_after(leap).day) == (2, 28)


def test_sealed_notes_that_were_never_opened_are_found_here_alone(room, sam, place):
    step = room.session.current_step()
    step.write_first = True
    step.save()
    room.write(sam, "Only mine.")
    room.session.end(room.grace.facilitator)
    page = place(sam, "", method="get", json=False).content.decode()
    assert page.index("Never opened") < page.index("Only mine.")
    assert "Never opened: nobody else has seen it" in text(place, sam)


def test_the_close_tells_how_many_and_until_when(room, written, sam, place):
    room.go_to("close")
    page = place(sam, "", method="get", json=False).content.decode()
    until = now() + timedelta(days=7)
    assert "Your notes: 3</h2>" in page.replace(" </h2>", "</h2>")
    assert f"Read, take back or copy them until {until:%-d %B}." in page
    assert f"/s/{room.session.code}/notes.txt" in page


def test_the_ended_page_tells_when_all_is_deleted(room, written, sam, place):
    room.session.end(room.grace.facilitator)
    page = place(sam, "", method="get", json=False).content.decode()
    assert "Notes and names are deleted 12 months after the last session: on " in page
    assert "Think broadly" in page


def test_on_the_ended_page_notes_can_be_taken_back_but_not_changed(room, written, sam, place):
    own = 'data-menu="change" aria-describedby="mine-text-'
    offered = [part.split(">")[1] for part in page_of(sam, place).split(own)[1:]]
    assert set(offered) == {"Change or take back</a"}
    room.session.end(room.grace.facilitator)
    offered = [part.split(">")[1] for part in page_of(sam, place).split(own)[1:]]
    assert set(offered) == {"Take back…</a"}


def page_of(sam, place) -> str:
    return place(sam, "", method="get", json=False).content.decode()
