"""The next version says what is not as it was in the last, and never a word that went."""

import json

import pytest

from boards.models import Note
from debrief.models import Report
from debrief.printing import printable
from diagnosis.models import Reading


@pytest.fixture
def transactional_db(db):
    """Nobody else looks on: what a test does is rolled back, which is faster."""


@pytest.fixture
def first(damp) -> Report:
    return version(damp)


def version(room) -> Report:
    """The next version, finished as far as the queue is concerned."""
    asked = Report.ask(room.session.workshop, None)
    Report.objects.filter(pk=asked.pk).update(state="ready")
    return asked


def changes(room) -> dict:
    return version(room).snapshot["changes"]


def test_a_first_version_has_nothing_before_it(first):
    assert first.snapshot["changes"] == {}
    assert 'id="changes"' not in printable(first.snapshot)


def test_that_nothing_changed_is_said_too(first, damp):
    second = version(damp)
    told = second.snapshot["changes"]
    assert (told["since"], told["nothing"], told["withdrawn"]) == (1, True, False)
    assert "Nothing. This version says what version 1 said." in printable(second.snapshot)


def test_what_is_new_and_what_has_other_words_is_named_by_its_number_now(first, damp):
    rows = list(Note.objects.filter(column__key="unsolved"))
    Note.objects.filter(pk=rows[0].pk).update(text="We were never given the money.")
    Note.objects.filter(pk=rows[1].pk).update(version=2)  # as a move leaves it
    damp.write(damp.person("Kit"), "ill_defined", "Whose word is mould?")
    told = changes(damp)
    assert told["notes"] == {"added": ["1.4"], "changed": ["7.1", "7.2"], "gone": 0}
    assert told["nothing"] is False
    assert {"label": "Notes in all", "anchor": "appendix", "before": 20, "after": 21} in told[
        "figures"
    ]
    assert [each["label"] for each in told["figures"]] == [
        "Reasons in the diagnosis",
        "Notes in all",
    ]


def test_words_of_the_facilitator_count_as_a_section_that_tells_something_else(first, damp):
    Reading.objects.filter(column__key="unsolved").update(finding="Nobody has tried for long.")
    told = changes(damp)
    assert told["sections"] == {
        "new": [],
        "gone": [],
        "other": [{"label": "Diagnosis", "anchor": "diagnosis"}],
    }
    assert told["figures"] == []


def test_a_note_that_has_another_number_now_is_no_change(first, damp):
    assert first.snapshot["parked"] == ["5.1"]
    Note.objects.filter(parked=True).update(order=999)
    second = version(damp).snapshot
    assert second["parked"] == ["5.2"]
    assert second["changes"]["notes"] == {"added": [], "changed": [], "gone": 0}
    changed = [each["anchor"] for each in second["changes"]["sections"]["other"]]
    assert changed == ["diagnosis"]  # where it stands in its column; not what was parked


def test_a_section_that_was_not_there_is_new(first, damp):
    session = damp.session
    while session.current_step().activity_key != "stakeholders":
        session.go_on(session.current_step().pk)
    told = changes(damp)
    assert told["sections"]["new"] == [{"label": "Stakeholders", "anchor": "stakeholders"}]


def test_words_that_were_taken_back_are_counted_and_never_told(damp):
    kit = damp.person("Kit")
    note = damp.write(kit, "unsolved", "CANARY words of Kit")
    damp.gather([note, damp.write(kit, "unsolved", "Words that stay")], "CANARY group")
    first = version(damp)
    assert "CANARY" in json.dumps(first.snapshot)  # it would be seen
    note.take_back(kit)
    Report.renew_stale(damp.session.workshop)
    first.refresh_from_db()
    second = Report.objects.get(version=2)
    told = second.snapshot["changes"]
    assert (first.state, first.snapshot) == ("withdrawn", {})
    assert (told["since"], told["withdrawn"], told["nothing"]) == (1, True, False)
    assert told["notes"] == {"added": [], "changed": [], "gone": 1}
    assert {"label": "Notes in all", "anchor": "appendix", "before": 22, "after": 21} in told[
        "figures"
    ]
    assert "words of Kit" not in json.dumps([first.outline, told])
    assert "CANARY" not in json.dumps([first.outline, told])
    assert "Version 1 was withdrawn and its words are erased." in printable(second.snapshot)


def test_what_stays_of_a_version_holds_no_words_of_people(first, damp):
    words = {note.text for note in Note.objects.all()} | {"Fixes do not last"}
    outline = json.dumps(first.outline)
    assert [text for text in words if text in outline] == []
    assert len(first.outline["notes"]) == 20


def test_a_snapshot_of_an_older_kind_is_withdrawn_and_made_anew(first, client, damp):
    Report.objects.update(snapshot={"schema": 1, "parts": [], "version": 1}, outline={})
    client.force_login(damp.session.workshop.owner)
    page = client.get(f"/workshops/{damp.session.workshop_id}/report/")
    assert page.status_code == 200
    first.refresh_from_db()
    assert (first.state, first.snapshot) == ("withdrawn", {})
    again = Report.objects.get(version=2)
    assert (again.state, again.snapshot["schema"]) == ("waiting", 2)
    told = again.snapshot["changes"]
    assert told["notes"] == {"added": [], "changed": [], "gone": 0}
    assert told["nothing"] is False  # nobody knows
