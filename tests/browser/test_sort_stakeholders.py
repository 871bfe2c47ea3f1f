"""Sorting stakeholders by keys alone, and nothing for axe to find."""

from playwright.sync_api import expect

from tests.browser.axe import at_every_width, violations


def press(locator) -> None:
    locator.focus()
    locator.page.keyboard.press("Enter")


def test_by_keys_alone(person, grace):
    sam = person("Sam")
    grace.go_to("Stakeholders: think broadly")
    sam.on("Think broadly")
    for name in ("Tenants' group", "tenants group", "GP", "General practitioners"):
        sam.page.get_by_label("Who matters in this system?").fill(name)
        sam.page.get_by_role("button", name="Add note").click()
        expect(sam.own(name).first).to_be_attached()
    grace.go_to("Stakeholders: merge and sort")
    sam.on("Merge and sort")
    page = sam.page
    asked = page.locator(".doubles__one")
    expect(asked).to_have_count(2)
    assert at_every_width(page, "questions") == []

    press(asked.first.get_by_role("button", name="Merge"))
    expect(asked).to_have_count(1)
    expect(asked.get_by_role("button", name="Merge")).to_be_focused()
    expect(sam.seen("Tenants' group")).to_contain_text("Also written as: tenants group")

    press(asked.get_by_role("button", name="Keep both"))
    expect(asked).to_have_count(0)
    expect(page.locator(".column__name").first).to_be_focused()

    choice = sam.seen("Tenants' group").get_by_label("Which kind is it?")
    choice.select_option("Users and citizens")
    press(sam.seen("Tenants' group").get_by_role("button", name="Move", exact=True))
    moved = page.locator('#users_citizens [data-key^="note-"]').filter(has_text="Tenants' group")
    expect(moved).to_be_visible()
    expect(page.locator(".column--tray :focus")).to_have_count(1)

    press(sam.seen("Tenants' group").get_by_role("link", name="Sort"))
    expect(page.get_by_role("button", name="Take apart again")).to_be_visible()
    page.get_by_label("Also belongs to").select_option("Local government")
    assert violations(page) == []
    press(page.get_by_role("button", name="Save"))
    expect(sam.seen("Tenants' group")).to_contain_text("also Local government")
    assert violations(grace.page) == []
