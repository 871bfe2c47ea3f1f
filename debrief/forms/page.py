"""The report as one page that opens from a disk: its styles and fonts lie beside it."""

from django.template.loader import render_to_string

from ..printing import ASSETS
from .table import Snapshot

STYLES = ("css/report.css", "css/alone.css")
ACCENT = "css/accent.css"  # the department's colour


def page_of(snapshot: Snapshot) -> bytes:
    """Return the page; it names nothing but the files of `beside`."""
    told = {"snapshot": snapshot, "styles": [*STYLES, ACCENT]}
    return render_to_string("debrief/alone.html", told).encode()


def beside() -> list[tuple[str, bytes]]:
    """The stylesheets and fonts that the page names, by their paths from it."""
    fonts = sorted((ASSETS / "fonts" / "print").glob("*.ttf"))
    files = [*(ASSETS / style for style in STYLES), *fonts]
    found = [(file.relative_to(ASSETS).as_posix(), file.read_bytes()) for file in files]
    return [*found, (ACCENT, render_to_string("debrief/accent.css").encode())]
