"""Every note that was visible stands exactly once in the appendix of each form."""

import json
import re
from collections import Counter

import pytest
from lxml import html
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from debrief.forms.commas import harmless

# A response that was kept as it was at first has that one's words. Links and added indicators are
# told in words of more than one field: these are counted with all others in the figures.
VISIBLE = """
    select coalesce(nullif(note.text, ''), first.text) from boards_note note
    join boards_column on boards_column.pk = note."column"
    join boards_board on boards_board.pk = boards_column.board
    left join indicators_response response on response.note = note.pk
    left join indicators_response earlier on earlier.pk = response.instead_of
    left join boards_note first on first.pk = earlier.note
    where note.state = 'shown' and activity_key not in ('relationships', 'additions')
"""


@pytest.fixture(scope="module")
def visible(rows) -> Counter:
    """The words of the visible notes, from the rows."""
    told = Counter(words for (words,) in rows.execute(VISIBLE))
    assert sum(told.values()) > 100
    return told


def squeezed(text: str) -> str:
    """Without spaces: where a line breaks is up to each form."""
    return re.sub(r"\s", "", text)


def among(told: list[str], visible: Counter) -> Counter:
    """Those of the told words that are a note's."""
    return Counter(words for words in told if words in visible)


def test_in_the_page_that_stands_alone(forms, visible):
    page = html.document_fromstring((forms.inside / "report.html").read_bytes().decode())
    told = page.xpath('//section[@id="appendix"]//*[@class="report__words"]')
    assert among([each.text_content() for each in told], visible) == visible


def test_in_the_data(forms, visible):
    data = json.loads((forms.inside / "data.json").read_text())
    listed = [
        number
        for board in data["appendix"]
        for column in board["columns"]
        for number in column["notes"]
    ]
    assert sorted(listed) == sorted(data["notes"])
    assert among([data["notes"][number]["text"] for number in listed], visible) == visible


def test_in_the_spreadsheet(forms, visible):
    rows = CalamineWorkbook.from_path(str(forms.made("ods"))).get_sheet_by_name("All notes")
    head, *told = rows.to_python()
    assert among([row[head.index("Note")] for row in told], visible) == visible


def test_in_the_files_of_commas(forms, visible):
    head, *told = forms.commas("notes")
    harmless_ones = Counter({harmless(words): times for words, times in visible.items()})
    assert among([row[head.index("Note")] for row in told], harmless_ones) == harmless_ones


def test_in_the_pdf(forms, visible):
    pages = PdfReader(forms.made("pdf")).pages
    text = "\n".join(page.extract_text() for page in pages)
    appendix = squeezed(text.rsplit("Appendix: all notes", 1)[1])
    missing = [words for words in visible if squeezed(words) not in appendix]
    assert missing == []


def test_and_the_archive_of_all_has_these_very_files(forms):
    inside = forms.unpacked()
    for name in ("report.html", "data.json", "tables.ods"):
        assert inside[name] == (forms.inside / name).read_bytes()
    assert inside["report.pdf"] == forms.made("pdf").read_bytes()
    commas = {f"csv/{path.name}": path.read_bytes() for path in forms.inside.glob("csv/*.csv")}
    assert {name: each for name, each in inside.items() if name.startswith("csv/")} == commas
