"""The one colour of a report that a department may set (HSI_ACCENT), and its stylesheet."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import Warning as Advice
from django.core.checks import register
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

OURS = "#12433f"
LEAST = 4.5  # to 1, against white paper: what WCAG asks of text


def accent() -> str:
    """Return the colour that was set, or ours where none can be used."""
    return settings.ACCENT.lower() if is_fit(settings.ACCENT) else OURS


def is_fit(colour: str) -> bool:
    """Say whether it is a colour as in #12433f, and dark enough to be read on white."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", colour)) and contrast(colour) >= LEAST


def contrast(colour: str) -> float:
    """The contrast of a colour with white, as WCAG counts it (1 to 21)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@require_GET
@cache_control(max_age=3600, public=True)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The colour for a page: a strict policy allows no style of an element."""
    return render(request, "debrief/accent.css", content_type="text/css")


@register()
def says_why_an_accent_is_not_used(app_configs: Any, **kwargs: Any) -> list[Advice]:
    """A colour that cannot be used stops nobody's workshop: the reports keep ours."""
    if not settings.ACCENT or is_fit(settings.ACCENT):
        return []
    return [
        Advice(
            f"HSI_ACCENT is {settings.ACCENT!r}, which reports do not use.",
            hint=f"Write six digits as in {OURS}, with a contrast of {LEAST} to 1 on white.",
            id="debrief.W001",
        )
    ]
