"""The tagged PDF: WeasyPrint with our fonts, our fetcher, our additions to its tags."""

import gc
import os
from pathlib import Path
from typing import IO

from weasyprint import HTML
from weasyprint.document import Document

from .fetcher import ORIGIN, PackagedAssets
from .tagging import head_cells

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
    gc.disable()  # the process ends with the report: looking for garbage is a tenth of its time
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
