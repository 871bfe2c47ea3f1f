"""What people type is tidied once, by the same rule for names, areas and notes."""

import unicodedata

# Controls and the bidi overrides and isolates that could reorder other people's words.
# The marks LRM and RLM stay: they only help a mixed line to read right.
_DROPPED = {
    *(chr(code) for code in range(0x20) if chr(code) != "\n"),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029",
}
# Signs that take no room: a name of nothing else would be empty to the eye.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u3164"
)


def tidy(text: str) -> str:
    """Return text as it is stored: NFC, plain line ends, no control or bidi override signs.

    The browser counts by the same rule (static/js/board/tidy.js). Tidying twice changes nothing.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(sign for sign in plain if sign not in _DROPPED)
    return unicodedata.normalize("NFC", kept).strip()


def is_blank(text: str) -> bool:
    """Say whether nothing of it could be seen."""
    return not "".join(tidy(text).split()).strip(_UNSEEN)


def one_line(text: str) -> str:
    """Return tidy text on one line with single spaces; empty when nothing of it could be seen."""
    return "" if is_blank(text) else " ".join(tidy(text).split())
