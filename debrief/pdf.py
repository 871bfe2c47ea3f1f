"""The tagged PDF: WeasyPrint with our fonts, our fetcher, and what its tagging leaves out."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pydyf
from weasyprint import HTML
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from .fetcher import ORIGIN, PackagedAssets
from .words import RIGHT_TO_LEFT, passages

# PDF/UA's identifier is not among the properties that PDF/A-2 knows, so it is described as well.
UNIVERSAL_ACCESS = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""  # noqa: E501  # names of the standard, unbroken


def print_report(folder: Path) -> None:
    """Make `report.pdf` of `report.html`: to the disk first, and only then under its name."""
    part = folder / "report.part"
    with part.open("wb") as file:
        pdf_of((folder / "report.html").read_text(), folder / "assets", file)
        file.flush()
        os.fsync(file.fileno())
    part.rename(folder / "report.pdf")


def pdf_of(html: str, assets: Path, into: IO[bytes]) -> None:
    """Write a PDF/A-2a that is PDF/UA-1 too; nothing but `assets` is fetched."""
    fetcher = PackagedAssets(assets)
    document = HTML(string=html, base_url=ORIGIN, url_fetcher=fetcher).render(
        pdf_variant="pdf/a-2a", pdf_tags=True
    )
    say_universal_access(document)
    document.write_pdf(into, finisher=head_cells, pdf_variant="pdf/a-2a", pdf_tags=True)


def say_universal_access(document: Document) -> None:
    """Add PDF/UA-1 to the XMP metadata."""
    written = document.metadata.generate_rdf_metadata

    def with_identifier(*args) -> bytes:
        end = b"</rdf:RDF>"
        return written(*args).replace(end, UNIVERSAL_ACCESS.encode() + end)

    document.metadata.generate_rdf_metadata = with_identifier


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
