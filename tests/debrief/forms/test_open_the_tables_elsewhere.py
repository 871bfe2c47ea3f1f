"""Two other readers, LibreOffice one of them, find in the tables what was written there."""

import os
from copy import deepcopy
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from debrief.forms.table import Table
from debrief.forms.tables import tables

from .written import SEMICOLONS, formulas_in, opened, without_libreoffice, write

HARD = [
    "=1+1",
    "@SUM(A1)",
    "+44 20 7946 0000",
    "-1",
    'a;=2+2;"b"',
    "x\n=HYPERLINK(A1)",
    "3.10",
    "a  b",
]


@pytest.fixture(scope="module")
def hard(played, tmp_path_factory):
    """All forms of a report in which notes look like formulas."""
    snapshot = deepcopy(played.snapshot)
    for number, words in zip(list(snapshot["notes"])[:20], HARD, strict=False):
        snapshot["notes"][number]["text"] = words
    return write(snapshot, played.pdf.read_bytes(), tmp_path_factory.mktemp("hard")), snapshot


@pytest.fixture(scope="module")
def by_libreoffice(hard, tmp_path_factory):
    """What it makes of the spreadsheet and of the notes as commas, read in both manners."""
    if missing := without_libreoffice():
        assert not os.environ.get("CI"), missing
        pytest.skip(missing)
    forms, _snapshot = hard
    (commas,) = forms.inside.glob("csv/[0-9][0-9]-notes.csv")
    plain = opened([forms.inside / "tables.ods", commas], tmp_path_factory.mktemp("plain"))
    elsewhere = opened([commas], tmp_path_factory.mktemp("else"), f"--infilter={SEMICOLONS}")
    return [*plain, *elsewhere]


@pytest.fixture(scope="module")
def told(hard) -> list[Table]:
    return tables(hard[1])


def sheet_of(book: CalamineWorkbook, title: str) -> list[list]:
    return book.get_sheet_by_name(title).to_python()


def expected(value):
    """A cell as the readers give it: whole numbers as fractions, nothing as an empty text."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool | int | float):
        return float(value)
    return "" if value is None else value


def test_the_second_reader_finds_every_cell(hard, told):
    book = CalamineWorkbook.from_path(str(hard[0].made("ods")))
    assert book.sheet_names == [table.title for table in told]
    for table in told:
        head, *rows = sheet_of(book, table.title)
        assert head == table.columns
        assert len(rows) == len(table.rows)
        for row, cells in zip(rows, table.rows, strict=True):
            for cell, value in zip(row, cells, strict=True):
                if not isinstance(value, date):
                    assert cell == expected(value)


def test_days_are_days_and_not_words(hard, told):
    plan = sheet_of(CalamineWorkbook.from_path(str(hard[0].made("ods"))), "Action plan")
    due = [row[plan[0].index("By")] for row in plan[1:]]
    table = next(each for each in told if each.name == "action-plan")
    assert [str(day)[:10] for day in due if day] == [str(row[6]) for row in table.rows if row[6]]
    assert all(isinstance(day, date) for day in due if day)


def test_libreoffice_finds_the_same_words_and_figures(by_libreoffice, hard):
    notes = sheet_of(CalamineWorkbook.from_path(str(by_libreoffice[0])), "All notes")
    ours = sheet_of(CalamineWorkbook.from_path(str(hard[0].made("ods"))), "All notes")
    assert [row[:9] for row in notes] == [row[:9] for row in ours]
    words = [row[3] for row in notes]
    assert set(HARD) <= set(words)


def test_libreoffice_takes_no_words_for_a_formula(by_libreoffice):
    assert [formulas_in(path) for path in by_libreoffice] == [[], [], []]


def test_a_number_of_a_note_stays_what_it_is_in_commas(by_libreoffice):
    book = CalamineWorkbook.from_path(str(by_libreoffice[1]))
    numbers = [row[0] for row in book.get_sheet_by_index(0).to_python()[1:]]
    assert all(isinstance(number, str) for number in numbers)
    assert "'3.1" in numbers


def test_every_sheet_has_a_name_of_its_own_that_a_sheet_may_have(told):
    titles = [table.title for table in told]
    assert len({title.lower() for title in titles}) == len(titles)
    assert [title for title in titles if len(title) > 31 or set(title) & set("[]*?:/\\'")] == []


def test_every_file_has_a_name_of_its_own_in_plain_letters(told):
    names = [table.name for table in told]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.replace("-", "").isalpha() for name in names)
