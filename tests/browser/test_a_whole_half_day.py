"""A whole half-day for real, with a clock that lets each step take its minutes at once.

A facilitator, eight people in four kinds and the screen go through every step of the agenda,
and the report says of it what the rows say.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.half_day import KINDS, HalfDay, add, saved
from tests.browser.half_day_figures import agree
from tests.browser.people import Person

KEPT = ["Ask Kit for a list", "Ring the hospital", "Tell the groups", "Keep the lead", "Wait"]
CHANGED = {
    "Email a new contact name": "Sit with two groups and pass the trust on",
    "Recruit a link officer": "Hold the handover with three partners",
    "Send a reminder": "Say what the report is for",
    "Fund one more year": "Fund the relationship",
}
WHEN = "Who, and by when?"
NEW = ["A second person for every link", "Count the single contacts", "Time for ties"]


@pytest.fixture
def day(server, grace, open_browser) -> HalfDay:
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    people = {
        name: Person(name, open_browser(), server).join(kind)
        for kind, names in KINDS.items()
        for name in names
    }
    return HalfDay(server, grace, people, screen)


@pytest.mark.own_server
def test_a_whole_half_day(day: HalfDay):
    stage_one(day)
    read_and_rate(day)
    suggest_one_that_is_missing(day)
    agree_proxies(day)
    respond_to_the_story(day)
    say_what_changed(day)
    close(day)
    told = agree(day)
    assert told["debrief"]["marks"]["share"] == 58  # 7 of 12, as the method's own example
    assert {frozenset(line["changes"]) for line in told["debrief"]["difference"]["lines"]} == {
        frozenset({"reworded"}),
        frozenset({"reworded", "moved"}),
        frozenset({"added"}),
    }


def stage_one(day: HalfDay) -> None:
    day.go_to("Welcome and joining", "Welcome")
    day.go_to("Diagnosis: read the eight", "Read the eight")
    day.go_to("Diagnosis: write reasons", "Write reasons")
    for name, each in day.people.items():
        add(each.page, "A reason or an example", f"{name} has seen it come back.", "Add note")
    day.agrees("diagnosis")
    day.go_to("Diagnosis: build a common view", "Build a common view")
    day.go_to("Stakeholders: think broadly", "Think broadly")
    for name, each in day.people.items():
        add(each.page, "Who matters in this system?", f"Group number {name}", "Add note")
    day.agrees("stakeholders")
    day.go_to("Stakeholders: merge and sort", "Merge and sort")
    day.go_to("Stakeholders: pick the key ones", "Pick the key ones")
    for each in day.people.values():
        each.page.get_by_role("button", name="Vote Group number Sam", exact=True).click()
        expect(each.page.locator("[data-voted-for]")).to_have_count(1)
    close_voting(day.console)
    day.go_to("Break", "Break")


def close_voting(console: Page) -> None:
    console.get_by_role("link", name="Close the voting").click()
    console.get_by_role("button", name="Close the voting", exact=True).click()


def read_and_rate(day: HalfDay) -> None:
    """Everyone writes on the first indicator and rates it; then the room goes on."""
    day.go_to("Indicators: read and discuss", "Read the ten")
    for name, each in day.people.items():
        add(each.page, "What do you see here?", f"{name} saw it checked once.", "Add note")
    day.agrees("indicators")
    day.console.get_by_text("Ask how far each is true here").click()
    day.console.get_by_role("button", name="Open the rating").click()
    for name, each in day.people.items():
        rate(each.page, "Mostly" if name in KINDS["National government"] else "In places")
    expect(day.screen.get_by_text("Mostly")).to_have_count(0)
    day.console.locator("#content").get_by_role("link", name="Close the rating").click()
    day.console.get_by_role("button", name=re.compile("^Close the rating")).click()
    day.console.get_by_role("button", name=re.compile("^Next indicator: 2")).click()
    for page in day.places:
        expect(page.get_by_role("heading", name="Outcomes set by lived experience")).to_be_visible()


def rate(page: Page, words: str) -> None:
    form = page.locator(".rate__form:visible")
    form.get_by_label(words, exact=True).check()
    form.get_by_role("button", name="Save my rating").click()
    expect(page.get_by_text("Your rating is saved.")).to_be_attached()


def suggest_one_that_is_missing(day: HalfDay) -> None:
    """Priya suggests one; adopted, it stands on everyone's boards."""
    day.go_to("Indicators: anything missing?", "Anything missing?")
    priya = day.people["Priya"].page
    add(priya, "What is missing?", "Tenants’ time respected", "Suggest it")
    day.console.get_by_role("button", name="Adopt").click()
    for page in day.places:
        expect(page.get_by_text("Adopted").first).to_be_visible()


def agree_proxies(day: HalfDay) -> None:
    """Pairs write; five are agreed, one is parked, and two indicators are left as gaps."""
    day.go_to("Indicators: agree proxies", "Agree proxies")
    day.console.get_by_role("button", name="Make the pairs").click()
    for name, each in day.people.items():
        page = each.page
        expect(page.locator("optgroup[label=Yours]")).to_be_attached()
        page.get_by_label("Count it").check()
        add(page, "What could we see, count or hear?", f"{name} counts visits", "Add this proxy")
    day.agrees("proxies")
    console = day.console
    proxies = console.locator(".proxy")
    for name in ("Sam", "Joan", "Dev", "Ines", "Marta"):
        settle(console, f"{name} counts visits", "Agree")
    settle(console, "Ola counts visits", "Park")
    expect(proxies.filter(has_text="Agreed")).to_have_count(5)
    sam = day.people["Sam"].page
    sam.locator('[data-gap="none"]').first.get_by_role("button", name="Leave as a gap").click()
    expect(console.locator('[data-gap="gap"]')).to_have_count(1)


