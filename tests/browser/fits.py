# ruff: noqa: E501  what the browser evaluates has long lines
"""Does a page hold its words when they are large, spaced, or the window is tiny?

`fits(page, state)` looks at 320 by 256 px (1280 by 1024 at 400%), at 320 px and 1280 px with the text
spacing of WCAG 1.4.12, and in forced colours; it returns what scrolls sideways and what is clipped.
"""

from playwright.sync_api import Page

SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
PLAIN = "() => { document.adoptedStyleSheets = [] }"
FAULTS = """() => {
  const {scrollWidth, clientWidth} = document.scrollingElement
  const faults = scrollWidth > clientWidth ? [`scrolls sideways (${scrollWidth} in ${clientWidth})`] : []
  for (const one of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(one)
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || !one.innerText?.trim()) continue
    if (one.clientWidth < 3 || style.clipPath !== "none" || !one.checkVisibility({visibilityProperty: true})) continue
    const across = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1
    const down = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1
    if (across || down) faults.push(`clips ${one.localName}.${one.className}: ${one.innerText.trim().slice(0, 50)}`)
  }
  return faults
}"""


def fits(page: Page, state: str) -> list[str]:
    """Return what does not fit, each with its state; the page ends wide and plain."""
    found = at(page, f"{state} at 400%", 320, 256)
    page.evaluate(SPACING)
    found += at(page, f"{state}, spaced at 320", 320, 640)
    found += at(page, f"{state}, spaced at 1280", 1280, 800)
    page.evaluate(PLAIN)
    page.emulate_media(forced_colors="active")
    found += at(page, f"{state}, in forced colours", 1280, 800)
    page.emulate_media(forced_colors="none")
    return found


def at(page: Page, state: str, width: int, height: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(60)
    return [f"{state}: {each}" for each in page.evaluate(FAULTS)]
