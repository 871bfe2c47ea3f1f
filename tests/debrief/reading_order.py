"""Whether a PDF, read along its tags, says what its HTML says, in the same order.

Space does not count. What pages add is passed over where it comes: the head of a table that goes
on, the number of a page in the contents.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import tinyhtml5

from .tagged import Tag

SVG = "{http://www.w3.org/2000/svg}"
QUOTES = "“”"  # which browsers and printers put round what is quoted
UNSEEN = {"head", "script", "style", "title"}


@dataclass(frozen=True)
class Piece:
    """Some text of a PDF; `again` says that a page may have repeated it."""

    text: str
    again: bool = False


def faults(document: Tag, html: str) -> list[str]:
    """Return where the two first differ; empty when they say the same."""
    wanted = squeezed("".join(words_of(tinyhtml5.parse(html, namespace_html_elements=False))))
    at = 0
    for piece in pieces(document):
        if wanted.startswith(piece.text, at):
            at += len(piece.text)
        elif not piece.again:
            return [f"{piece.text[:60]!r} is read where {wanted[at : at + 60]!r} stands"]
    return [f"nothing is read of {wanted[at : at + 60]!r}"] if at < len(wanted) else []


def words_of(element: Element) -> Iterator[str]:
    """The text of an element in the order of the document; a figure is its title."""
    if element.tag == f"{SVG}svg" or element.tag == "svg":
        title = element.find(f"{SVG}title")
        yield (title.text or "") if title is not None else ""
        return
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return
    before, after = QUOTES if element.tag == "q" else ("", "")
    yield before + (element.text or "")
    for child in element:
        yield from words_of(child)
        yield child.tail or ""
    yield after


def pieces(tag: Tag, again: bool = False) -> Iterator[Piece]:
    """The texts of a PDF along its tags, without space, none of them empty."""
    again = again or tag.kind == "THead"
    if is_page_number(tag):
        return
    if tag.kind == "Figure" or "/ActualText" in tag.element or (again and tag.kind == "TR"):
        yield from piece(tag.text, again)
    else:
        yield from piece(tag.own_text, again)
        for each in tag.below:
            yield from pieces(each, again)


def piece(text: str, again: bool = False) -> Iterator[Piece]:
    if words := squeezed(text):
        yield Piece(words, again)


def is_page_number(tag: Tag) -> bool:
    """The contents say on which page something begins, in a link of its own within the link."""
    in_a_link = any(each.kind == "Link" for each in tag.above)
    return tag.kind == "Link" and in_a_link and squeezed(tag.text).isdigit()


def squeezed(text: str) -> str:
    """Text without space and without signs that print nothing."""
    normal = unicodedata.normalize("NFC", text)
    return "".join(
        sign for sign in normal if not sign.isspace() and unicodedata.category(sign) != "Cf"
    )
