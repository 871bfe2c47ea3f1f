"""What a note's text may be: the same rule in the browser and on the server."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.refusals import NotFit
from workshops.text import is_blank, tidy

LONGEST = 280


def fit(text: str, longest: int = LONGEST) -> str:
    """Return the tidy text, or raise NotFit when it is empty or over `longest` code points."""
    tidied = tidy(text)
    if is_blank(tidied):
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
