"""The PDF: every note once, our fonts only, tagged, and nothing fetched from elsewhere."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from debrief import maker
from debrief.fetcher import ORIGIN, NotPackaged, PackagedAssets
from debrief.models import Report
from debrief.printing import ASSETS, printable, with_code_points

HARD = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    '=HYPERLINK("http://example.org/a")',
    "file:///etc/passwd and http://127.0.0.1:1/x",
    "Llŷr a'r tŷ: gwlychu'r muriau, ŵyr",
    "تتسرب المياه عبر الجدران كل شتاء",
    "הקירות רטובים כל חורף",
    "दीवारें हर सर्दी में गीली होती हैं",
    "Mixed: the word رطوبة means damp",
]
LONG = "x" * 280
EMOJI = "Mould is back 🍄 again"


@dataclass
class Printed:
    """A finished PDF and what it was made from."""

    path: Path
    snapshot: dict

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)


_made: list[Printed] = []


@pytest.fixture
def printed(request, tmp_path_factory) -> Printed:
    """A report of notes that are hard to print, made for real, once for this file."""
    if not _made:
        room = request.getfixturevalue("room")
        kit = room.person("Kit")
        for text in [*HARD, LONG, EMOJI]:
            room.write(kit, "intractable", text)
        report = Report.ask(room.session.workshop, None)
        maker.make_waiting()
        report.refresh_from_db()
        assert report.state == "ready"
        kept = tmp_path_factory.mktemp("printed") / "report.pdf"
        _made.append(Printed(report.path.rename(kept), report.snapshot))
    return _made[0]


def text_of(report: Report | Printed) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(report.path).pages)


def squeezed(text: str) -> str:
    """Text without spaces: line breaks of the layout do not count."""
    return re.sub(r"\s", "", text)


def appendix_of(report: Report) -> str:
    """The text of the pages from the appendix on."""
    return text_of(report).rsplit("Appendix: all notes", 1)[1]


def test_every_note_is_once_in_the_appendix_of_the_pdf(damp):
    report = Report.ask(damp.session.workshop, None)
    maker.make_waiting()
    report.refresh_from_db()
    appendix = squeezed(appendix_of(report))
    notes = [note.text for note in damp.board.notes().shown()]
    assert len(notes) == 20
    assert {text: appendix.count(squeezed(text)) for text in notes} == dict.fromkeys(notes, 1)


def test_hard_notes_are_printed_as_they_were_typed(printed):
    text = squeezed(text_of(printed))
    for note in [*HARD[:4], LONG]:
        assert squeezed(note) in text


def test_a_sign_outside_our_fonts_is_printed_as_its_code_point(printed):
    assert squeezed("Mould is back [U+1F344] again") in squeezed(text_of(printed))
    assert with_code_points("tŷ, łódź, Ελλάδα, ঢাকা") == "tŷ, łódź, Ελλάδα, ঢাকা"


def test_the_pdf_carries_our_fonts_whole_and_no_others(printed):
    names = set()
    for page in PdfReader(printed.path).pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert (
                "/FontFile2" in inner["/FontDescriptor"] or "/FontFile3" in inner["/FontDescriptor"]
            )
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1].rstrip(","))
    assert all(name.startswith(("Source-Sans-3", "Noto-Sans")) for name in names)
    assert {"Source-Sans-3", "Noto-Sans-Arabic", "Noto-Sans-Hebrew"} <= names


def below(element: pikepdf.Object, kind: str) -> list[pikepdf.Object]:
    """Every structure element of a kind, such as /TH, in reading order."""
    found = [element] if element.get("/S") == kind else []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += below(kid, kind)
    return found


def elements(printed: Printed, kind: str) -> list[pikepdf.Object]:
    return below(printed.pdf.Root.StructTreeRoot.K[0], kind)


def test_every_head_cell_says_whose_head_it_is(printed):
    scopes = [str(cell.A.Scope) for cell in elements(printed, "/TH")]
    assert {"/Column", "/Row"} == set(scopes)
    assert len(scopes) > 60


def test_every_table_has_head_cells_and_every_figure_words(printed):
    tables, figures = elements(printed, "/Table"), elements(printed, "/Figure")
    assert len(tables) >= 4  # timing, profile, works, notes
    assert [table for table in tables if not below(table, "/TH")] == []
    assert len(figures) > 10
    assert [figure for figure in figures if not str(figure.get("/Alt", ""))] == []


def test_foreign_passages_say_their_language(printed):
    languages = {str(span.Lang) for span in elements(printed, "/Span") if "/Lang" in span}
    assert languages == {"ar", "he", "hi"}


def test_the_pdf_has_language_title_bookmarks_and_both_identifiers(printed):
    pdf = printed.pdf
    assert str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]) == "Damp and mould in rented homes. Debrief, version 1"
    assert bool(pdf.Root.MarkInfo.Marked)
    with pdf.open_metadata() as meta:
        assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == (
            "1",
            "2",
            "A",
        )
    titles = [str(item.title) for item in PdfReader(printed.path).outline[0:1]]
    assert titles == ["Damp and mould in rented homes"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.css",
        "https://example.org/x.css",
        "data:text/css,p{}",
        ORIGIN + "../secret_key",
        ORIGIN + "css/../../../manage.py",
        ORIGIN + "js/place.js",
    ],
)
def test_nothing_is_fetched_but_packaged_assets(address):
    with pytest.raises(NotPackaged):
        PackagedAssets(ASSETS).fetch(address)


def test_packaged_assets_are_fetched():
    answer = PackagedAssets(ASSETS).fetch(ORIGIN + "css/print.css")
    assert b"@page" in answer.read()


def test_a_linked_file_does_not_get_into_the_pdf(tmp_path):
    """The hole this closes: a link in the document that names a file of the server."""
    from debrief.pdf import pdf_of

    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    out = BytesIO()
    html = f'<html lang="en"><title>t</title><link rel=attachment href="file://{secret}"><p>words'
    pdf_of(html, ASSETS, out)
    with pikepdf.open(BytesIO(out.getvalue())) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert all(b"canary" not in each.read_bytes() for each in streams)


def test_markup_in_a_note_is_words(printed):
    html = printable(printed.snapshot)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
