"""What veraPDF does not see in a tagged PDF: each check returns what is wrong, in words."""

from collections.abc import Callable, Iterator

from pikepdf import Dictionary, Name, Pdf

from debrief.words import passages

from . import reading_order
from .reading_order import squeezed
from .tagged import Tag

OURS = "en-GB"
REACHING_OUT = {"/URI", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/JavaScript"}


def heads_without_scope(pdf: Pdf, document: Tag, html: str) -> list[str]:
    """A head cell says whether it heads a column or a row."""
    scopes = ((each, each.element.get("/A", {}).get("/Scope")) for each in document.all("TH"))
    return [each.text for each, scope in scopes if scope not in (Name.Column, Name.Row)]


def tables_without_heads(pdf: Pdf, document: Tag, html: str) -> list[str]:
    return [each.text[:60] for each in document.all("Table") if not any(each.all("TH"))]


def figures_without_words(pdf: Pdf, document: Tag, html: str) -> list[str]:
    return [str(each.element.Pg.objgen) for each in document.all("Figure") if not each.alt.strip()]


def passages_without_language(pdf: Pdf, document: Tag, html: str) -> list[str]:
    """Letters of a script stand in an element that says the language they are taken for."""
    return [
        f"{run} ({each.language or OURS})"
        for each in document.all()
        if each.kind != "Figure"
        for tongue, run in passages(each.own_words)
        if tongue and tongue != each.language
    ]


def links_without_words(pdf: Pdf, document: Tag, html: str) -> list[str]:
    """A link is tagged as one, and is described by its own words."""
    return [
        each.text
        for each in document.all()
        for kid in each.kids
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
        if each.kind != "Link"
        or not squeezed(str(kid.Obj.get("/Contents", "")))
        or squeezed(str(kid.Obj.Contents)) not in squeezed(each.text)
    ]


def out_of_order(pdf: Pdf, document: Tag, html: str) -> list[str]:
    return reading_order.faults(document, html)


def without_facts(pdf: Pdf, document: Tag, html: str) -> list[str]:
    """Title, language and bookmarks; that the title is shown; that there are tags."""
    root = pdf.Root
    facts = {
        "title": str(pdf.docinfo.get("/Title", "")).strip(),
        "language": str(root.get("/Lang", "")) == OURS,
        "bookmarks": int(root.get("/Outlines", {}).get("/Count", 0)),
        "title shown": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "marked": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
    }
    return [name for name, there in facts.items() if not there]


def reaching_out(pdf: Pdf, document: Tag, html: str) -> list[str]:
    """Nothing opens, starts, sends or carries anything but the report itself."""
    found = [str(each.S) for each in actions(pdf) if str(each.get("/S", "")) in REACHING_OUT]
    carried = pdf.Root.get("/Names", {}).get("/EmbeddedFiles")
    return [*found, *(["a file inside"] if carried is not None or pdf.attachments else [])]


def actions(pdf: Pdf) -> Iterator[Dictionary]:
    """What the document and its links do when they are opened."""
    if isinstance(opened := pdf.Root.get("/OpenAction"), Dictionary):
        yield opened
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/A" in link:
                yield link.A


CHECKS: list[Callable[[Pdf, Tag, str], list[str]]] = [
    heads_without_scope,
    tables_without_heads,
    figures_without_words,
    passages_without_language,
    links_without_words,
    out_of_order,
    without_facts,
    reaching_out,
]
