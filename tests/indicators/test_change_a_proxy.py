"""A proxy is the group's: anyone here may change it, and no words of two people are lost."""

import pytest

from boards.models import Deed
from live.models import Change
from tests.indicators.proxies import again, proxy, room
from workshops.refusals import Conflict, Gone, NotAllowed, NotFit

__all__ = ["proxy", "room"]

SAID = {"kind": "artefact", "where_to_look": "The register"}
TEST = {"who_holds_it": "The council", "how_often": "Twice a year"}


def test_anyone_here_changes_its_words_kind_and_where_to_look(room, joan, proxy):
    again(proxy).change(joan, "Hours to an answer", 1, SAID)

    kept = again(proxy)
    assert (kept.note.text, kept.note.version) == ("Hours to an answer", 2)
    assert (kept.kind, kept.where_to_look) == ("artefact", "The register")
    told = room.change(proxy.note.live_key).html
    assert "Hours to an answer" in told
    assert "The register" in told


def test_two_people_change_the_same_one_and_the_second_is_shown_both(room, sam, joan, place, proxy):
    again(proxy).change(joan, "Hours to an answer", 1, SAID)
    address = f"proxies/{proxy.note.pk}/change/"

    answer = place(sam, address, text="Weeks to an answer", kind="measure", base=1)
    page = place(sam, address, json=False, text="Weeks to an answer", kind="measure", base=1)

    assert answer.status_code == page.status_code == 409
    assert answer.json()["error"] == (
        "Someone has changed it since. It now says: “Hours to an answer” (Look for it). "
        "Yours is still here: bring the two together and save again."
    )
    words = page.content.decode()
    assert ">Weeks to an answer</textarea>" in words
    assert '<q dir="auto">Hours to an answer</q>' in words
    assert 'name="base" value="2"' in words  # so that pressing again goes on from there
    assert again(proxy).note.text == "Hours to an answer"


def test_other_words_clear_the_calls_and_are_proposed_again(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(sam, "yes")
    again(proxy).settle("agreed")

    again(proxy).change(joan, "Hours to an answer", 1, SAID)

    assert again(proxy).standing == "proposed"
    assert again(proxy).counts() == {}
    own = Change.objects.get(key__startswith="proxy-calls-", audience=sam.participant.identity)
    assert str(proxy.note.pk) not in own.html


def test_another_kind_or_place_to_look_leaves_the_calls(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(sam, "yes")

    again(proxy).change(joan, "Days to an answer", 1, SAID)

    assert again(proxy).counts() == {"yes": 1}


def test_the_stress_test_is_told_in_words_and_leaves_the_calls(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(sam, "yes")

    again(proxy).test(joan, 1, TEST)

    assert again(proxy).counts() == {"yes": 1}
    told = room.change(proxy.note.live_key).html
    assert "Who holds it?</dt>" in told
    assert "The council" in told
    assert "Could it be gamed?" not in told


def test_whoever_saves_words_late_does_not_undo_a_stress_test(room, sam, joan, proxy):
    again(proxy).test(joan, 1, TEST)

    with pytest.raises(Conflict, match="Someone has changed it since"):
        again(proxy).change(sam, "Hours to an answer", 1, SAID)
    again(proxy).change(sam, "Hours to an answer", 2, SAID)

    assert again(proxy).who_holds_it == "The council"


def test_an_answer_that_is_too_long_names_its_question(room, joan, proxy):
    with pytest.raises(NotFit, match="is too long by 1 character"):
        again(proxy).test(joan, 1, {"who_holds_it": "x" * 161})

    assert again(proxy).who_holds_it == ""


def test_while_the_board_is_closed_facilitators_alone_change_it(room, joan, proxy):
    room.session.lock_board(True)

    with pytest.raises(Conflict, match="The board is closed for now"):
        again(proxy).change(joan, "Hours to an answer", 1, SAID)
    again(proxy).change(room.grace, "Weeks to an answer", 1, SAID)

    assert again(proxy).note.text == "Weeks to an answer"


def test_nobody_changes_it_after_the_end(room, proxy):
    room.session.end(room.grace)

    with pytest.raises(Conflict, match="has ended"):
        again(proxy).change(room.grace, "Weeks to an answer", 1, SAID)

    assert again(proxy).note.text == "Days to an answer"


def test_its_writer_changes_the_words_alone_and_the_calls_go_too(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).call(joan, "yes")
    note = again(proxy).note

    with pytest.raises(NotAllowed):
        note.change(joan, "Hours to an answer", 1)
    note.change(sam, "Weeks to an answer", 1)

    assert again(proxy).counts() == {}
    again(proxy).call(joan, "yes")
    Deed.find(sam).undo(sam)
    assert (again(proxy).note.text, again(proxy).counts()) == ("Days to an answer", {})


def test_only_its_writer_takes_it_back_and_all_that_was_said_beside_it_goes(room, sam, joan, proxy):
    room.here(sam, joan)
    again(proxy).change(joan, "Days to an answer", 1, SAID)
    again(proxy).test(joan, 2, TEST)
    again(proxy).call(joan, "yes")
    proxy.note.refresh_from_db()

    with pytest.raises(NotAllowed):
        proxy.note.take_back(joan)
    proxy.note.take_back(sam)

    gone = again(proxy)
    assert (gone.where_to_look, gone.who_holds_it, gone.how_often) == ("", "", "")
    assert gone.counts() == {}
    assert not Change.objects.filter(html__contains="The council").exists()
    assert room.state() == "none"
    with pytest.raises(Gone, match="Its writer has taken this proxy back"):
        again(proxy).change(joan, "Hours to an answer", 4, SAID)
