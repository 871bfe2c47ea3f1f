"""The finished HTML that the child process turns into a PDF: all words, no rights, no rows."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from fontTools.ttLib import TTFont

ASSETS = Path(settings.STATICFILES_DIRS[0])
FONTS = ASSETS / "fonts" / "print"
# Signs that print nothing by nature and steer their neighbours: they need no glyph.
SILENT = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x00AD, 0xFE0E, 0xFE0F}


def printable(snapshot: dict[str, Any]) -> str:
    """Return the report as one HTML document whose every sign has a glyph in our fonts."""
    return with_code_points(
        render_to_string("debrief/print.html", {"snapshot": snapshot, "paper": True})
    )


def with_code_points(html: str) -> str:
    """Write a sign outside our fonts as its code point in brackets.

    PDF/A forbids a missing glyph, and an empty box would tell nobody what was written.
    """
    return re.sub(r"[^\x00-\x7f]", lambda found: named(found[0]), html)


def named(sign: str) -> str:
    return sign if ord(sign) in glyphs() or ord(sign) in SILENT else f"[U+{ord(sign):04X}]"


@lru_cache(maxsize=1)
def glyphs() -> frozenset[int]:
    """The code points that our print fonts can show."""
    signs: set[int] = set()
    for file in sorted(FONTS.glob("*-400.ttf")):
        with TTFont(file, lazy=True) as font:
            signs |= set(font.getBestCmap())
    return frozenset(signs)
