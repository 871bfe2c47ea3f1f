"""Map the links with keys alone, on a network that breaks, beside someone in mid-sentence."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

NAMES = {
    "Housing department": "national_government",
    "District housing": "local_government",
    "GP network": "service_delivery_partners",
    "Tenants": "users_citizens",
}


@pytest.fixture
def room(grace) -> Facilitator:
    """Four stakeholders are named, and the room is on its map."""
    plan = grace.page.get_by_role("link", name="Plan").get_attribute("href")
    overview = grace.context.request.get(f"{grace.server.address}{plan}").text()
    agenda = re.search(rf"{plan}sessions/\d+/agenda/", overview)
    assert agenda, "The plan does not lead to the agenda."
    grace.page.goto(grace.server.address + agenda[0])
    grace.page.get_by_role("button", name=re.compile("Relationship map")).click()
    grace.page.goto(grace.console)
    grace.go_to("Stakeholders: think broadly")
    for name, kind in NAMES.items():
        note = {"board": "stakeholders", "column": kind, "text": name}
        grace.send(f"notes/{uuid4()}/", **note)
    grace.go_to("Relationship map (optional)")
    return grace


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def choose(who: Person | Facilitator, one: str, other: str) -> None:
    who.page.get_by_label("From", exact=True).select_option(label=one)
    who.page.get_by_label("To", exact=True).select_option(label=other)


def add(who: Person | Facilitator) -> None:
    who.page.get_by_role("button", name="Add this link").press("Enter")


def listed(who: Person | Facilitator, words: str) -> Locator:
    return who.page.locator("[data-link]").filter(has_text=words)


def test_a_link_is_added_by_keys_and_the_map_follows_on_every_page(room, person, open_browser):
    sam, joan = person("Sam"), person("Joan")
    screen = open_browser(1920).new_page()
    screen.goto(room.server.facts["screen"])
    sam.is_live()
    joan.is_live()
    look(sam, "no links yet")
    expect(sam.page.locator(".mapping__empty")).to_contain_text("who do we ring first?")

    add(sam)
    expect(sam.page.locator("#text-error")).to_have_text(re.compile("From and To"))
    expect(sam.page.get_by_label("From", exact=True)).to_be_focused()
    joan.page.get_by_label(re.compile("Which role holds it")).fill("Tenancy off")
    choose(joan, "GP network", "Tenants")
    joan.page.get_by_label(re.compile("Which role holds it")).focus()
    choose(sam, "Housing department", "District housing")
    sam.page.get_by_label(re.compile("Which role holds it")).fill("Policy lead")
    add(sam)

    for page in (sam, joan, room):
        expect(listed(page, "Policy lead")).to_be_visible()
        expect(page.page.locator(".findings")).to_contain_text("This link runs through one person.")
    expect(screen.locator(".findings")).to_contain_text("This link runs through one person.")
    expect(screen.locator(".mapping__drawing svg")).to_contain_text("District housing")
    expect(sam.page.get_by_label("From", exact=True)).to_be_focused()
    expect(sam.page.get_by_label("From", exact=True)).to_have_value("")
    expect(sam.own("Housing department – District housing")).to_be_visible()
    expect(joan.page.get_by_label(re.compile("Which role holds it"))).to_be_focused()
    expect(joan.page.get_by_label(re.compile("Which role holds it"))).to_have_value("Tenancy off")
    expect(joan.page.locator("#link-other option:checked")).to_have_text("Tenants")
    look(sam, "a link")
    look(room, "a link, at the console")
    assert violations(screen) == []


def test_a_link_waits_through_a_break_and_is_changed_in_place(room, person, wire, watch):
    watch.allow("ERR_", "WebSocket")
    sam, joan = person("Sam", wire=wire), person("Joan")
    sam.is_live()
    wire.cut()
    expect(sam.page.locator("[data-band=offline]")).to_be_visible()
    choose(sam, "GP network", "Tenants")
    add(sam)
    expect(sam.unsent("GP network – Tenants", "waiting")).to_be_visible()
    wire.mend()
    expect(listed(joan, "GP network – Tenants")).to_be_visible(timeout=30_000)
    expect(sam.own("GP network – Tenants")).to_be_visible(timeout=20_000)

    expect(sam.page.locator('[data-key^="mine-"]:not([data-outbox])')).to_be_visible()
    sam.page.get_by_role("link", name="Change or take back").press("Enter")
    menu = sam.page.locator("[data-controls]")
    menu.get_by_label("Strength").select_option(label="Strong")
    look(sam, "a link in its menu")
    menu.get_by_role("button", name="Save the change").press("Enter")
    expect(listed(joan, "Exists today, strong.")).to_be_visible()


def test_what_if_one_drops_out_is_told_in_place_and_without_scripts(room, person):
    sam, ola = person("Sam"), person("Ola", javascript=False)
    for one, other in (("Housing department", "District housing"), ("District housing", "Tenants")):
        choose(sam, one, other)
        add(sam)
        expect(sam.own(f"{one} – {other}")).to_be_visible()
    sam.page.get_by_label("Take out, in thought").select_option(label="District housing")
    sam.page.get_by_role("button", name="Show who loses touch").press("Enter")
    answer = sam.page.locator("[data-what-if-answer]")
    expect(answer).to_contain_text("2 groups that lose touch with each other")
    choose(sam, "Housing department", "Tenants")
    add(sam)
    expect(answer).to_contain_text("the others still reach each other")
    look(sam, "what if")

    ola.page.reload()
    choose(ola, "GP network", "Tenants")
    ola.page.get_by_role("button", name="Add this link").click()
    expect(listed(ola, "GP network – Tenants")).to_be_visible()
    ola.page.get_by_label("Take out, in thought").select_option(label="Tenants")
    ola.page.get_by_role("button", name="Show who loses touch").click()
    expect(ola.page.locator("[data-what-if-answer]")).to_contain_text("lose touch")