def settle(console: Page, text: str, press: str) -> None:
    proxy = console.locator(".proxy").filter(has_text=text)
    proxy.get_by_role("button", name=press, exact=True).click()
    expect(proxy.get_by_role("button", name="Back to proposed")).to_be_visible()


def respond_to_the_story(day: HalfDay) -> None:
    """Nine first responses; with the indicators five are kept, four changed, three are new."""
    day.go_to("Scenario: how would we respond?", "How would we respond?")
    console = day.console
    story = console.locator(".cstory__choice").filter(has_text="The person who knew everyone")
    story.get_by_role("button", name="Take it as it is").click()
    go_round(day, "First response")
    names = list(day.people)
    for number, text in enumerate([*KEPT, *CHANGED]):
        page = day.people[names[number % 8]].page
        respond(page, text, "national" if number in (3, 4, 7, 8) else "local")
    go_round(day, "Local round")
    for text in KEPT:
        first(day.people["Sam"].page, text).get_by_role("button", name="Keep it").click()
        expect(first(day.people["Joan"].page, text)).to_contain_text("Kept as it is")
    for number, (before, after) in enumerate(CHANGED.items()):
        page = day.people[names[number]].page
        first(page, before).get_by_role("link", name="Change it").click()
        page.get_by_label("Working in partnership").check()
        if number == 2:  # what was for the first week takes three months
            page.get_by_label(WHEN).select_option("national-first_three_months")
        add(page, "What would happen?", after, "Add response")
    go_round(day, "National round")
    for number, text in enumerate(NEW):
        page = day.people[names[number]].page
        page.locator("[data-ticks-others] > summary").click()
        page.get_by_label("Tenants’ time respected").check()
        respond(page, text, "national")
    console.get_by_role("button", name="Reveal the twist").click()
    expect(day.screen.get_by_text("Twist").first).to_be_visible()
    day.agrees("first_response", "scenario")


def go_round(day: HalfDay, name: str) -> None:
    day.console.get_by_role("button", name=name, exact=True).click()
    for page in day.places:
        expect(page.get_by_label("What would happen?")).to_be_visible()


def first(page: Page, text: str) -> Locator:
    return page.locator(".cell__firsts .response").filter(has_text=text)


def respond(page: Page, text: str, level: str) -> None:
    page.get_by_label(WHEN).select_option(f"{level}-first_week")
    add(page, "What would happen?", text, "Add response")


def say_what_changed(day: HalfDay) -> None:
    """Twelve actions get their marks from several people; one lesson, and one risk each way."""
    day.go_to("Debrief: what did the indicators change?", "What changed?")
    marks = {
        **dict.fromkeys(KEPT, "same"),
        **dict.fromkeys(CHANGED.values(), "changed"),
        **dict.fromkeys(NEW, "new"),
    }
    for number, (text, chosen) in enumerate(marks.items()):
        mark(day.places[number % 4], text, chosen)
    for page in [*day.places, day.console]:
        expect(page.get_by_text("7 of 12 changed or new")).to_have_count(1)
    priya, wim = day.people["Priya"].page, day.people["Wim"].page
    add_to(priya.locator("form#write"), "Two people for each link, from now on.")
    top = wim.locator("[data-box]")
    add_to(top.nth(0), "A second contact costs half a day.")
    add_to(top.nth(1), "The next one who leaves takes the trust along.")


def mark(page: Page, text: str, chosen: str) -> None:
    card = page.locator(".response-card").filter(has_text=text)
    card.get_by_text("Mark", exact=True).click()
    card.locator(f'input[value="{chosen}"]').check()
    card.get_by_role("button", name="Give it this mark").click()
    expect(card.get_by_text("Change the mark")).to_be_visible()


def add_to(form: Locator, text: str) -> None:
    form.locator("textarea").fill(text)
    form.get_by_role("button", name="Add note").click()
    expect(saved(form.page, text).first).to_be_attached()


def close(day: HalfDay) -> None:
    """Votes, the plan with its owners, an action of one's own, three pulses, and the end."""
    day.go_to("Close and next steps", "Close")
    for page in day.places:
        page.get_by_role("button", name=f"Vote {NEW[0]}", exact=True).click()
        expect(page.locator("[data-voted-for]")).to_have_count(1)
    console = day.console
    close_voting(console)
    for text in (NEW[0], next(iter(CHANGED.values()))):
        console.get_by_role("button", name=f"Put it in the plan {text}", exact=True).click()
    own(console, NEW[0], "Ambleford Council")
    ines = day.people["Ines"].page
    ines.get_by_label("Who owns it? An organisation or a role (no names)").fill("GP network")
    add(ines, "What will you do?", "Ring the two groups.", "Add action")
    for name in ("Sam", "Joan", "Priya"):
        page = day.people[name].page
        page.get_by_label("Yes", exact=True).first.check()
        page.get_by_role("button", name="Keep my answers").click()
        expect(page.get_by_text("Your answers are saved.")).to_be_attached()
    expect(day.screen.get_by_text("Ring the two groups.")).to_be_visible()
    console.locator("#press-end").click()
    console.get_by_role("button", name=re.compile("^End")).click()
    for page in day.places:
        expect(page.get_by_role("heading", name="This workshop has ended.")).to_be_visible()


def own(console: Page, text: str, owner: str) -> None:
    action = console.locator(".making__one").filter(has_text=text)
    action.get_by_role("link", name="Owner, date and more").click()
    action.get_by_label("Who owns it? An organisation or a role (no names)").fill(owner)
    action.get_by_label("Capacity and resources").check()
    action.get_by_role("button", name="Keep it").click()
    expect(action.get_by_text(f"Owner: {owner}")).to_be_visible()
