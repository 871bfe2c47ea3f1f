"""Releasing a report: asked about, recorded, of what was checked, and taken back with a note."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from boards.models import Note
from debrief.draft import Draft
from debrief.models import OnePage, Report
from debrief.printing import printable
from workshops.refusals import Conflict


@pytest.fixture
def noted(room, client):
    """Two notes by Kit, and the owner signed in."""
    room.kit = room.person("Kit")
    room.first = room.write(room.kit, "unsolved", "Places did it in different ways")
    room.write(room.kit, "unsolved", "Nothing was measured")
    client.force_login(room.session.workshop.owner)
    return room


def address(room, path: str = "release/") -> str:
    return f"/workshops/{room.session.workshop.pk}/report/{path}"


def digest(room) -> str:
    return Draft(room.session.workshop).digest


def released(room, by: User | None = None) -> Report:
    return Report.release(room.session.workshop, by or room.session.workshop.owner, digest(room))


def made(report: Report) -> Report:
    """As if its files were whole."""
    Report.objects.filter(pk=report.pk).update(state="ready")
    report.refresh_from_db()
    return report


def renewed(room) -> Report:
    Report.renew_stale(room.session.workshop)
    return room.session.workshop.reports.first()


def test_a_draft_says_so_and_a_released_version_does_not(noted):
    draft = Report.ask(noted.session.workshop, None)
    assert (draft.is_draft, draft.snapshot["draft"]) == (True, True)
    assert "raft" in printable(draft.snapshot)
    made(draft)
    version = released(noted)
    assert (version.version, version.is_draft, version.snapshot["draft"]) == (2, False, False)
    assert "draft" not in printable(version.snapshot).lower()


def test_the_question_names_what_is_open_and_the_answer_releases(noted, client):
    noted.write(noted.kit, "unsolved", "Ring 01632 960 001")
    asked = client.get(address(noted), {"checked": digest(noted)}).content.decode()
    assert "01632 960 001" in asked
    assert "No finding is written yet." in asked
    answer = client.post(address(noted), {"checked": digest(noted)}, follow=True)
    assert "Version 1 is released." in answer.content.decode()
    report = Report.objects.get()
    assert report.released_by == noted.session.workshop.owner
    page = client.get(address(noted, "")).content.decode()
    assert "Draft" not in page


def test_a_released_version_says_who_and_when(noted, client):
    report = made(released(noted))
    page = client.get(address(noted, "")).content.decode()
    assert "Version 1 was released by Grace on" in page
    assert f"{report.released_at:%Y}, " in page


def test_what_has_changed_since_it_was_checked_is_not_released(noted, client):
    seen = digest(noted)
    noted.write(noted.kit, "unsolved", "Written after the check")
    answer = client.post(address(noted), {"checked": seen})
    assert answer.status_code == 409
    assert "Something has changed since you looked" in answer.content.decode()
    assert not Report.objects.exists()
    with pytest.raises(Conflict):
        Report.release(noted.session.workshop, noted.session.workshop.owner, seen)


def test_minutes_that_pass_change_nothing_that_was_checked(noted):
    seen = digest(noted)
    for step in noted.session.steps.all():
        step.intervals.update(started_at=timezone.now() - timedelta(minutes=step.minutes + 7))
    assert digest(noted) == seen


def test_two_who_release_at_once_make_one_version_and_are_both_told(noted, client):
    other = User.objects.create_user("ines", first_name="Ines")
    noted.session.workshop.facilitators.create(user=other)
    seen, found = digest(noted), []

    def release(by: User) -> None:
        found.append(Report.release(noted.session.workshop, by, seen))
        connection.close()

    people = [noted.session.workshop.owner, other]
    threads = [threading.Thread(target=release, args=[by]) for by in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert [report.version for report in found] == [1, 1]
    first = Report.objects.get().released_by
    second = next(each for each in people if each != first)
    client.force_login(second)
    answer = client.post(address(noted), {"checked": seen}, follow=True)
    assert f"{first.first_name} has released the same already: version 1" in (
        answer.content.decode()
    )


def test_a_thread_that_begins_with_a_snapshot_writes_as_every_other(noted):
    modes = []

    def look() -> None:
        Draft(noted.session.workshop)
        modes.append(getattr(connection, "transaction_mode", None))
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join(30)
    assert modes == [getattr(connection, "transaction_mode", None)]


def test_policy_lab_finds_released_versions_that_are_whole(noted):
    draft = made(Report.ask(noted.session.workshop, None))
    version = released(noted)
    assert list(Report.objects.released()) == []
    made(version)
    assert list(Report.objects.released()) == [version]
    assert draft not in Report.objects.released()


def test_a_note_taken_back_withdraws_the_released_version_and_releases_the_next(noted):
    first = made(released(noted))
    noted.first.take_back(noted.kit)
    second = renewed(noted)
    first.refresh_from_db()
    assert (first.state, first.snapshot) == ("withdrawn", {})
    assert (second.version, second.is_draft, second.released_by) == (2, False, first.released_by)
    assert "Places did it" not in str(second.snapshot)
    assert renewed(noted) == second


def test_words_that_nobody_checked_are_not_released_with_it(noted, client):
    made(released(noted))
    noted.write(noted.kit, "unsolved", "Written after the release")
    noted.first.take_back(noted.kit)
    second = renewed(noted)
    assert (second.version, second.is_draft) == (2, True)
    page = client.get(address(noted, "")).content.decode()
    assert "Version 1 was released and has been withdrawn. Nothing is released now." in page


def test_findings_written_after_the_release_are_not_released_with_it(noted):
    made(released(noted))
    workshop = noted.session.workshop
    OnePage.write(workshop, None, {"line_1": ""}, {"line_1": "A new finding"}, set())
    noted.first.take_back(noted.kit)
    assert renewed(noted).is_draft


def test_a_draft_made_since_goes_too_and_the_release_stays_one(noted):
    made(released(noted))
    made(Report.ask(noted.session.workshop, None))
    noted.first.take_back(noted.kit)
    third = renewed(noted)
    assert (third.version, third.is_draft) == (3, False)


def test_a_released_version_can_be_withdrawn(noted, client):
    report = made(released(noted))
    assert "Withdraw version 1?" in client.get(address(noted, "1/withdraw/")).content.decode()
    client.post(address(noted, "1/withdraw/"))
    report.refresh_from_db()
    assert (report.state, report.snapshot) == ("withdrawn", {})
    assert Note.objects.get(pk=noted.first.pk).state == "shown"
    assert released(noted).version == 2
