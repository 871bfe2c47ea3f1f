"""Our own look at the tags of a PDF, and one fault of each kind that it finds."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.debrief import conformance
from tests.debrief.conformance import CHECKS
from tests.debrief.played.kept import Kept, kept
from tests.debrief.tagged import Tag, Texts, document, texts_of

SIZES = ["full", "smallest", "scripts"]
_read: dict[str, tuple[Kept, bytes, str, Texts]] = {}


def read(size: str) -> tuple[Kept, bytes, str, Texts]:
    """A report, read once: its PDF, the HTML it was made of, the text of its pages."""
    if size not in _read:
        found = kept(size)
        data = found.pdf.read_bytes()
        with pikepdf.open(BytesIO(data)) as pdf:
            _read[size] = (found, data, found.html, texts_of(pdf))
    return _read[size]


@pytest.fixture
def scripts() -> Iterator[tuple[Pdf, Tag, str]]:
    """A fresh copy of the report in many scripts, to break."""
    _kept, data, html, texts = read("scripts")
    with pikepdf.open(BytesIO(data)) as pdf:
        yield pdf, document(pdf, texts), html


@pytest.mark.parametrize("size", SIZES)
def test_a_report_has_no_fault_that_we_know_how_to_look_for(size):
    _kept, data, html, texts = read(size)
    with pikepdf.open(BytesIO(data)) as pdf:
        top = document(pdf, texts)
        assert {check.__name__: found for check in CHECKS if (found := check(pdf, top, html))} == {}


def test_there_is_something_to_look_at(scripts):
    _pdf, top, _html = scripts
    tongues = {each.language for each in top.all("Span")}
    assert {"ar", "bn", "el", "gu", "he", "hi", "pa", "ru", "ta"} <= tongues
    assert len(list(top.all("TH"))) > 200
    assert len(list(top.all("Figure"))) > 40


def first(top: Tag, kind: str) -> Tag:
    return next(top.all(kind))


def strip_a_scope(pdf: Pdf, top: Tag) -> None:
    del first(top, "TH").element.A.Scope


def turn_heads_into_cells(pdf: Pdf, top: Tag) -> None:
    for head in first(top, "Table").all("TH"):
        head.element.S = Name.TD


def strip_the_words_of_a_figure(pdf: Pdf, top: Tag) -> None:
    del first(top, "Figure").element.Alt


def blank_the_words_of_a_figure(pdf: Pdf, top: Tag) -> None:
    first(top, "Figure").element.Alt = String("  ")


def strip_a_language(pdf: Pdf, top: Tag) -> None:
    del next(each for each in top.all("Span") if each.says_language).element.Lang


def say_another_language(pdf: Pdf, top: Tag) -> None:
    next(each for each in top.all("Span") if each.says_language).element.Lang = String("fr")


def swap_two_rows(pdf: Pdf, top: Tag) -> None:
    rows = first(top, "TBody").element.K
    rows[0], rows[1] = rows[1], rows[0]


def swap_two_paragraphs(pdf: Pdf, top: Tag) -> None:
    parent = first(top, "P").above[-1].element
    parent.K = Array(reversed(list(parent.K)))


def drop_a_paragraph(pdf: Pdf, top: Tag) -> None:
    last = list(top.all("P"))[-1]
    last.element.K = Array([])


def drop_what_letters_spell(pdf: Pdf, top: Tag) -> None:
    del next(each for each in top.all("Span") if "/ActualText" in each.element).element.ActualText


def describe_a_link_by_its_address(pdf: Pdf, top: Tag) -> None:
    pdf.pages[1].Annots[0].Contents = String("note-3-1")


def tag_a_link_as_nothing(pdf: Pdf, top: Tag) -> None:
    first(top, "Link").element.S = Name.NonStruct


def drop_the_title(pdf: Pdf, top: Tag) -> None:
    del pdf.docinfo["/Title"]


def drop_the_language(pdf: Pdf, top: Tag) -> None:
    del pdf.Root.Lang


def drop_the_bookmarks(pdf: Pdf, top: Tag) -> None:
    del pdf.Root.Outlines


def hide_the_title(pdf: Pdf, top: Tag) -> None:
    del pdf.Root.ViewerPreferences


def link_elsewhere(pdf: Pdf, top: Tag) -> None:
    pdf.pages[1].Annots[0].A = Dictionary(S=Name.URI, URI=String("https://example.org/"))


def start_something(pdf: Pdf, top: Tag) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def carry_a_file(pdf: Pdf, top: Tag) -> None:
    pdf.attachments["rows.csv"] = b"a,b"


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (strip_a_scope, conformance.heads_without_scope),
        (turn_heads_into_cells, conformance.tables_without_heads),
        (strip_the_words_of_a_figure, conformance.figures_without_words),
        (blank_the_words_of_a_figure, conformance.figures_without_words),
        (strip_a_language, conformance.passages_without_language),
        (say_another_language, conformance.passages_without_language),
        (swap_two_rows, conformance.out_of_order),
        (swap_two_paragraphs, conformance.out_of_order),
        (drop_a_paragraph, conformance.out_of_order),
        (drop_what_letters_spell, conformance.out_of_order),
        (describe_a_link_by_its_address, conformance.links_without_words),
        (tag_a_link_as_nothing, conformance.links_without_words),
        (drop_the_title, conformance.without_facts),
        (drop_the_language, conformance.without_facts),
        (drop_the_bookmarks, conformance.without_facts),
        (hide_the_title, conformance.without_facts),
        (link_elsewhere, conformance.reaching_out),
        (start_something, conformance.reaching_out),
        (carry_a_file, conformance.reaching_out),
    ],
)
def test_a_planted_fault_is_found(scripts, plant: Callable, check: Callable):
    pdf, top, html = scripts
    plant(pdf, top)
    assert check(pdf, document(pdf, top.texts), html) != []
