"""What is asked for at Policy Lab's desk: words, a place, dates, a use case."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshops.form_fields import DateField, LineField

from .shelf import Entry

LONGEST = 160


class Search(forms.Form):
    """All that is filled in must be met. Nothing filled in finds everything."""

    words = LineField(label=_("Words in the policy area"), longest=LONGEST, required=False)
    place = LineField(label=_("Place"), longest=LONGEST, required=False)
    since = DateField(label=_("Held on or after"), required=False)
    until = DateField(label=_("Held on or before"), required=False)
    use_case = forms.ChoiceField(label=_("Why it was called"), required=False)

    def __init__(self, asked: QueryDict, everything: list[Entry]) -> None:
        super().__init__(asked)
        self.everything = everything
        cases = sorted({entry.use_case for entry in everything})
        field = self.fields["use_case"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Any reason")), *((case, case) for case in cases)]
        field.error_messages["invalid_choice"] = _t("Choose one of those listed.")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _t("The last day is before the first. Change one of them."))
        return said

    def found(self) -> list[Entry]:
        """The reports that meet all that was asked; none while something asked is not right."""
        if not self.is_valid():
            return []
        return [entry for entry in self.everything if meets(entry, self.cleaned_data)]

    @property
    def is_narrow(self) -> bool:
        """Say whether anything but words is asked, so that these fields are shown at once."""
        names = [each.html_name for each in self if each.name != "words"]
        return any(value for key, value in self.data.items() if key.startswith(tuple(names)))

    @property
    def query(self) -> str:
        """The same search for another address of the desk."""
        names = tuple(self.fields)
        asked = [(key, value) for key, value in self.data.items() if key.startswith(names)]
        return urlencode([(key, value) for key, value in asked if value])


def meets(entry: Entry, asked: dict[str, Any]) -> bool:
    return (
        has_all(asked["words"], entry.title)
        and has_all(asked["place"], entry.place)
        and was_held(entry.dates, asked["since"], asked["until"])
        and asked["use_case"] in ("", entry.use_case)
    )


def has_all(words: str, text: str) -> bool:
    """Say whether each word stands somewhere in the text, in small or capital letters."""
    return all(word in text.casefold() for word in words.casefold().split())


def was_held(days: list[date], since: date | None, until: date | None) -> bool:
    """Say whether one of the sessions was within these days, both included."""
    if not (since or until):
        return True
    return any((since or date.min) <= day <= (until or date.max) for day in days)
