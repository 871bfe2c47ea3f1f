"""Fragments of the pages that many pages show: rendered once, pushed to all."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from live.clock import now

if TYPE_CHECKING:
    from .models import Step


def timer_fragment(step: "Step") -> str:
    """Return the timer of a step: the same for everyone."""
    return render_to_string("workshops/_timer.html", timer_context(step))


def timer_context(step: "Step") -> dict:
    """What `_timer.html` needs: milliseconds for the page's clock, words for no clock."""
    left = step.time_left()
    boxes = max(1, round(step.length.total_seconds() / 60))
    spent = step.length - left
    return {
        "step": step,
        "ends_at_ms": int((now() + left).timestamp() * 1000),
        "left_ms": int(left.total_seconds() * 1000),
        "length_ms": int(step.length.total_seconds() * 1000),
        "minutes_left": max(0, round(left.total_seconds() / 60)),
        "until": now() + left,
        "boxes": [
            max(0, min(100, round((spent.total_seconds() / 60 - box) * 100)))
            for box in range(boxes)
        ],
    }
