"""Each form of a version is downloaded under its own name, and none of a withdrawn one."""

import json

import pytest

from debrief.folders import clear_away, discard, keep, put
from debrief.forms.naming import FORMS, base_name
from debrief.forms.schema import SCHEMA_FILE
from debrief.models import Report


@pytest.fixture
def whole(board, reports_folder) -> Report:
    """A version whose forms lie on the disk, each with a few bytes of its own."""
    report = Report.ask(board.session.workshop, None)
    taken = Report.take_next()
    files = []
    for form in FORMS:
        name = f"{base_name(report.snapshot)}{form.ending}"
        keep(reports_folder / "whole" / name, form.key.encode())
        told = {"form": form.key, "name": name, "media_type": form.media_type, "bytes": 3}
        files.append(told)
    assert taken.finish("whole", files)
    return taken


@pytest.fixture
def at_desk(client, whole, grace):
    client.force_login(grace)
    return client


def address(report: Report, form: str) -> str:
    return f"/workshops/{report.workshop_id}/report/{report.version}.{form}"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_form_is_saved_under_a_name_that_a_person_understands(whole, at_desk, form):
    answer = at_desk.get(address(whole, form.key))
    assert answer.content == form.key.encode()
    assert answer.headers["Content-Type"] == form.media_type
    name = f"debrief-ambleford-version-1-draft{form.ending}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_page_offers_each_with_its_size(whole, at_desk):
    page = at_desk.get(f"/workshops/{whole.workshop_id}/report/").content.decode()
    for form in FORMS:
        assert f'href="{address(whole, form.key)}"' in page
    assert page.count("3\xa0bytes") == len(FORMS)


@pytest.mark.parametrize("form", ["html", "exe", "pdf-", "manifest"])
def test_what_is_no_form_is_not_found(whole, at_desk, form):
    assert at_desk.get(address(whole, form)).status_code == 404


def test_nothing_is_given_of_a_version_that_is_being_made(board, client, grace):
    report = Report.ask(board.session.workshop, None)
    client.force_login(grace)
    assert client.get(address(report, "zip")).status_code == 404


def test_nothing_is_given_of_a_withdrawn_version_and_all_of_it_is_gone(
    whole, at_desk, reports_folder
):
    whole.withdraw()
    assert [at_desk.get(address(whole, form.key)).status_code for form in FORMS] == [404] * 5
    assert list(reports_folder.rglob("*draft*")) == []


def test_a_version_that_goes_between_two_looks_is_not_found(whole, at_desk, reports_folder):
    discard(reports_folder / "whole")
    assert at_desk.get(address(whole, "ods")).status_code == 404


def test_a_folder_takes_the_place_of_what_a_killed_maker_left(tmp_path):
    keep(tmp_path / "1" / "version-1" / "half.pdf", b"half")
    keep(tmp_path / "1" / ".making-x" / "made" / "whole.pdf", b"whole")
    put(tmp_path / "1" / ".making-x" / "made", tmp_path / "1" / "version-1")
    clear_away(tmp_path)
    there = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.as_posix() for path in there] == ["1/version-1/whole.pdf"]


def test_the_schema_is_public_at_an_address_that_stays(client, transactional_db):
    answer = client.get("/schema/report-2.json")
    assert answer.headers["Content-Type"] == "application/schema+json"
    assert json.loads(answer.content) == json.loads(SCHEMA_FILE.read_text())
    assert client.get("/schema/report-99.json").status_code == 404
