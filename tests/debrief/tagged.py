"""What a screen reader finds in a PDF: the tree of tags, each with its language and its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

Texts = dict[tuple[int, int], str]  # (object number of the page, number of the marked content)
CODES = re.compile(rb"<([0-9a-fA-F]*)>")


@dataclass(frozen=True)
class Tag:
    """One element, with those it stands in, the outermost first."""

    element: Object
    above: "tuple[Tag, ...]"
    texts: Texts

    @property
    def kind(self) -> str:
        return str(self.element.S)[1:]

    @cached_property
    def kids(self) -> list[Object]:
        kids = self.element.get("/K", [])
        return list(kids) if isinstance(kids, Array) else [kids]

    @property
    def below(self) -> "Iterator[Tag]":
        """The elements right below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield Tag(kid, (*self.above, self), self.texts)

    def all(self, *kinds: str) -> "Iterator[Tag]":
        """Itself and every element below it, in reading order; only those of some kinds."""
        if not kinds or self.kind in kinds:
            yield self
        for each in self.below:
            yield from each.all(*kinds)

    @property
    def own_text(self) -> str:
        """What is printed right in it, in no element below."""
        page = self.element.get("/Pg")
        marked = (kid for kid in self.kids if isinstance(kid, int))
        return "".join(self.texts.get((page.objgen[0], kid), "") for kid in marked) if page else ""

    @property
    def own_words(self) -> str:
        """The same as it is said to be, where that is said."""
        return str(self.element.get("/ActualText", self.own_text))

    @property
    def text(self) -> str:
        """What it is said to stand for, the words of a figure, else what is printed."""
        if "/ActualText" in self.element:
            return str(self.element.ActualText)
        if self.kind == "Figure":
            return self.alt
        return self.own_text + "".join(each.text for each in self.below)

    @property
    def language(self) -> str:
        """Of its nearest element that says one; empty for the language of the document."""
        said = (str(each.element.Lang) for each in (self, *self.above[::-1]) if each.says_language)
        return next(said, "")

    @property
    def says_language(self) -> bool:
        return "/Lang" in self.element

    @property
    def alt(self) -> str:
        return str(self.element.get("/Alt", ""))


def document(pdf: Pdf, texts: Texts | None = None) -> Tag:
    """The top of the tree; `texts` are those of the same pages, where they were read before."""
    return Tag(pdf.Root.StructTreeRoot.K[0], (), texts_of(pdf) if texts is None else texts)


def texts_of(pdf: Pdf) -> Texts:
    """The text of every piece of marked content, as copying it from a page would give it."""
    return {
        (page.obj.objgen[0], number): text for page in pdf.pages for number, text in marked_in(page)
    }


def marked_in(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Yield the pieces of one page; what is drawn in a form it calls belongs to the piece."""
    stack: list[int | None] = []
    signs: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                inside = operands[1].get("/MCID") if len(operands) > 1 else None
                stack.append(int(inside) if inside is not None else None)
            case "EMC":
                number = stack.pop()
                if number is not None:
                    yield number, "".join(signs.pop(number, {}) or "")
            case "Tf":
                font = to_unicode(page.Resources.Font[operands[0]])
            case "Tj" | "TJ":
                number = next((each for each in reversed(stack) if each is not None), None)
                if number is not None:
                    signs[number] = signs.get(number, "") + decoded(operands[0], font)


def decoded(shown: Object, font: dict[int, str]) -> str:
    """What a text operator shows: two bytes for each glyph."""
    parts = (
        [bytes(part) for part in shown if isinstance(part, pikepdf.String)]
        if isinstance(shown, Array)
        else [bytes(shown)]
    )
    return "".join(
        font.get(int.from_bytes(part[at : at + 2]), "�")
        for part in parts
        for at in range(0, len(part), 2)
    )


_fonts: dict[bytes, dict[int, str]] = {}


def to_unicode(font: Object) -> dict[int, str]:
    """What a font says that its glyphs mean; a part of a letter may mean nothing by itself."""
    told = font.ToUnicode.read_bytes()
    if told not in _fonts:
        pairs = (
            CODES.findall(line) for line in told.partition(b"endcodespacerange")[2].split(b"\n")
        )
        _fonts[told] = {
            int(glyph, 16): bytes.fromhex(sign.decode()).decode("utf-16-be")
            for glyph, sign in (pair for pair in pairs if len(pair) == 2)
        }
    return _fonts[told]
