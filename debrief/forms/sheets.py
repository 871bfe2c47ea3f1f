"""The tables as one OpenDocument spreadsheet: a sheet each, words as words, figures as figures."""

import re
from datetime import date, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware, localtime
from odfdo import Document, Element, Style

from .packing import same_bytes
from .table import Cell, Snapshot, Table

NARROWEST, WIDEST = 2, 9  # centimetres
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DAY = '<number:day/><number:text> </number:text><number:month number:textual="true"/>'
YEAR = '<number:text> </number:text><number:year number:style="long"/>'
TIME = (
    '<number:text>, </number:text><number:hours number:style="long"/>'
    '<number:text>:</number:text><number:minutes number:style="long"/>'
)


def ods(snapshot: Snapshot, tables: list[Table]) -> bytes:
    """Return the file; the same snapshot gives the same bytes."""
    document = Document("spreadsheet")
    document.body.clear()
    describe(document, snapshot)
    lay_out(document)
    for table in tables:
        document.body.append(Element.from_tag(sheet(table)))
    kept = BytesIO()
    document.save(kept)
    return same_bytes(kept.getvalue(), taken_at(snapshot))


def describe(document: Document, snapshot: Snapshot) -> None:
    """What the file says of itself: title, language, when."""
    document.language = "en-GB"
    document.meta.title = snapshot["workshop"]["title"]
    document.meta.language = "en-GB"
    document.meta.creation_date = taken_at(snapshot)


def taken_at(snapshot: Snapshot) -> datetime:
    """When the snapshot was taken, without an offset, as spreadsheets have it."""
    found = parse_datetime(snapshot["taken_at"])
    assert found is not None
    return naive(found)


def naive(moment: datetime) -> datetime:
    local = localtime(moment) if is_aware(moment) else moment
    return local.replace(tzinfo=None, microsecond=0)


def lay_out(document: Document) -> None:
    """The styles that the sheets use: widths in centimetres, heads, words that wrap, dates."""
    for width in range(NARROWEST, WIDEST + 1):
        column = Style("table-column", name=f"wide{width}", width=f"{width}cm")
        document.insert_style(column, automatic=True)
    for name, inner in (("day", DAY + YEAR), ("moment", DAY + YEAR + TIME)):
        kind = f'<number:date-style style:name="{name}-of">{inner}</number:date-style>'
        document.insert_style(kind, automatic=True)
    for name, facts, bold in (
        ("words", "", ""),
        ("head", "", '<style:text-properties fo:font-weight="bold"/>'),
        ("day", ' style:data-style-name="day-of"', ""),
        ("moment", ' style:data-style-name="moment-of"', ""),
    ):
        wraps = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
        cell = f'<style:style style:name="{name}" style:family="table-cell"{facts}>'
        document.insert_style(f"{cell}{wraps}{bold}</style:style>", automatic=True)


def sheet(table: Table) -> str:
    """One sheet, as one text: cell by cell the library takes five seconds for 2,000 notes."""
    columns = "".join(
        f'<table:table-column table:style-name="wide{width}"/>' for width in widths(table)
    )
    heads = "".join(worded(head, "head") for head in table.columns)
    rows = "".join(row(cells) for cells in table.rows)
    return (
        f'<table:table table:name="{escape(table.title)}">{columns}'
        f"<table:table-header-rows>{row_of(heads)}</table:table-header-rows>{rows}</table:table>"
    )


def row(cells: list[Cell]) -> str:
    return row_of("".join(cell(value) for value in cells))


def row_of(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def cell(value: Cell) -> str:
    """One cell of the kind that the value is; nothing is ever a formula."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, datetime):
        moment = naive(value)
        return dated("moment", moment.isoformat(), f"{moment:%Y-%m-%d %H:%M}")
    if isinstance(value, date):
        return dated("day", value.isoformat(), value.isoformat())
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}" table:style-name="words"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"
    return worded(value, "words")


def dated(style: str, value: str, shown: str) -> str:
    kind = f'office:value-type="date" office:date-value="{value}" table:style-name="{style}"'
    return f"<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>"


def worded(text: str, style: str) -> str:
    """A cell of words, each of its lines a paragraph."""
    lines = "".join(f"<text:p>{spaced(line)}</text:p>" for line in text.split("\n"))
    kind = f'office:value-type="string" table:style-name="{style}"'
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def spaced(line: str) -> str:
    """Words with every space kept: OpenDocument takes several in a row for one."""
    kept = escape(NOT_IN_XML.sub("", line))
    kept = re.sub(r"^ +| {2,}| +$", lambda run: f'<text:s text:c="{len(run[0])}"/>', kept)
    return kept.replace("\t", "<text:tab/>")


def widths(table: Table) -> list[int]:
    """Centimetres for each column, so that most of what stands in it can be read."""
    longest = [
        max([len(head), *(len(str(row[place])) for row in table.rows if row[place] is not None)])
        for place, head in enumerate(table.columns)
    ]
    return [min(WIDEST, max(NARROWEST, round(signs * 0.2) + 1)) for signs in longest]
