"""The step that agrees, with ordinary forms and links only."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def sam(grace, person):
    grace.go_to("Diagnosis: write reasons")
    joan = person("Joan")
    joan.write("Hers.")
    joan.write("Hers too.")
    grace.go_to("Diagnosis: build a common view")
    return person("Sam", width=360, javascript=False)


def test_group_move_and_see_differently(sam):
    column = sam.page.locator("#ill_defined")
    for box in column.get_by_label("Group this").all():
        box.check()
    column.get_by_label("Name this group").fill("Belong together")
    column.get_by_role("button", name="Group the ticked notes").click()
    expect(sam.page.locator(".cluster .note")).to_have_count(2)
    sam.seen("Hers too.").get_by_role("link", name="I see it differently").click()
    sam.page.get_by_label("How do you see it? One sentence, if you like").fill("Not here.")
    sam.page.get_by_role("button", name="I see it differently").click()
    expect(sam.seen("Hers too.")).to_contain_text("Seen differently: 1")
    sam.seen("Hers too.").get_by_role("link", name="Move").click()
    sam.page.get_by_label("Move this note to").select_option("unsolved")
    sam.page.get_by_role("button", name="Move", exact=True).click()
    expect(sam.page.locator("#unsolved").get_by_text("Hers too.")).to_be_visible()
    sam.page.get_by_role("link", name="Rename or ungroup").click()
    sam.page.get_by_role("button", name="Ungroup").click()
    expect(sam.page.locator(".cluster")).to_have_count(0)


def test_make_a_call(sam):
    column = sam.page.locator("#ill_defined")
    column.get_by_label("Partial match").check()
    column.get_by_role("button", name="Make this my call").click()
    expect(column.get_by_text("1 call is in.")).to_be_visible()
    expect(column.get_by_label("Partial match")).to_be_checked()
