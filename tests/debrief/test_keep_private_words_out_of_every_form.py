"""No form, version or temporary file holds a word that is hidden, sealed, taken back or old.

Every form is made for real, then opened down to its text, and so is what is left on the disk.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from django.db import connection
from pypdf import PdfReader

from debrief import rendering
from debrief.maker import make_waiting
from debrief.models import Report

SHOWN = "canary-shown"
GOES = "canary-goes-later"
PRIVATE = {
    "hidden": "canary-hidden",
    "taken back": "canary-taken-back",
    "changed since": "canary-before-the-change",
    "sealed": "canary-sealed",
    "late": "canary-why-it-was-hidden",
    "whose": "Canaria",
    "where from": "Canary Council",
}


def texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Each text that a file holds, packed ones too, by where it was found."""
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from texts(f"{name}/{inner}", archive.read(inner))
    elif content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        yield name, "".join(page.extract_text() for page in reader.pages)
        yield f"{name} metadata", str(reader.metadata)
    else:
        yield name, content.decode("utf-8", errors="replace")


def on_disk(folder: Path) -> dict[str, str]:
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {
        where: text
        for path in found
        for where, text in texts(str(path.relative_to(folder)), path.read_bytes())
    }


def in_the_reports_rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM debrief_report")
        return json.dumps(cursor.fetchall(), default=str)


@pytest.fixture
def private(room):
    """A room with one word of each kind that nobody may read, and two that everybody may."""
    canaria = room.person("Canaria", organisation="Canary Council")
    room.write(canaria, "ill_defined", SHOWN)
    goes = room.write(canaria, "ill_defined", GOES)
    room.write(canaria, "ill_defined", PRIVATE["taken back"]).take_back(canaria)
    room.write(canaria, "unsolved", PRIVATE["hidden"]).hide(room.console, PRIVATE["late"])
    room.write(canaria, "unsolved", PRIVATE["changed since"]).change(canaria, "Better words.", 1)
    seal(room, canaria)
    return room, canaria, goes


def seal(room, canaria) -> None:
    """One more note, on a board that nobody has opened."""
    note = room.write(canaria, "multifaceted", PRIVATE["sealed"])
    type(note).objects.filter(pk=note.pk).update(state="sealed")


@pytest.fixture
def watched(monkeypatch, reports_folder) -> dict[str, str]:
    """What lies on the disk each time a child has ended, temporary files too."""
    seen: dict[str, str] = {}
    supervise = rendering.supervise

    def and_look(*arguments) -> int:
        end = supervise(*arguments)
        seen.update(on_disk(reports_folder))
        return end

    monkeypatch.setattr(rendering, "supervise", and_look)
    return seen


def test_no_private_word_is_in_any_form_or_temporary_file(private, watched, reports_folder):
    room, canaria, goes = private
    workshop = room.session.workshop
    Report.ask(workshop, None)
    make_waiting()
    made = on_disk(reports_folder)

    endings = {Path(where.split("/")[2]).suffix for where in made if SHOWN in made[where]}
    assert {".pdf", ".ods", ".json", ".zip"} <= endings
    assert any("/.making-" in where and SHOWN in text for where, text in watched.items())
    for kind, word in PRIVATE.items():
        assert [where for where, text in {**watched, **made}.items() if word in text] == [], kind
        assert word not in in_the_reports_rows(), kind

    assert any(GOES in text for text in made.values())
    goes.refresh_from_db()
    goes.take_back(canaria)
    Report.renew_stale(workshop)
    make_waiting()
    left = on_disk(reports_folder)
    assert any(SHOWN in text for text in left.values())
    assert [where for where, text in left.items() if GOES in text] == []
    assert GOES not in in_the_reports_rows()
