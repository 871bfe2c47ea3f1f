"""The fragment of a reading: one template for first page, push and print."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

if TYPE_CHECKING:
    from .models import Reading


def reading(item: "Reading") -> str:
    """Counts only when they show; before that, how many calls are in."""
    return render_to_string("diagnosis/_reading.html", reading_context(item))


def reading_context(item: "Reading") -> dict:
    """`counts` is empty until the calls show, so that nothing can leak from the page."""
    shown = item.calls_shown_at is not None
    return {
        "reading": item,
        "calls_in": item.calls.count(),
        "counts": item.counts() if shown else {},
    }
