"""What is not shared, not released or not there any more is in no byte of Policy Lab's desk."""

import pytest
from django.contrib.auth.models import User

from debrief.models import Report
from debrief.snapshot import snapshot_of
from tests.debrief.desk.test_take_many_reports import body_of
from workshops.models import Workshop

CANARY = "Canary"
TABLES = ("ratings", "proxies", "barriers", "added")


def everything(lab) -> str:
    """All that the desk answers, whatever is asked of it, with every file."""
    keys = list(Workshop.objects.values_list("pk", flat=True))
    paths = ["", "figures/", *(f"figures/{name}.csv" for name in TABLES)]
    paths += [f"?tick={key}" for key in keys] + ["reports.zip?all=yes"]
    paths += [f"reports.zip?tick={key}" for key in keys]
    for key in keys:
        paths += [f"reports/{key}/", f"reports/{key}/report.pdf", f"reports/{key}/report.zip"]
    answers = [lab.get(f"/policy-lab/{path}") for path in paths]
    bodies = [body_of(each) if each.streaming else each.content for each in answers]
    return b"".join(bodies).decode(errors="replace")


def speaking(words: str) -> dict:
    """Facts of a report whose cover, part and place all say these words."""
    proposed = [{"label": words, "decided": words}]
    parts = [{"key": "additions", "title": "", "session": "", "data": {"proposed": proposed}}]
    return {"title": words, "place": words, "parts": parts}


@pytest.fixture
def filed(settings):
    """Give a report its files, which say the same words."""

    def file(report: Report, words: str) -> None:
        folder = settings.MEDIA_ROOT / f"{report.workshop_id}-{report.version}"
        folder.mkdir(parents=True)
        report.folder = folder.name
        for form in ("pdf", "zip"):
            folder.joinpath(form).write_text(words)
            report.files.append({"form": form, "name": form, "media_type": "text/plain"})
        report.save()

    return file


@pytest.mark.parametrize(
    ("facts", "is_there"),
    [
        ({}, True),
        ({"shared": False}, False),
        ({"released_at": None}, False),
        ({"state": "failed"}, False),
        ({"state": "withdrawn"}, False),
    ],
)
def test_only_a_released_report_of_a_shared_workshop_is_anywhere(
    shelf, filed, lab, facts, is_there
):
    other = shelf.put("Another report")
    filed(other, "another")
    filed(shelf.put(**speaking(CANARY), **facts), CANARY)

    assert (CANARY in everything(lab)) == is_there


def test_a_draft_after_the_release_is_nowhere(shelf, filed, lab):
    released = shelf.put("A released report")
    filed(released, "released")
    draft = shelf.version(released.workshop, 2, **speaking(CANARY), released_at=None)
    filed(draft, CANARY)

    assert CANARY not in everything(lab)


@pytest.fixture
def shared(damp, filed) -> Report:
    """The released report of a room in which people wrote; one note holds the canary."""
    note = damp.board.columns.first().notes.filter(state="shown").first()
    note.text = CANARY
    note.save()
    Workshop.objects.update(shared_with_policy_lab=True)
    snapshot, used = snapshot_of(damp.session.workshop)
    report = Report.objects.create(
        workshop=damp.session.workshop,
        version=1,
        snapshot=snapshot | {"version": 1},
        used=used,
        state="ready",
        released_at=damp.session.started_at,
    )
    filed(report, CANARY)
    return report


def test_a_note_that_was_hidden_since_is_nowhere(shared, damp, lab):
    assert everything(lab).count(CANARY) > 2

    damp.board.columns.first().notes.get(text=CANARY).hide(damp.console, "Not ours to tell")

    assert CANARY not in everything(lab)
    assert not shared.path_of("zip").exists()


@pytest.mark.parametrize("path", ["", "report.pdf", "report.zip"])
def test_a_note_that_was_hidden_since_closes_the_page_and_each_file(shared, damp, lab, path):
    where = f"/policy-lab/reports/{shared.workshop_id}/{path}"
    assert lab.get(where).status_code == 200

    damp.board.columns.first().notes.get(text=CANARY).hide(damp.console, "Not ours to tell")

    assert lab.get(where).status_code == 404


def test_a_hidden_note_takes_its_report_out_of_the_figures_and_the_parcel_too(shared, damp, lab):
    damp.board.columns.first().notes.get(text=CANARY).hide(damp.console, "Not ours to tell")

    figures, parcel = lab.get("/policy-lab/figures/"), lab.get("/policy-lab/reports.zip?all=yes")

    assert "From 0 reports" in figures.content.decode()
    assert parcel.status_code in (409, 422)


def test_it_names_nobody_who_was_there_but_those_who_agreed_to_be_named(shared, lab):
    User.objects.filter(username="lab").update(first_name="")
    told = everything(lab)

    assert "Person 2" in told
    assert not [n for n in (0, 1, 3, 4, 6, 7) if f"Person {n}" in told]


def test_leaving_policy_lab_closes_the_desk_at_once(shelf, lab):
    shelf.put("Damp homes")
    User.objects.get(username="lab").groups.clear()

    answer = lab.get("/policy-lab/")

    assert answer.status_code == 403
    assert "Damp homes" not in answer.content.decode()
