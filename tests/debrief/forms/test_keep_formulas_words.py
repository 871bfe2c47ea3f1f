"""Words that look like a formula are words in every table; their exact signs are kept."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from debrief.forms.commas import csv_of, harmless
from debrief.forms.sheets import ods
from debrief.forms.table import Table

FORMULAS = ["=1+1", "+44 20 7946 0000", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "  =1+1"]
FULL_WIDTH = ["\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"]
INSIDE = ["a;=1+1;b", "a\n=1+1", "a|+1", "a; -1"]
TAB = "a\t@x"  # which the second reader leaves out
HARMLESS = ["Damp = mould", "3 + 4 people", "Ask kit@example.org", "well-kept", "a;b", "'quoted'"]


def of(words: list[str], figures: list[int] | None = None) -> Table:
    rows = [[text, figure] for text, figure in zip(words, figures or range(99), strict=False)]
    return Table("tried", "Tried", ["Words", "Figure"], rows)


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_of(table).decode("utf-8-sig"), newline="")))[1:]


@pytest.mark.parametrize("words", [*FORMULAS, *FULL_WIDTH])
def test_an_apostrophe_stands_before_a_formula(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", [*INSIDE, TAB])
def test_and_wherever_another_reader_would_begin_a_cell(words):
    assert harmless(words).replace("'", "") == words
    assert harmless(words).count("'") == 1


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_stay_as_they_are(words):
    assert harmless(words) == words


@pytest.mark.parametrize("words", ["3.10", "1/2", "2026", "50 %", "1e5", "10-12"])
def test_words_that_look_like_a_figure_stay_words(words):
    assert harmless(words) == f"'{words}"


def test_figures_are_figures_even_below_nothing():
    assert read(of(["x", "y"], [-3, 4])) == [["x", "-3"], ["y", "4"]]


def test_the_file_says_that_it_is_utf_8_and_ends_its_lines_as_the_rule_says():
    made = csv_of(of(["tŷ\nŵyr"]))
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.endswith(b"\r\n")
    assert read(of(["tŷ\nŵyr"])) == [["tŷ\nŵyr", "0"]]


@pytest.fixture(scope="module")
def sheet(played):
    """The same words in a spreadsheet, as another reader has them."""
    made = ods(played.snapshot, [of([*FORMULAS, *FULL_WIDTH, *INSIDE, *HARMLESS, "a  b", TAB])])
    return made, CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("Tried")


def test_a_spreadsheet_has_the_words_themselves(sheet):
    _made, told = sheet
    words = [row[0] for row in told.to_python()[1:-1]]
    assert words == [*FORMULAS, *FULL_WIDTH, *INSIDE, *HARMLESS, "a  b"]


def test_no_cell_of_a_spreadsheet_has_a_formula(sheet):
    with ZipFile(BytesIO(sheet[0])) as archive:
        content = archive.read("content.xml").decode()
    assert "table:formula" not in content
    assert 'office:value-type="string"' in content
    assert "a<text:tab/>@x" in content
    assert 'a<text:s text:c="2"/>b' in content


def test_signs_that_no_file_can_hold_do_not_break_it(played):
    made = ods(played.snapshot, [of(["a\x00b\x0bc\ufffed"])])
    told = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("Tried").to_python()
    assert told[1][0] == "abcd"
