"""Naming who matters: a kind that is kept, a question about a person's name, offline as online."""

from playwright.sync_api import expect

from tests.browser.axe import at_every_width

BRAINSTORM = "Stakeholders: think broadly"


def box(person):
    return person.page.get_by_label("Who matters in this system?")


def add(person, name: str) -> None:
    box(person).fill(name)
    person.page.get_by_role("button", name="Add note").click()


def test_a_persons_name_is_asked_about_and_never_lost(person, grace, wire, watch):
    watch.allow("ERR_", "WebSocket")
    sam = person("Sam", width=360, wire=wire)
    grace.go_to(BRAINSTORM)
    sam.on("Think broadly")
    sam.is_live()
    question = sam.page.get_by_text("Is this the name of a person?")

    sam.page.get_by_label("Which kind?").select_option(label="Users and citizens")
    add(sam, "Tenants with children")
    expect(sam.own("Tenants with children")).to_have_count(1)
    expect(sam.page.get_by_label("Which kind?")).to_have_value("users_citizens")

    add(sam, "Joan Smith")
    expect(question).to_be_visible()
    expect(sam.own("Joan Smith")).to_have_count(0)
    sam.page.get_by_role("button", name="Change it").click()
    expect(question).to_be_hidden()
    expect(box(sam)).to_be_focused()
    expect(box(sam)).to_have_value("Joan Smith")

    wire.cut()
    expect(sam.page.locator("[data-band=offline]")).to_be_visible()
    sam.page.get_by_role("button", name="Add note").click()
    sam.page.get_by_role("button", name="Add it as it is").click()
    expect(sam.unsent("Joan Smith", "waiting")).to_be_visible()
    wire.mend()
    expect(sam.own("Joan Smith")).to_have_count(1, timeout=30_000)


def test_the_board_the_question_and_the_console_pass_axe(person, grace):
    sam = person("Sam")
    grace.go_to(BRAINSTORM)
    sam.on("Think broadly")
    for name in ("Housing association", "Letting agents"):
        add(sam, name)
        expect(sam.own(name)).to_have_count(1)
    sam.page.get_by_text("Another question").locator("visible=true").first.click()
    add(sam, "Joan Smith")
    expect(sam.page.get_by_text("Is this the name of a person?")).to_be_visible()
    found = at_every_width(sam.page, "asked about a name")
    grace.page.get_by_text("Questions and examples").locator("visible=true").first.click()
    grace.page.get_by_text("Enter a note for the room").locator("visible=true").click()
    found += at_every_width(grace.page, "console")

    assert found == []
