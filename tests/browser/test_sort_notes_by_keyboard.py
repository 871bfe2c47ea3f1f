"""Moving, grouping, calling, taking back: with keys alone, in place."""

from playwright.sync_api import expect

AGREEING = "Diagnosis: build a common view"


def press(locator, key: str = "Enter") -> None:
    locator.focus()
    locator.page.keyboard.press(key)


def test_change_a_note_in_place(two):
    sam, joan = two
    press(sam.own("His.").get_by_role("link", name="Change or take back"))
    box = sam.page.get_by_label("Change your note")
    expect(box).to_be_focused()
    box.fill("His, mended.")
    press(sam.page.get_by_role("button", name="Save the change"))
    expect(joan.seen("His, mended.")).to_be_visible()
    link = sam.own("His, mended.").get_by_role("link", name="Change or take back")
    expect(link).to_be_focused()


def test_escape_closes_the_menu_and_gives_focus_back(two):
    sam, _ = two
    link = sam.own("His.").get_by_role("link", name="Change or take back")
    press(link)
    expect(sam.page.get_by_label("Change your note")).to_be_focused()
    sam.page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(sam.page.locator("[data-controls]")).to_have_count(0)


def test_taking_back_is_asked_once_and_focus_goes_to_the_column(two):
    sam, joan = two
    press(sam.own("His.").get_by_role("link", name="Change or take back"))
    press(sam.page.locator("[data-controls] summary"))
    expect(joan.seen("His.")).to_have_count(1)
    press(sam.page.get_by_role("button", name="Take it back"))
    expect(joan.seen("His.")).to_have_count(0)
    heading = sam.page.locator(".column__name, .about__name").locator("visible=true").first
    expect(heading).to_be_focused()


def test_an_error_stands_on_the_note_and_the_text_is_kept(two, watch):
    watch.allow("422")
    sam, _ = two
    press(sam.own("His.").get_by_role("link", name="Change or take back"))
    sam.page.get_by_label("Change your note").fill("x" * 281)
    press(sam.page.get_by_role("button", name="Save the change"))
    error = sam.own("x").get_by_text("This note is too long by 1 character.")
    expect(sam.page.get_by_text("This note is too long by 1 character.")).to_be_visible()
    expect(sam.page.get_by_label("Change your note")).to_have_value("x" * 281)
    assert error is not None


def test_move_a_note_and_find_it_again(two, grace):
    sam, joan = two
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    press(sam.seen("Hers.").get_by_role("link", name="Move"))
    choice = sam.page.get_by_label("Move this note to")
    expect(choice).to_be_focused()
    choice.select_option("multifaceted")
    press(sam.page.get_by_role("button", name="Move", exact=True))
    expect(joan.page.locator("#multifaceted").get_by_text("Hers.").first).to_be_attached()
    expect(sam.page.locator("[data-announcer]")).to_have_text("Moved to 8 Multifaceted.")


def test_group_ticked_notes_under_a_name(two, grace):
    sam, joan = two
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    press(sam.page.locator("#ill_defined").get_by_role("button", name="Start a group"))
    for box in sam.page.locator("#ill_defined").get_by_label("Group this").all():
        press(box, "Space")
    sam.page.locator("#ill_defined").get_by_label("Name this group").fill("Belong together")
    press(sam.page.get_by_role("button", name="Group 2 notes"))
    group = joan.page.locator(".cluster").filter(has_text="Belong together")
    expect(group.locator(".note")).to_have_count(2)
    press(group.get_by_role("link", name="Rename or ungroup"))
    press(joan.page.get_by_role("button", name="Ungroup"))
    expect(sam.page.locator(".cluster")).to_have_count(0)
    expect(sam.page.locator("#ill_defined .note:visible")).to_have_count(2)


def test_see_it_differently_with_a_sentence(two, grace):
    sam, joan = two
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    expect(sam.seen("His.").get_by_role("link", name="I see it differently")).to_be_hidden()
    press(sam.seen("Hers.").get_by_role("link", name="I see it differently"))
    sam.page.get_by_label("How do you see it? One sentence, if you like").fill("Not here.")
    press(sam.page.get_by_role("button", name="I see it differently"))
    hers = joan.seen("Hers.")
    expect(hers).to_contain_text("Seen differently: 1")
    expect(hers).to_contain_text("Not here.")


def test_calls_stay_blind_until_all_are_in(two, grace):
    sam, joan = two
    grace.go_to(AGREEING)
    for one in two:
        one.on("Build a common view")
    for one, call in ((sam, "Strong match"), (joan, "Not sure")):
        column = one.page.locator("#ill_defined")
        expect(column.get_by_role("heading", name="What we called")).to_have_count(0)
        press(column.get_by_label(call), "Space")
        press(column.get_by_role("button", name="Make this my call"))
        expect(one.page.locator("[data-announcer]")).to_have_text("Your call is saved.")
    for one in two:
        column = one.page.locator("#ill_defined")
        expect(column.get_by_role("heading", name="What we called")).to_be_visible()
        expect(column.get_by_role("button", name="Make this my call")).to_be_hidden()
