"""What a note's text may be: the same rule in the browser and on the server."""

import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.refusals import NotFit

LONGEST = 280

# Controls and the bidi overrides and isolates that could reorder other people's words.
# The marks LRM and RLM stay: they only help a mixed line to read right.
_DROPPED = {
    *(chr(code) for code in range(0x20) if chr(code) != "\n"),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029",
}


def tidy(text: str) -> str:
    """Return text as it is stored: NFC, plain line ends, no control or bidi override signs."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in plain.replace("\t", " ") if sign not in _DROPPED).strip()


def fit(text: str, longest: int = LONGEST) -> str:
    """Return the tidy text, or raise NotFit when it is empty or over `longest` code points."""
    tidied = tidy(text)
    if not tidied:
        raise NotFit(_("Write something first."))
    over = len(tidied) - longest
    if over > 0:
        raise NotFit(
            ngettext(
                "This note is too long by %(over)d character.",
                "This note is too long by %(over)d characters.",
                over,
            )
            % {"over": over}
        )
    return tidied
