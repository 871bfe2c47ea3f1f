# ruff: noqa: E501  what the browser evaluates has long lines
"""Someone who has only a keyboard: every press is followed by a look at where the focus is.

keys = Keys(page)
keys.to("Add note")          Tab until the thing of this name has focus; back=True goes the other way
keys.press("Enter")          something on this page: focus must be on something that can be seen
keys.follow("Enter")         something that loads another page
keys.lands("Move")           wait until focus is there without another press
keys.here()                  what has focus: name, about, tag, id, key, checked, value

Nothing here points, clicks, fills or focuses by script. Focus is visible when the thing that has it
is on view, is not covered, has an outline or a shadow, and looks different once focus has left it.
"""

from dataclasses import dataclass

from playwright.sync_api import Page

FURTHEST = 160  # presses of Tab on one page
PATIENCE = 60  # looks at where focus is, twenty a second
HERE = """() => {
  const at = document.activeElement
  if (!at || at === document.body) return {tag: "body", name: "", about: "", problem: "nothing has focus"}
  const words = (one) => (one?.textContent ?? "").replace(/\\s+/g, " ").trim()
  const named = (ids) => (ids ?? "").split(/\\s+/).map((id) => words(id && document.getElementById(id))).join(" ").trim()
  const name = named(at.getAttribute("aria-labelledby")) || at.ariaLabel || [...(at.labels ?? [])].map(words).join(" ") || words(at)
  const isDrawnByLabel = (one) => one.matches(".govuk-radios__input, .govuk-checkboxes__input")
  const look = (one) => {
    const style = isDrawnByLabel(one) ? getComputedStyle(one.labels[0], "::before") : getComputedStyle(one)
    const ring = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "none" : style.outline
    return {ring, shadow: style.boxShadow, all: [ring, style.boxShadow, style.border, style.backgroundColor].join()}
  }
  const isOnView = () => [...at.getClientRects()].some(({left, right, top, bottom}) => {
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    if (right - left < 2 || bottom - top < 2) return false
    return [y, top + 3, bottom - 3].some((each) => {
      const above = document.elementFromPoint(x, each)
      return above && (at.contains(above) || above.closest("label")?.control === at)
    })
  })
  const {ring, shadow, all} = look(at)
  const before = window.focusBefore
  const problems = []
  if (ring === "none" && shadow === "none") problems.push("has no outline and no shadow")
  if (!isOnView()) problems.push("is not on view or is covered")
  if (before && before.at !== at && before.at.isConnected && look(before.at).all === before.all)
    problems.push(`comes after “${words(before.at).slice(0, 60)}” (${before.at.id || before.at.className}), which looked the same with focus as without`)
  window.focusBefore = {at, all}
  return {
    tag: at.localName, id: at.id, name, about: named(at.getAttribute("aria-describedby")),
    key: at.closest("[data-key]")?.dataset.key ?? "", checked: Boolean(at.checked), value: at.value ?? "",
    problem: problems.join("; "),
  }
}"""


@dataclass
class Place:
    """What has focus."""

    tag: str
    name: str
    about: str
    problem: str
    id: str = ""
    key: str = ""
    checked: bool = False
    value: str = ""


class Keys:
    def __init__(self, page: Page) -> None:
        self.page = page

    def here(self) -> Place:
        """Return what has focus, and hold that it can be seen."""
        place = self.look()
        if place.problem:  # the page may still be scrolling to it
            self.page.wait_for_timeout(150)
            place = self.look()
        assert not place.problem, f"“{place.name[:80]}” ({place.tag} {place.id}): {place.problem}"
        return place

    def look(self) -> Place:
        return Place(**self.page.evaluate(HERE))

    def press(self, key: str, times: int = 1) -> Place:
        """Press a key that stays on this page, and return where that leaves the focus."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(50)
        return self.here()

    def follow(self, key: str = "Enter") -> None:
        """Press a key that leads to another page, and wait until it is there."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def lands(self, name: str) -> Place:
        """Wait until the thing whose name begins like this has focus by itself."""
        for _ in range(PATIENCE):
            if self.look().name.startswith(name):
                break
            self.page.wait_for_timeout(50)
        place = self.here()
        assert place.name.startswith(name), f"Focus should be on “{name}”: {place}"
        return place

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def retype(self, text: str) -> None:
        """Put this in the place of all that the field holds."""
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def to(self, name: str, about: str = "", back: bool = False, tag: str = "") -> Place:
        """Tab until the thing whose name begins like this has focus. Every stop on the way is seen."""
        passed = []
        for _ in range(FURTHEST):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                continue  # the end of the page: the next press begins anew
            place = self.here()
            passed.append(place.name[:40])
            if place.name.startswith(name) and about in place.about and tag in ("", place.tag):
                return place
        raise AssertionError(f"Tab never came to “{name}” ({about}); it passed {passed}.")

    def choose(self, label: str, key: str = "ArrowDown") -> Place:
        """Press an arrow until the list or the radio buttons say this."""
        for _ in range(20):
            place = self.press(key)
            said = self._chosen() if place.tag == "select" else place.name
            if said.startswith(label):
                return place
        raise AssertionError(f"The arrows never came to “{label}”.")

    def _chosen(self) -> str:
        return self.page.evaluate("document.activeElement.selectedOptions[0].textContent.trim()")
