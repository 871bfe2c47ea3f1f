"""How wide words are in print and on the page: measured in our own fonts, else guessed."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

FONTS = Path(settings.STATICFILES_DIRS[0]) / "fonts" / "print"
NARROW, WIDE = set("ijltfr'’.,:;|!()[] -"), set("mwMW@%—…")
# A page shows other scripts in fonts of the device, which run wider than ours.
DEVICE = 1.15


def width(text: str, size: float, weight: int) -> float:
    """Return the width of one line in pixels at a font size in pixels."""
    return size * sum(advance(sign, weight) for sign in text)


@lru_cache(maxsize=4096)
def advance(sign: str, weight: int) -> float:
    """The width of one sign, in em."""
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0.0
    known = advances(weight).get(ord(sign))
    return guessed(sign) if known is None else known


@lru_cache(maxsize=2)
def advances(weight: int) -> dict[int, float]:
    """Code points of our print fonts with their advance in em; Source Sans goes first."""
    found: dict[int, float] = {}
    files = sorted(FONTS.glob(f"*-{weight}.ttf"), key=lambda file: "source" not in file.name)
    for file in files:
        factor = 1.0 if "source" in file.name else DEVICE
        with TTFont(file, lazy=True) as font:
            widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
            for code, glyph in font.getBestCmap().items():
                found.setdefault(code, factor * widths[glyph][0] / em)
    return found


def guessed(sign: str) -> float:
    """A width for a sign that no font of ours has, rather too wide than too narrow."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in NARROW:
        return 0.32
    return 0.9 if sign in WIDE else 0.62
