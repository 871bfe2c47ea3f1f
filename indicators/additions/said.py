"""What a form says of a proposed indicator beside its label, checked."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy, ngettext

from workshops.refusals import NotFit
from workshops.text import is_blank, tidy

from ..models.addition import LONGEST_DESCRIPTION

FIELDS = {
    "description": gettext_lazy("What does it mean?"),
    "why": gettext_lazy("Why does our system need it?"),
}


def checked(said: Mapping[str, str]) -> dict[str, Any]:
    """Return `description` and `why`, which may be empty, or raise NotFit for one too long."""
    return {name: words_in(said, name) for name in FIELDS}


def words_in(said: Mapping[str, str], name: str) -> str:
    """The words of one field, tidy."""
    words = tidy(said.get(name, ""))
    over = len(words) - LONGEST_DESCRIPTION
    if over > 0:
        raise NotFit(
            ngettext(
                "“%(question)s” is too long by %(over)d character.",
                "“%(question)s” is too long by %(over)d characters.",
                over,
            )
            % {"question": FIELDS[name], "over": over}
        )
    return "" if is_blank(words) else words
