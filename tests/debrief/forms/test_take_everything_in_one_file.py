"""One ZIP holds every form, says what is in it, and is the same whenever it is made."""

import hashlib
import json
from html.parser import HTMLParser

import pytest

from debrief.forms.naming import base_name
from debrief.rendering import about

from .written import write


@pytest.fixture(scope="module")
def inside(forms) -> dict[str, bytes]:
    return forms.unpacked()


@pytest.fixture(scope="module")
def manifest(inside) -> dict:
    return json.loads(inside["manifest.json"])


def test_the_manifest_names_every_file_with_its_checksum(inside, manifest):
    told = {each["name"]: (each["bytes"], each["sha256"]) for each in manifest["files"]}
    there = {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in inside.items()
        if name != "manifest.json"
    }
    assert told == there
    assert {"report.pdf", "report.html", "tables.ods", "data.json", "schema/report-2.json"} <= set(
        told
    )


def test_the_manifest_says_which_version_it_is(manifest, played):
    snapshot = played.snapshot
    assert manifest["version"] == snapshot["version"]
    assert manifest["taken_at"] == snapshot["taken_at"]
    assert manifest["state"] == "draft"


def test_media_types_are_those_of_the_files(manifest):
    types = {each["name"].rpartition(".")[2]: each["media_type"] for each in manifest["files"]}
    assert types == {
        "pdf": "application/pdf",
        "html": "text/html",
        "css": "text/css",
        "ttf": "font/ttf",
        "csv": "text/csv",
        "json": "application/json",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
    }


def test_the_same_snapshot_gives_the_same_bytes(forms, played, tmp_path):
    again = write(played.snapshot, played.pdf.read_bytes(), tmp_path)
    assert again.files == forms.files
    assert again.made("zip").read_bytes() == forms.made("zip").read_bytes()


class Named(HTMLParser):
    """Every file and address that a page names, but the places within it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag, attrs) -> None:
        self.found |= {
            value for name, value in attrs if name in ("src", "href") and value[:1] != "#"
        }


def test_the_page_needs_nothing_but_what_lies_beside_it(inside):
    page = Named()
    page.feed(inside["report.html"].decode())
    assert page.found
    assert page.found <= set(inside)
    for style in (name for name in inside if name.endswith(".css")):
        words = inside[style].decode()
        assert "//" not in words.replace("http://www.w3.org", "")
        fonts = {part.partition(")")[0].strip('"') for part in words.split("url(")[1:]}
        assert {font.replace("../", "") for font in fonts} <= set(inside)


@pytest.mark.parametrize(
    ("place", "draft", "name"),
    [
        ("Ambleford", True, "debrief-ambleford-version-3-draft"),
        ("Ambleford", False, "debrief-ambleford-version-3"),
        ("Llŷn & Eifionydd / 2", False, "debrief-llyn-eifionydd-2-version-3"),
        ("", False, "debrief-damp-version-3"),
        ("../../etc", False, "debrief-etc-version-3"),
        ("رطوبة", False, "debrief-damp-version-3"),
    ],
)
def test_files_are_called_by_place_and_version_in_ascii(place, draft, name):
    told = {"workshop": {"place": place, "title": "Damp"}, "version": 3, "draft": draft}
    assert base_name(told) == name


def test_a_released_version_says_so(played):
    assert about({**played.snapshot, "draft": False})["state"] == "released"
