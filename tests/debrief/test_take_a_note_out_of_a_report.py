"""A note that is taken back or hidden goes from every report that quoted it.

A report is here one file with its words. That they go from real forms and temporary files too
is told in test_keep_private_words_out_of_every_form.py.
"""

import json

import pytest

from debrief import maker
from debrief.models import Report


def written(snapshot, folder, limits, alive) -> list[dict]:
    folder.mkdir()
    (folder / "debrief.pdf").write_text(json.dumps(snapshot))
    return [{"form": "pdf", "name": "debrief.pdf", "media_type": "application/pdf", "bytes": 8}]


@pytest.fixture
def quoted(room, monkeypatch):
    """A finished report that quotes Kit's note, and the note."""
    monkeypatch.setattr(maker, "render", written)
    kit = room.person("Kit")
    note = room.write(kit, "unsolved", "CANARY words of Kit")
    room.write(kit, "unsolved", "Words that stay")
    report = Report.ask(room.session.workshop, None)
    maker.make_waiting()
    report.refresh_from_db()
    assert "CANARY" in str(report.snapshot)
    assert report.path.exists()
    return report, note, kit


def read(client, report) -> str:
    client.force_login(report.workshop.owner)
    return client.get(f"/workshops/{report.workshop_id}/report/").content.decode()


def test_taking_a_note_back_withdraws_the_report_and_makes_it_again(quoted, client):
    report, note, kit = quoted
    folder = report.path.parent
    note.take_back(kit)
    assert "CANARY" not in read(client, report)
    report.refresh_from_db()
    assert (report.state, report.snapshot, report.used) == ("withdrawn", {}, {})
    assert not folder.exists()
    maker.make_waiting()
    page = read(client, report)
    assert "Debrief, version 2" in page
    assert "Words that stay" in page
    assert "CANARY" not in page


def test_nobody_has_to_read_the_report_for_the_words_to_go(quoted, monkeypatch):
    report, note, kit = quoted
    put_aside = []
    monkeypatch.setattr(maker, "wake", lambda: None)
    monkeypatch.setattr(maker, "aside", lambda work, *args: put_aside.append((work, args)))
    note.take_back(kit)
    for work, args in put_aside:
        work(*args)
    report.refresh_from_db()
    assert (report.state, report.snapshot) == ("withdrawn", {})
    assert Report.objects.get(version=2).state == "waiting"


def test_taking_back_what_one_saw_differently_does_the_same(quoted, client, room):
    _report, note, _kit = quoted
    joan = room.person("Joan")
    note.see_differently(joan, "DISSENT of Joan")
    second = Report.ask(note.board.session.workshop, None)
    maker.make_waiting()
    assert "DISSENT" in read(client, second)
    note.see_alike(joan)
    assert "DISSENT" not in read(client, second)


def test_a_withdrawn_file_is_not_given_out(quoted, client):
    report, note, kit = quoted
    note.take_back(kit)
    client.force_login(report.workshop.owner)
    where = f"/workshops/{report.workshop_id}/report/"
    assert client.get(where + "1.pdf").status_code == 404
    assert client.get(where + "1/").status_code == 404


def test_hiding_a_note_does_the_same(quoted, client, room):
    report, note, _kit = quoted
    note.hide(room.console, "names a person")
    assert "CANARY" not in read(client, report)
    assert Report.objects.get(version=2).state == "waiting"


def test_a_note_taken_back_while_its_report_is_being_made_is_not_in_the_file(
    quoted, client, reports_folder
):
    report, note, kit = quoted
    Report.ask(report.workshop, None)
    second = Report.take_next()
    note.take_back(kit)
    read(client, report)
    maker.make(second, maker.Limits())
    second.refresh_from_db()
    assert second.state == "withdrawn"
    assert not (reports_folder / str(report.workshop_id) / "version-2").exists()


def test_another_workshops_notes_do_not_matter(quoted, client):
    report, _note, _kit = quoted
    read(client, report)
    report.refresh_from_db()
    assert report.state == "ready"
    assert Report.objects.count() == 1
