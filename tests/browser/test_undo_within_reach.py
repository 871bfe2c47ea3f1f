"""Undo: beside the heading for ten seconds, later in the note's menu, with keys alone."""

from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.test_sort_notes_by_keyboard import AGREEING, press

OFFER = "form[data-local-offer]"


def said(page: Page):
    return page.locator("[data-announcer]")


def listen(page: Page) -> None:
    """From now on keep every sentence that the page announces."""
    page.evaluate(
        """() => {
            const place = document.querySelector("[data-announcer]")
            const keep = () => window.heard.push(place.textContent)
            window.heard = []
            new MutationObserver(keep).observe(place, { childList: true })
        }"""
    )


def heard(page: Page, sentence: str) -> int:
    return page.evaluate("heard").count(sentence)


def change(person, words: str) -> None:
    press(person.own("His.").get_by_role("link", name="Change or take back"))
    person.page.get_by_label("Change your note").fill(words)
    press(person.page.get_by_role("button", name="Save the change"))
    expect(person.own(words)).to_have_count(1)


def test_undo_stands_beside_the_heading_and_focus_goes_on_to_it(two):
    sam, joan = two
    change(sam, "Other words.")
    expect(joan.seen("Other words.")).to_have_count(1)
    button = sam.page.locator(OFFER).get_by_role("button", name="Undo")
    assert at_every_width(sam.page, "undo is offered") == []
    listen(sam.page)
    press(button)
    expect(said(sam.page)).to_have_text("Changed back to your words from before.")
    expect(joan.seen("His.")).to_have_count(1)
    assert heard(sam.page, "Changed back to your words from before.") == 1
    expect(button).to_have_count(0)
    assert sam.page.evaluate("document.activeElement.matches('.column__name, .about__name')")


def test_the_offer_goes_after_ten_seconds_or_with_its_focus_and_the_menu_has_it_then(two):
    sam, joan = two
    change(sam, "Other words.")
    offer = sam.page.locator(OFFER)
    offer.get_by_role("button").focus()
    sam.page.wait_for_timeout(10_500)
    expect(offer).to_have_count(1)
    sam.page.get_by_label("A reason or an example").focus()
    expect(offer).to_have_count(0)
    link = sam.own("Other words.").get_by_role("link", name="Change or take back")
    press(link)
    button = sam.page.get_by_role("button", name="Undo my last change")
    expect(button).to_be_visible()
    assert violations(sam.page) == []
    press(button)
    expect(joan.seen("His.")).to_have_count(1)
    expect(said(sam.page)).to_have_text("Changed back to your words from before.")
    expect(sam.own("His.").get_by_role("link", name="Change or take back")).to_be_focused()


def test_escape_puts_the_offer_away_and_undoes_nothing(two):
    sam, _ = two
    change(sam, "Other words.")
    press(sam.page.locator(OFFER).get_by_role("button"), "Escape")
    expect(sam.page.locator(OFFER)).to_have_count(0)
    assert sam.page.evaluate("document.activeElement.matches('.column__name, .about__name')")
    expect(sam.own("Other words.")).to_have_count(1)


def test_a_move_that_someone_else_has_gone_on_from_is_refused_in_words(two, grace, watch):
    watch.allow("409")
    sam, joan = two
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    note = sam.seen("His.")
    address = f"notes/{note.get_attribute('data-key').removeprefix('note-')}/move/"
    press(note.get_by_role("link", name="Move"))
    sam.page.get_by_label("Move this note to").select_option("multifaceted")
    press(sam.page.get_by_role("button", name="Move", exact=True))
    expect(sam.page.locator(OFFER)).to_have_count(1)
    grace.send(address, column="unsolved", base="2")
    press(sam.page.locator(OFFER).get_by_role("button"))
    expect(sam.page.locator(OFFER)).to_contain_text("Someone has moved or changed it since.")
    expect(joan.page.locator("#unsolved").get_by_text("His.").first).to_be_attached()


def test_on_a_phone_too(person, grace):
    grace.go_to("Diagnosis: write reasons")
    sam = person("Sam", width=360)
    sam.write("His.")
    change(sam, "Other words.")
    button = sam.page.locator(OFFER).get_by_role("button")
    expect(button).to_be_in_viewport()
    assert sam.page.evaluate("document.documentElement.scrollWidth") <= 360
    press(button)
    expect(sam.own("His.")).to_have_count(1)


def test_the_facilitator_undoes_hiding_at_the_console(two, grace):
    _, joan = two
    page = grace.page
    page.goto(grace.console)
    press(page.locator('[data-key^="note-"]').filter(has_text="Hers.").locator("[data-menu=hide]"))
    page.get_by_label("Why hide it?").fill("It names a person")
    press(page.locator("[data-controls]").get_by_role("button", name="Hide"))
    expect(joan.seen("Hers.")).to_have_count(0)
    expect(page.locator("#hidden-notes-diagnosis h3")).to_have_text("Bin of Diagnosis: 1 note")
    assert violations(page) == []
    listen(page)
    press(page.locator(OFFER).get_by_role("button", name="Undo"))
    expect(joan.seen("Hers.")).to_have_count(1)
    assert heard(page, "Back on the board.") == 1


def test_on_a_phone_the_facilitator_reaches_what_came_late(two, grace):
    sam, _ = two
    grace.control("lock-board")
    expect(sam.page.get_by_text("The board is closed for now.").first).to_be_visible()
    write_late(sam)
    page = grace.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(grace.console)
    press(page.locator("[data-nudge-list]").get_by_role("link", name="Late notes"))
    expect(page.locator("#late-notes-diagnosis")).to_contain_text("From a tunnel.")
    expect(page.locator("#late-notes-diagnosis")).to_be_in_viewport()
    assert violations(page) == []


def test_on_a_tablet_the_nudge_leads_to_the_board(two, grace):
    sam, _ = two
    grace.control("lock-board")
    write_late(sam)
    page = grace.page
    page.set_viewport_size({"width": 900, "height": 900})
    page.goto(grace.console)
    press(page.get_by_role("tab", name="People"))
    expect(page.locator("#late-notes-diagnosis")).to_be_hidden()
    press(page.locator("[data-nudge-list]").get_by_role("link", name="Late notes"))
    expect(page.locator("#late-notes-diagnosis")).to_be_in_viewport()


def write_late(person) -> None:
    """Post a note as a browser does that has not heard yet that the board is closed."""
    person.page.evaluate(
        """() => fetch(`notes/${crypto.randomUUID()}/`, {
            method: "POST",
            headers: { Accept: "application/json" },
            body: new URLSearchParams({
                csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value,
                board: "diagnosis", column: "unsolved", text: "From a tunnel.",
            }),
        })"""
    )
