"""axe-core on a page as it stands: WCAG 2.0 to 2.2, A and AA, and best practice is left out."""

import os
from functools import cache
from pathlib import Path
from zlib import crc32

from playwright.sync_api import Page

SOURCE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SETTLED = 60  # milliseconds after a change of width
WIDTHS = (1280, 360, 320)
READ_AT = (1280, 320)  # 360 looks like 320 to axe; whether it scrolls sideways is asked at all
LONG = os.environ.get("HSI_LONG", "") not in ("", "0", "off")
RUN = """tags => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], iframes: false, preload: false,
})"""


@cache
def source() -> str:
    return SOURCE.read_text()


def violations(page: Page) -> list[str]:
    """What axe finds, each as `rule: element`."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(source())
    found = page.evaluate(RUN, TAGS)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['any'][:1] and node['any'][0]['message']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def at_every_width(page: Page, state: str) -> list[str]:
    """What axe finds, and what scrolls sideways, at each width; the page ends wide again.

    Without HSI_LONG axe reads a state at one of its widths, some states here and some there.
    """
    found, read_at = [], READ_AT if LONG else (READ_AT[crc32(state.encode()) % len(READ_AT)],)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(SETTLED)
        if width in read_at:
            found += [f"{state} at {width}: {each}" for each in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{state} at {width}: scrolls sideways ({wide})")
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.wait_for_timeout(SETTLED)
    return found
