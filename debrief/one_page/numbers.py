"""Notes named by the numbers of the appendix: people type "3.1, 3.4"."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST = 20
BETWEEN = re.compile(r"[\s,;]+")


class NumbersField(forms.CharField):
    """Gives the ids of the notes that are named; `ids` leads to them from their numbers."""

    ids: Mapping[str, str] = {}

    def to_python(self, value: Any) -> Any:
        """Return the ids, each once, in the order typed; raises ValidationError."""
        named = split(str(value or ""))
        if strange := [each for each in named if each not in self.ids]:
            sentence = ngettext(
                "There is no note %(numbers)s. Look for its number in the list of all notes.",
                "There are no notes %(numbers)s. Look for their numbers in the list of all notes.",
                len(strange),
            )
            raise ValidationError(sentence % {"numbers": ", ".join(strange)})
        if len(named) > MOST:
            raise ValidationError(_("Name up to %(most)d notes.") % {"most": MOST})
        return [self.ids[each] for each in named]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split(str(initial or "")) != split(str(data or ""))


def split(typed: str) -> list[str]:
    """Return the numbers in what was typed, each once; a letter before one may be small."""
    parts = [part.strip(".").upper() for part in BETWEEN.split(typed)]
    return list(dict.fromkeys(part for part in parts if part))
