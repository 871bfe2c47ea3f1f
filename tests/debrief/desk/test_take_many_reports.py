"""Someone of Policy Lab takes many reports at once: one ZIP of their ZIPs, and a list of them."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from asgiref.sync import async_to_sync

from debrief.desk import parcel as parcels

PARCEL = "/policy-lab/reports.zip"


@pytest.fixture
def filed(shelf, settings):
    """Put a report on the desk with its ZIP in the reports' folder."""

    def put(title: str, content: bytes = b"PK of a report", **facts):
        report = shelf.put(title, **facts)
        folder = settings.MEDIA_ROOT / str(report.workshop_id)
        folder.mkdir()
        name = "debrief-ambleford-version-1-all-forms.zip"
        folder.joinpath(name).write_bytes(content)
        report.folder, report.files = folder.name, [{"form": "zip", "name": name}]
        report.save()
        return report

    return put


def body_of(answer) -> bytes:
    async def whole() -> bytes:
        return b"".join([piece async for piece in answer.streaming_content])

    return async_to_sync(whole)()


def taken(lab, **asked) -> ZipFile:
    return ZipFile(BytesIO(body_of(lab.get(PARCEL, asked))))


def rows_of(parcel: ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(parcel.read("reports.csv").decode("utf-8-sig"))))


def test_it_holds_the_zip_of_each_report_and_a_list_that_names_them(filed, lab):
    damp, late = filed("Damp homes", b"PK damp"), filed("Late buses", b"PK late")
    filed("Not ticked")

    parcel = taken(lab, tick=[late.workshop_id, damp.workshop_id])

    ending = "debrief-ambleford-version-1-all-forms.zip"
    names = [f"{late.workshop_id}-{ending}", f"{damp.workshop_id}-{ending}"]
    assert parcel.namelist() == ["reports.csv", *names]
    assert [parcel.read(name) for name in names] == [b"PK late", b"PK damp"]
    assert parcel.testzip() is None
    listed = rows_of(parcel)
    assert [(row["File"], row["Policy area"]) for row in listed] == [
        (names[0], "Late buses"),
        (names[1], "Damp homes"),
    ]
    assert listed[0]["Place"] == "Ambleford"
    assert listed[0]["Dates"] == "'2026-11-03"
    assert listed[0]["Marking"] == "OFFICIAL"


def test_all_that_a_search_finds_can_be_taken_without_ticks(filed, lab):
    filed("Damp homes")
    filed("Late buses")

    parcel = taken(lab, all="yes", words="damp")

    assert [row["Policy area"] for row in rows_of(parcel)] == ["Damp homes"]


def test_the_same_reports_give_the_same_bytes_in_whatever_order_they_were_ticked(filed, lab):
    one, other = filed("Damp homes").workshop_id, filed("Late buses").workshop_id

    first = body_of(lab.get(PARCEL, {"tick": [one, other]}))
    again = body_of(lab.get(PARCEL, {"tick": [other, one]}))

    assert first == again


def test_a_title_that_is_a_formula_is_words_in_the_list(filed, lab):
    filed('=HYPERLINK("http://example.org")')

    assert rows_of(taken(lab, all="yes"))[0]["Policy area"].startswith("'=HYPERLINK")


def test_it_is_sent_in_pieces_as_it_is_read(filed, lab):
    filed("Large", bytes(3 * parcels.PIECE))

    answer = lab.get(PARCEL, {"all": "yes"})

    async def sizes() -> list[int]:
        return [len(piece) async for piece in answer.streaming_content]

    assert max(async_to_sync(sizes)()) <= parcels.PIECE + 1024


def test_a_report_that_goes_meanwhile_leaves_no_half_parcel(filed, lab):
    report = filed("Damp homes", b"PK damp")

    answer = lab.get(PARCEL, {"all": "yes"})
    report.path_of("zip").unlink()

    assert b"PK damp" in body_of(answer)


@pytest.mark.parametrize(
    ("most", "most_bytes", "sentence"),
    [
        (1, 1000, "These are 2 reports. One ZIP holds at most 1: tick fewer, or narrow"),
        (50, 20, "Together these reports have 1 MB. One ZIP holds at most 0 MB: tick fewer."),
    ],
)
def test_too_much_is_said_in_a_sentence_and_the_ticks_stay(
    filed, lab, monkeypatch, most, most_bytes, sentence
):
    ticks = [filed("Damp homes").workshop_id, filed("Late buses").workshop_id]
    monkeypatch.setattr(parcels, "MOST", most)
    monkeypatch.setattr(parcels, "MOST_BYTES", most_bytes)

    answer = lab.get(PARCEL, {"tick": ticks})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert answer.content.decode().count(" checked>") == 2


def test_nothing_ticked_is_said(filed, lab):
    filed("Damp homes")

    answer = lab.get(PARCEL)

    assert (answer.status_code, "Tick the reports" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "facts", [{"shared": False}, {"released_at": None}, {"state": "withdrawn"}]
)
def test_what_is_not_on_the_desk_cannot_be_taken(filed, lab, facts):
    damp, other = filed("Damp homes"), filed("Never to be seen", **facts)

    answer = lab.get(PARCEL, {"tick": [damp.workshop_id, other.workshop_id]})

    assert answer.status_code == 409
    assert "is not on the desk any more" in answer.content.decode()
    assert "Never to be seen" not in answer.content.decode()


@pytest.mark.parametrize("tick", ["", "x", "-1", "9" * 5000, "²"])
def test_a_tick_that_is_no_number_is_none(filed, lab, tick):
    filed("Damp homes")

    assert lab.get(PARCEL, {"tick": tick}).status_code == 409


def test_a_file_that_is_not_on_the_server_is_said(filed, lab):
    filed("Damp homes").path_of("zip").unlink()

    answer = lab.get(PARCEL, {"all": "yes"})

    assert answer.status_code == 409
    assert "A file is missing on the server." in answer.content.decode()
