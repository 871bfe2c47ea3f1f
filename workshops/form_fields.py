"""Form fields that the Design System asks for and Django does not bring."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy, ngettext

from .text import one_line


class LineField(forms.CharField):
    """One line of text, tidied before it is judged; says by how much it is too long."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return one_line(str(value)) if value else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        over = len(value) - self.longest
        if over > 0:
            sentence = ngettext(
                "This is too long by %(over)d character.",
                "This is too long by %(over)d characters.",
                over,
            )
            raise ValidationError(sentence, params={"over": over})


class RadiosWithHints(forms.RadioSelect):
    """Radios with a sentence under each; `hints` maps a value to it."""

    option_template_name = "workshops/plan/_radio_with_hint.html"
    hints: dict[str, str] = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "hint": self.hints.get(str(value), "")}


class DateParts(forms.MultiWidget):
    """Day, month and year, each in a box of its own."""

    def __init__(self) -> None:
        parts = ((gettext_lazy("Day"), 2), (gettext_lazy("Month"), 2), (gettext_lazy("Year"), 4))
        super().__init__([forms.TextInput(_numeric(label, width)) for label, width in parts])

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class DateField(forms.MultiValueField):
    """A date typed as three numbers."""

    widget = DateParts

    def __init__(self, **kwargs: Any) -> None:
        whole = forms.IntegerField(error_messages={"invalid": _REAL_DATE})
        super().__init__([whole, whole, whole], **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the date; one sentence whatever was wrong with the three."""
        try:
            return super().clean(value)
        except ValidationError as wrong:
            raise ValidationError([next(iter(wrong.messages))]) from None

    def compress(self, parts: list[int]) -> date | None:
        if not parts:
            return None
        day, month, year = parts
        try:
            return date(year, month, day)
        except (ValueError, OverflowError):
            raise ValidationError(_REAL_DATE) from None


class TimeField(forms.TimeField):
    """A time of day, as people type it: 10:00, 10.00, 1000 or 10am."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%H:%M", "%H.%M", "%H%M", "%I%p", "%I:%M%p", "%I.%M%p"]
        super().__init__(input_formats=formats, **kwargs)
        self.widget = forms.TimeInput({"class": "govuk-input--width-5"}, format="%-H:%M")

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(" ", "") if isinstance(value, str) else value)


_REAL_DATE = gettext_lazy("Enter a real date, for example 3 12 2026.")


def _numeric(label: Any, width: int) -> dict[str, Any]:
    return {"label": label, "inputmode": "numeric", "class": f"govuk-input--width-{width}"}


def required(sentence: Any) -> dict[str, Any]:
    """The error messages of a field that must be filled in, with a choice that there is."""
    return {"required": sentence, "invalid_choice": gettext_lazy("Choose one of those listed.")}
