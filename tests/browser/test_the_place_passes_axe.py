"""Every state of a participant's place, at 1280, 360 and 320 px: no violation, nothing sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width


class Walk:
    """Collects what is found in each state, so that one run tells of all."""

    def __init__(self, page, folder):
        self.page, self.folder, self.found = page, folder, []

    def look(self, state: str) -> None:
        self.found += at_every_width(self.page, state)


@pytest.fixture
def sam(person):
    return person("Sam")


@pytest.fixture
def walk(sam, tmp_path):
    return Walk(sam.page, tmp_path)


def test_from_the_lobby_to_the_box(walk, sam, grace, watch):
    watch.allow("422")
    walk.look("lobby")
    grace.go_to("Welcome and joining")
    sam.on("Welcome")
    walk.look("welcome")
    grace.go_to("Diagnosis: read the eight")
    sam.on("Read the eight")
    walk.look("read")
    grace.go_to("Diagnosis: write reasons")
    sam.on("Write reasons")
    walk.look("write, empty")
    for text in ("One.", "Two.", "Three."):
        sam.write(text, "unsolved")
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.locator("#text-error")).to_be_visible()
    sam.page.locator(".about[data-local-current] .examples summary").click()
    walk.look("write, error and examples")
    sam.page.get_by_role("button", name="Outline").click()
    sam.page.get_by_role("link", name="Change or take back").first.click()
    sam.page.get_by_text("Take back", exact=True).click()
    walk.look("write, menu open")
    assert walk.found == []


def test_the_step_that_agrees(walk, sam, grace, person):
    grace.go_to("Diagnosis: write reasons")
    joan = person("Joan")
    joan.write("Hers.")
    joan.write("Hers too.")
    sam.write("His.")
    grace.go_to("Diagnosis: build a common view")
    sam.on("Build a common view")
    walk.look("agree")
    sam.page.get_by_role("button", name="Start a group").and_(sam.page.locator(":visible")).click()
    walk.look("agree, grouping")
    for box in sam.page.get_by_label("Group this").and_(sam.page.locator(":visible")).all()[:2]:
        box.check()
    name = sam.page.get_by_label("Name this group").and_(sam.page.locator(":visible"))
    name.fill("Belong together")
    sam.page.get_by_role("button", name="Group 2 notes").click()
    group = sam.page.get_by_role("heading", name="Belong together")
    expect(group).to_be_visible()
    sam.page.get_by_role("link", name="Rename or ungroup").click()
    expect(sam.page.get_by_label("Name of the group")).to_be_focused()
    walk.look("agree, group menu")
    sam.page.keyboard.press("Escape")
    sam.page.get_by_role("link", name="I see it differently").locator("visible=true").first.click()
    how = sam.page.get_by_label("How do you see it? One sentence, if you like")
    how.fill("Not on our estate.")
    walk.look("agree, differently")
    sam.page.get_by_role("button", name="I see it differently").click()
    expect(sam.page.get_by_text("Not on our estate.")).to_be_visible()
    grace.send("diagnosis/ill_defined/show/")
    expect(sam.page.get_by_role("heading", name="What we called")).to_be_visible()
    walk.look("agree, calls shown")
    assert walk.found == []


def test_paused_locked_naming_break_and_ended(walk, sam, grace):
    grace.go_to("Diagnosis: write reasons")
    sam.on("Write reasons")
    sam.write("Mine.")
    grace.control("pause")
    expect(sam.page.locator(".step__notice")).to_contain_text("Paused")
    walk.look("paused")
    grace.control("lock-board")
    expect(sam.page.locator(".closed")).to_be_visible()
    walk.look("locked")
    grace.control("carry-on")
    grace.go_to("Stakeholders: think broadly")
    sam.on("Think broadly")
    walk.look("naming stakeholders")
    grace.go_to("Break")
    sam.on("Break")
    walk.look("break")
    grace.send("end/")
    sam.on("This workshop has ended. Thank you.")
    expect(sam.page.get_by_role("heading", name="Your notes: 1")).to_be_visible()
    walk.look("ended")
    assert walk.found == []


def test_the_page_of_a_note_and_a_refusal(sam, grace, watch):
    watch.allow("422")
    grace.go_to("Diagnosis: write reasons")
    sam.on("Write reasons")
    sam.write("Mine.")
    sam.page.goto(sam.page.get_by_role("link", name="Change or take back").evaluate("a => a.href"))
    found = at_every_width(sam.page, "note page")
    sam.page.get_by_label("Change your note").fill("x" * 300)
    sam.page.get_by_role("button", name="Save the change").click()
    expect(sam.page.get_by_text("too long by 20 characters")).to_be_visible()
    found += at_every_width(sam.page, "refused")
    assert found == []


def test_without_our_scripts_writing_and_agreeing(grace, person, sam, watch):
    """axe itself needs a browser with scripts, so ours are kept from arriving."""
    watch.allow("ERR_FAILED")
    grace.go_to("Diagnosis: write reasons")
    joan = person("Joan")
    joan.write("Hers.")
    sam.context.route("**/js/place*.js", lambda route: route.abort())
    sam.page.reload()
    found = at_every_width(sam.page, "write without scripts")
    grace.go_to("Diagnosis: build a common view")
    sam.page.get_by_role("link", name="Show new notes").click()
    found += at_every_width(sam.page, "agree without scripts")
    assert found == []


def test_axe_would_see_a_fault(sam):
    sam.page.evaluate("document.querySelector('h1').innerHTML = '<button></button>'")
    assert any("button-name" in each for each in at_every_width(sam.page, "a wordless button"))
