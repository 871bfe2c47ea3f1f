"""The page of the report: who may read it, that it is true to the rows, and what is never in it."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User

from boards.models import Note
from debrief import maker
from debrief.models import Report
from debrief.printing import printable
from debrief.snapshot import snapshot_of
from diagnosis.models import FitCall
from workshops.viewers import POLICY_LAB


@pytest.fixture(autouse=True)
def asleep(monkeypatch):
    """The maker works only when a test says so."""
    monkeypatch.setattr(maker, "wake", lambda: None)


PDF = {
    "form": "pdf",
    "name": "report.pdf",
    "media_type": "application/pdf",
    "bytes": 5,
    "sha256": "0" * 64,
}


def snapshot(room) -> dict:
    made, _ = snapshot_of(room.session.workshop)
    return {**made, "version": 1}


def whole_report(room) -> Report:
    """A report of now; another file stands in for its PDF, to save the time of making it."""
    report = Report.ask(room.session.workshop, None)
    taken = Report.take_next()
    (settings.MEDIA_ROOT / "stand-in").mkdir(parents=True, exist_ok=True)
    (settings.MEDIA_ROOT / "stand-in" / "report.pdf").write_bytes(b"%PDF-")
    assert taken == report
    assert taken.finish("stand-in", [PDF])
    return taken


def report_page(client, room) -> str:
    """The page as the owner reads it, with a report of now."""
    whole_report(room)
    client.force_login(room.session.workshop.owner)
    return client.get(f"/workshops/{room.session.workshop.pk}/report/").content.decode()


def appendix_of(html: str) -> str:
    return html.split('id="appendix"')[1].split("</section>")[0]


def test_the_page_holds_every_note_once_in_its_appendix(damp, client):
    appendix = appendix_of(report_page(client, damp))
    notes = [note.text for note in damp.board.notes().shown()]
    times = {text: len(re.findall(re.escape(text) + "<", appendix)) for text in notes}
    assert times == dict.fromkeys(notes, 1)


def test_notes_are_numbered_by_column_in_board_order(damp):
    third = snapshot(damp)["appendix"][0]["columns"][2]
    assert third["notes"] == ["3.1", "3.2", "3.3"]
    texts = [snapshot(damp)["notes"][number]["text"] for number in third["notes"]]
    assert texts == [
        note.text for note in Note.objects.filter(column__key="intractable").order_by("order")
    ]


def test_every_figure_is_counted_from_rows(damp):
    part = next(each for each in snapshot(damp)["parts"] if each["key"] == "diagnosis")
    for each in part["data"]["descriptions"]:
        column = damp.board.columns.get(key=each["key"])
        calls = FitCall.objects.filter(reading__column=column)
        assert each["reasons"] == column.notes.shown().count()
        assert each["calls"] == {
            kind: calls.filter(call=kind).count()
            for kind in ("strong", "partial", "none", "not_sure")
        }
        assert each["finding"] == column.reading.finding


def test_the_eight_keep_their_order_and_there_is_no_total(damp):
    data = next(each for each in snapshot(damp)["parts"] if each["key"] == "diagnosis")["data"]
    assert [each["number"] for each in data["descriptions"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert set(data) == {"descriptions", "problem_type"}


def test_minutes_are_those_of_the_steps_and_their_intervals(damp):
    rows = snapshot(damp)["timing"][0]["rows"]
    assert [row["planned"] for row in rows] == [step.minutes for step in damp.session.steps.all()]
    assert [row["actual"] for row in rows[:4]] == [row["planned"] + 1 for row in rows[:4]]
    assert [row["actual"] for row in rows[4:]] == [None] * len(rows[4:])


def test_calls_that_were_not_opened_stay_closed(room):
    kit, _joan = room.person("Kit"), room.person("Joan")
    room.reading("unsolved").call(kit, "strong")
    data = next(each for each in snapshot(room)["parts"] if each["key"] == "diagnosis")["data"]
    assert data["descriptions"][6]["calls"] is None
    assert "not opened" in printable(snapshot(room))


def test_what_was_hidden_late_or_taken_back_is_in_no_form(damp, client):
    kit = damp.person("Kit")
    hidden = damp.write(kit, "unsolved", "CANARY hidden words")
    gone = damp.write(kit, "unsolved", "CANARY taken back words")
    assert "CANARY" in printable(snapshot(damp))  # they would be seen
    hidden.hide(damp.console, "names a person")
    gone.take_back(kit)
    damp.session.go_on(damp.session.current_step().pk)
    assert damp.write(kit, "unsolved", "CANARY late words").state == "late"
    assert "CANARY" not in report_page(client, damp)
    report = Report.objects.get()
    assert "CANARY" not in str(report.snapshot)
    assert "CANARY" not in printable(report.snapshot)


def test_no_writer_and_no_id_is_in_the_snapshot(damp):
    words = str(snapshot(damp))
    assert [str(note.pk) for note in damp.board.notes().shown() if str(note.pk) in words] == []
    assert "Person 0" not in words
    assert "Person 2" in words  # who agreed to be named


def test_a_dissent_stands_beside_its_note_without_a_name(damp, client):
    page = report_page(client, damp)
    assert "In our blocks people report at once." in page
    assert "Person 5" not in page.split('id="diagnosis"')[1]


def test_a_workshop_with_nothing_in_it_has_a_report_too(session, client):
    report = Report.ask(session.workshop, None)
    assert "No board was opened, so there are no notes." in printable(report.snapshot)


def test_no_report_yet_is_said_plainly(session, client, grace):
    client.force_login(grace)
    page = client.get(f"/workshops/{session.workshop_id}/report/").content.decode()
    assert "There is no report of “Damp and mould in rented homes” yet." in page
    assert "Make the report" in page


def someone(workshop, who: str) -> User | None:
    """One column of the permission matrix."""
    if who == "nobody":
        return None
    if who == "owner":
        return workshop.owner
    user = User.objects.create_user(who.replace(" ", "-"))
    if who == "co-facilitator":
        workshop.facilitators.create(user=user)
    if who == "observer":
        workshop.observers.create(user=user)
    if who == "policy lab":
        user.groups.add(Group.objects.get_or_create(name=POLICY_LAB)[0])
        type(workshop).objects.update(shared_with_policy_lab=True)
    return user


def sign_in(client, user: User) -> None:
    """Sign in with the second step that Policy Lab needs."""
    client.force_login(user)
    kept = client.session
    kept["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    kept["account_authentication_methods_user"] = str(user.pk)
    kept.save()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("nobody", 302),
        ("owner", 200),
        ("co-facilitator", 200),
        ("observer", 403),
        ("policy lab", 403),
        ("facilitator elsewhere", 404),
    ],
)
def test_only_facilitators_read_and_make_reports(damp, client, who, status):
    workshop = whole_report(damp).workshop
    user = someone(workshop, who)
    if user:
        sign_in(client, user)
    where = f"/workshops/{workshop.pk}/report/"
    answers = [client.get(where + each).status_code for each in ["", "1/", "1.pdf", "making/"]]
    assert answers == [status] * 4
    made = client.post(where + "make/").status_code
    assert made == (303 if status == 200 else status)
    assert Report.objects.count() == (2 if status == 200 else 1)


def test_a_participants_cookie_opens_no_report(damp, client):
    client.cookies[f"place-{damp.session.pk}"] = "anything"
    answer = client.get(f"/workshops/{damp.session.workshop_id}/report/")
    assert (answer.status_code, answer.url.startswith("/accounts/login/")) == (302, True)


def test_a_version_of_another_workshop_is_not_found(damp, client, grace):
    client.force_login(grace)
    assert client.get(f"/workshops/{damp.session.workshop_id}/report/7/").status_code == 404


def test_progress_is_told_once_and_then_the_file_appears(damp, client, grace):
    client.force_login(grace)
    where = f"/workshops/{damp.session.workshop_id}/report/"
    client.post(where + "make/")
    page = client.get(where).content.decode()
    assert "waits for its turn" in page
    assert client.get(where + "making/?seen=1-waiting").status_code == 204
    Report.take_next()
    assert "about 10 seconds" in client.get(where + "making/?seen=1-waiting").content.decode()
    Report.objects.get().finish("stand-in", [PDF])
    arrived = client.get(where + "making/?seen=1-making").content.decode()
    assert f"{where}1.pdf" in arrived
    assert "hx-trigger" not in arrived
