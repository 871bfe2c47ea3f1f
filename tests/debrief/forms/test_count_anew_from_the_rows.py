"""The main figures, counted anew from the rows by SQL, are those of every form."""

import json
import re

import pytest
from lxml import html
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

COUNTED = {
    "notes": "select count(*) from boards_note where state = 'shown'",
    "people": "select count(*) from workshops_participant where removed_at is null",
    "calls": "select count(*) from diagnosis_fitcall",
    "votes": """
        select count(*) from boards_vote join boards_poll on boards_poll.pk = poll
        join boards_board on boards_board.pk = boards_poll.board
        where activity_key = 'stakeholders' and closed_at is not null""",
    "same": "select count(*) from indicators_response where mark = 'same'",
    "changed": "select count(*) from indicators_response where mark = 'changed'",
    "new": "select count(*) from indicators_response where mark = 'new'",
    "most_owned": """
        select count(*) as actions from indicators_action where owner <> ''
        group by owner order by actions desc limit 1""",
}


@pytest.fixture(scope="module")
def counted(rows) -> dict[str, int]:
    return {name: rows.execute(question).fetchone()[0] for name, question in COUNTED.items()}


def figures(tables: dict[str, list[list]]) -> dict[str, int]:
    """The same figures from the tables of a form, each a head and rows."""

    def column(table: str, head: str) -> list[int]:
        first, *rows = tables[table]
        return [int(row[first.index(head)] or 0) for row in rows]

    marks = {row[0].lower(): int(row[1]) for row in tables["marks"][1:]}
    calls = ("Strong match", "Partial match", "No match", "Not sure")
    return {
        "notes": len(tables["notes"]) - 1,
        "people": next(int(row[1]) for row in tables["people"] if row[0] == "All"),
        "calls": sum(sum(column("diagnosis", call)) for call in calls),
        "votes": sum(column("key-stakeholders", "Votes")),
        **{mark: marks[mark] for mark in ("same", "changed", "new")},
        "most_owned": max(
            int(row[1]) for row in tables["ownership"][1:] if row[0] != "no owner yet"
        ),
    }


TITLES = {
    "notes": "All notes",
    "people": "Who took part",
    "diagnosis": "Diagnosis",
    "key-stakeholders": "Key to start with",
    "marks": "Marks",
    "ownership": "Who owns the actions",
}


def test_the_marks_are_seven_of_twelve(counted):
    different = counted["changed"] + counted["new"]
    assert (different, different + counted["same"]) == (7, 12)


def test_in_the_spreadsheet(forms, counted):
    book = CalamineWorkbook.from_path(str(forms.made("ods")))
    sheets = {name: book.get_sheet_by_name(title) for name, title in TITLES.items()}
    assert figures({name: sheet.to_python() for name, sheet in sheets.items()}) == counted


def test_in_the_files_of_commas(forms, counted):
    assert figures({name: forms.commas(name) for name in TITLES}) == counted


def test_in_the_data(forms, counted):
    data = json.loads(forms.made("json").read_text())
    part = {each["key"]: each["data"] for each in data["parts"]}
    marks = part["debrief"]["marks"]
    called = [each["calls"] for each in part["diagnosis"]["descriptions"] if each["calls"]]
    assert {
        "notes": len(data["notes"]),
        "people": sum(each["total"] for each in data["taking_part"]),
        "calls": sum(sum(calls.values()) for calls in called),
        "votes": part["stakeholders"]["votes"],
        **{mark: marks[mark] for mark in ("same", "changed", "new")},
        "most_owned": max(each["actions"] for each in part["plan"]["owners"]),
    } == counted


def words_of(forms, form: str) -> str:
    if form == "pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(forms.made("pdf")).pages)
    else:
        text = html.document_fromstring((forms.inside / "report.html").read_bytes().decode())
        text = text.text_content()
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_in_what_is_read(forms, counted, form):
    words = words_of(forms, form)
    for sentence in (
        f"{counted['changed'] + counted['new']} of 12 marked actions, 58%",
        f"{counted['same']} same: we would have done it anyway.",
        f"{counted['votes']} votes were given, blind.",
        f"{counted['people']} people",
    ):
        assert sentence in words
