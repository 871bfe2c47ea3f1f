"""Which way a passage runs and what language it is taken for: by its script only."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

# The language that a screen reader should try for a script (no guess from the words).
LANGUAGES = {
    "ARABIC": "ar",
    "BENGALI": "bn",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HEBREW": "he",
    "TAMIL": "ta",
}
RIGHT_TO_LEFT = {"R", "AL"}


def passages(text: str) -> Iterator[tuple[str, str]]:
    """Yield runs as (language, words); language is "" for Latin and for signs of no script.

    A sign without a script of its own, such as a space, goes on with the run before it.
    """
    current, tagged = "", []
    for sign in text:
        if sign.isalpha() or unicodedata.combining(sign):
            current = language(sign, current)
        elif sign == "\n" or sign.isdigit():
            current = ""
        tagged.append((current, sign))
    for tongue, run in groupby(tagged, key=lambda pair: pair[0]):
        yield tongue, "".join(sign for _, sign in run)


def language(sign: str, before: str) -> str:
    """Return the language for a letter; a combining mark belongs to the letter before it."""
    if unicodedata.category(sign).startswith("M"):
        return before
    script = unicodedata.name(sign, "").split(" ")[0]
    return LANGUAGES.get(script, "")


def direction(text: str) -> str:
    """Return rtl when the first letter of the text runs from right to left, else ltr."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in RIGHT_TO_LEFT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"
