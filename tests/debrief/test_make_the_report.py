"""A report is asked for, made in a child process, and taken up again after a restart."""

import hashlib
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from debrief import child, maker, rendering
from debrief.limits import Limits
from debrief.models import Report
from live.clock import now


@pytest.fixture
def asked(damp) -> Report:
    return Report.ask(damp.session.workshop, damp.session.workshop.owner)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")


def swap_html(monkeypatch, html: str) -> None:
    """Let the child that makes the PDF get another document than the report."""
    supervise = rendering.supervise

    def swapped(folder: Path, job: str, *rest) -> int:
        if job == "words":
            return 0
        (folder / "report.html").write_text(html)
        return supervise(folder, job, *rest)

    monkeypatch.setattr(rendering, "supervise", swapped)


def test_a_report_is_made_whole_and_its_digests_kept(asked, reports_folder):
    maker.make_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("ready", "")
    assert asked.path.read_bytes().startswith(b"%PDF-1.7")
    assert [each["form"] for each in asked.files] == ["pdf", "ods", "csv", "json", "zip"]
    for each in asked.files:
        content = asked.path_of(each["form"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(content).hexdigest()
        assert each["bytes"] == len(content)
    assert files_in(reports_folder) == sorted(each["name"] for each in asked.files)


def test_asking_twice_makes_one_version(asked):
    assert Report.ask(asked.workshop, None) == asked
    assert Report.objects.count() == 1


def test_the_old_version_stays_until_the_new_one_is_whole(asked, client, grace, monkeypatch):
    maker.make_waiting()
    Report.ask(asked.workshop, grace)
    monkeypatch.setattr(maker, "wake", lambda: None)
    client.force_login(grace)
    page = client.get(f"/workshops/{asked.workshop_id}/report/").content.decode()
    assert "Debrief, version 1" in page
    assert (
        "version-1-draft.pdf"
        in client.get(f"/workshops/{asked.workshop_id}/report/1.pdf").headers["Content-Disposition"]
    )
    maker.make_waiting()
    assert (
        "Debrief, version 2"
        in client.get(f"/workshops/{asked.workshop_id}/report/").content.decode()
    )


def test_a_job_whose_server_died_is_taken_up_again(asked):
    taken = Report.take_next()
    assert taken == asked
    assert Report.take_next() is None
    Report.objects.update(lease=now() - timedelta(seconds=1))
    maker.make_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.tries) == ("ready", 2)


def test_a_job_that_kills_its_server_three_times_is_given_up(asked):
    for _ in range(3):
        assert Report.take_next() == asked
        Report.objects.update(lease=now() - timedelta(seconds=1))
    assert Report.take_next() is None
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "stopped")


def test_one_report_is_made_at_a_time_on_a_server(asked):
    with maker.one_on_this_server() as mine:
        assert mine
        maker.make_waiting()
    asked.refresh_from_db()
    assert asked.state == "waiting"


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (Limits(wall_seconds=1), "time"),
        (Limits(cpu_seconds=1), "time"),
    ],
)
def test_a_runaway_is_stopped_and_leaves_no_file(asked, reports_folder, monkeypatch, limits, error):
    swap_html(monkeypatch, "<p>word " * 200_000)
    maker.make_waiting(limits)
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", error)
    assert asked.get_error_display().endswith(".")
    assert files_in(reports_folder) == []


def test_a_child_out_of_memory_is_said_so(asked, reports_folder, monkeypatch):
    swap_html(monkeypatch, "<p>word " * 50_000)
    maker.make_waiting(Limits(memory_bytes=350 * 1024 * 1024))
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "memory")
    assert files_in(reports_folder) == []


def test_an_odd_error_at_the_limit_means_memory_too(asked, monkeypatch, tmp_path):
    Limits(memory_bytes=600 * 1024 * 1024).save(tmp_path / "limits.json")
    monkeypatch.setattr(child, "hold_back", lambda limits: None)
    monkeypatch.setattr(child, "make", raise_something_odd)
    monkeypatch.setattr(child, "most_used", lambda: 590 * 1024 * 1024)
    assert child.main(tmp_path, "pdf") == child.OUT_OF_MEMORY
    monkeypatch.setattr(child, "most_used", lambda: 300 * 1024 * 1024)
    with pytest.raises(SystemError):
        child.main(tmp_path, "pdf")


def raise_something_odd(folder: Path, job: str) -> None:
    raise SystemError("error return without exception set")


def test_a_full_disk_is_said_so(asked, reports_folder):
    maker.make_waiting(Limits(file_bytes=16 * 1024))
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "disk")
    assert files_in(reports_folder) == []


def test_the_page_says_why_there_is_no_file(asked, client, grace):
    maker.make_waiting(Limits(file_bytes=16 * 1024))
    client.force_login(grace)
    page = client.get(f"/workshops/{asked.workshop_id}/report/").content.decode()
    assert "The server’s disk is full" in page
    assert "1.pdf" not in page


@pytest.fixture
def other_child(monkeypatch, tmp_path):
    """Let another program stand in for the child: `other_child("print(1)")`."""

    def stand_in(program: str) -> None:
        place = tmp_path / "elsewhere" / "debrief" / "child.py"
        place.parent.mkdir(parents=True)
        place.write_text(program)
        monkeypatch.setattr(rendering.settings, "BASE_DIR", tmp_path / "elsewhere")

    return stand_in


def test_the_child_learns_no_secret_and_no_database(other_child, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "canary")
    monkeypatch.setenv("DATABASE_URL", "postgres://canary")
    other_child(
        "import json, os, sys\njson.dump(dict(os.environ), open(sys.argv[1] + '/env', 'w'))"
    )
    rendering.supervise(tmp_path, "words", Limits(), lambda: None)
    told = json.loads((tmp_path / "env").read_text())
    ours = {"DJANGO_SETTINGS_MODULE", "FONTCONFIG_FILE", "HOME", "HSI_DATA", "TMPDIR"}
    assert set(told) <= ours | {"HSI_ACCENT", "LANG", "LC_CTYPE"}
    assert told["HSI_DATA"] == str(tmp_path / "data")


def test_a_child_that_is_killed_is_said_so(asked, other_child, reports_folder):
    other_child("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    maker.make_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "stopped")
    assert files_in(reports_folder) == []


def test_a_child_that_ends_well_without_a_file_is_not_believed(asked, other_child):
    other_child("pass")
    maker.make_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.error) == ("failed", "broken")


def test_what_a_killed_maker_left_is_cleared_away(asked, reports_folder):
    left = reports_folder / str(asked.workshop_id) / ".making-x"
    left.mkdir(parents=True)
    (left / "report.html").write_text("words of people")
    maker.make_waiting()
    assert not left.exists()


@pytest.mark.parametrize(
    "event", ["socket.connect", "sqlite3.connect", "subprocess.Popen", "os.system"]
)
def test_the_child_refuses_to_reach_out(event):
    with pytest.raises(PermissionError):
        child.refuse(event, ())
    child.refuse("open", ())


def test_the_maker_keeps_its_lease_while_the_child_works(asked, monkeypatch):
    monkeypatch.setattr(rendering, "RENEW_EVERY", 0.1)
    taken = Report.take_next()
    Report.objects.update(lease=now())
    maker.make(taken, Limits(wall_seconds=1))
    renewals = []
    monkeypatch.setattr(Report, "renew", lambda report: renewals.append(report.pk))
    Report.objects.update(state="waiting")
    maker.make_waiting()
    assert renewals
    assert os.environ.get("FONTCONFIG_FILE") is None
