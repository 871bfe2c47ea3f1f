"""What WeasyPrint's tags leave out: scopes, languages, what letters spell, the words of links.

Importing it is enough: it wraps the building of the tree of tags.
"""

import unicodedata
from collections.abc import Iterator

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from .words import RIGHT_TO_LEFT, passages


def head_cells(document: Document, pdf: pydyf.PDF) -> None:
    """Give every head cell its scope: a column's in the table's head, a row's elsewhere."""
    by_reference = {each.reference: each for each in pdf.objects if hasattr(each, "reference")}
    for cell in by_reference.values():
        if isinstance(cell, dict) and cell.get("S") == "/TH" and "A" in cell:
            group = by_reference[by_reference[cell["P"]]["P"]]
            cell["A"]["Scope"] = "/Column" if group.get("S") == "/THead" else "/Row"


def with_words(build):
    """Wrap the building of tags: a foreign passage says its language, some letters their text.

    Glyphs of a script that runs from the right stand as they are seen, and where marks are put
    on letters a glyph is not always the same letter: such text is said as it was typed.
    """

    def built(box, parent, pdf, page, numbers, annotations, marked):
        if box.link_annotation:
            describe(box, pdf, page)
        said = {marked[each]["mcid"]: each for each in texts_in(box) if each in marked}
        tongue = box.element.get("lang") if getattr(box, "element", None) is not None else None
        for element in build(box, parent, pdf, page, numbers, annotations, marked):
            if tongue and box.element.tag != "html":
                element["Lang"] = pydyf.String(tongue)
            yield element
        for number, text in said.items():
            element = pdf.objects[int(numbers[number].split()[0])]
            if element["S"] != "/Link":  # which holds several of them
                say(element, text, tongue)

    return built


def describe(box, pdf: pydyf.PDF, page: int) -> None:
    """Let a link say its own words, and what stands inside it be no second link."""
    if str(box.element_tag).startswith("a"):
        box.link_annotation["Contents"] = pydyf.String(words_in(box).strip())
        return
    sheet = pdf.objects[int(pdf.page_references[page].split()[0])]
    sheet["Annots"].remove(box.link_annotation.reference)
    box.link_annotation = None


def words_in(box) -> str:
    """All text of a box, in the order of the document."""
    if isinstance(box, boxes.TextBox):
        return box.text
    return "".join(words_in(child) for child in getattr(box, "children", ()))


def texts_in(box) -> Iterator[boxes.TextBox]:
    """The pieces of text right in a box that are more than plain English."""
    for child in getattr(box, "children", ()):
        for each in child.children if isinstance(child, boxes.LineBox) else [child]:
            if isinstance(each, boxes.TextBox) and not is_plain(each):
                yield each


def is_plain(box: boxes.TextBox) -> bool:
    return box.text.isascii() and box.style["direction"] == "ltr"


def say(element: pydyf.Dictionary, box: boxes.TextBox, tongue: str | None) -> None:
    """Say the text of an element where glyphs do not, and its language where nothing else has."""
    if not is_spelt_by_glyphs(box):
        element["ActualText"] = pydyf.String(box.text)
    foreign = {found for found, _run in passages(box.text) if found}
    if not tongue and len(foreign) == 1:
        element["Lang"] = pydyf.String(foreign.pop())


def is_spelt_by_glyphs(box: boxes.TextBox) -> bool:
    """Say whether it stands as it is typed: nothing runs from the right, no letter has a mark."""
    if box.style["direction"] == "rtl":
        return False
    return box.text.isascii() or not any(
        unicodedata.category(sign)[0] == "M" or unicodedata.bidirectional(sign) in RIGHT_TO_LEFT
        for sign in box.text
    )


tags._build_box_tree = with_words(tags._build_box_tree)
