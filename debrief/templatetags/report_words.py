"""What the report's templates need: quoted words, numbers of notes, times."""

from typing import Any

from django import template
from django.utils.dateparse import parse_datetime
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .. import words

register = template.Library()


@register.filter
def quoted(text: str) -> SafeString:
    """Someone's words as plain escaped text, with language and direction by script."""
    runs = [
        format_html('<span lang="{}">{}</span>', tongue, run) if tongue else escape(run)
        for tongue, run in words.passages(text)
    ]
    inner = mark_safe("".join(runs).replace("\n", "<br>"))  # noqa: S308  # each run is escaped
    if words.direction(text) == "rtl":
        return format_html('<bdi dir="rtl">{}</bdi>', inner)
    return format_html("<bdi>{}</bdi>", inner)


@register.filter
def anchor(number: str) -> str:
    """The id of a numbered note on the page: 3.1 gives note-3-1."""
    return "note-" + number.replace(".", "-")


@register.filter
def lookup(mapping: dict[str, Any], key: str) -> Any:
    """One entry of a mapping."""
    return mapping[key]


@register.filter
def moment(text: str) -> Any:
    """A time as it stands in the snapshot, for the date filters."""
    return parse_datetime(text)
