"""What a person holds in their hands is never taken away."""

from .changes import apply, gone, note, notes_in


def test_notes_stand_in_order_however_they_come(page):
    apply(page, note("note-d", "d", 6), note("note-a", "a", 7), note("note-c", "c", 8))

    assert notes_in(page, "column-1") == ["a", "b", "c", "d"]


def test_a_moved_note_keeps_focus(page):
    apply(page, note("note-x", "x", 6))
    page.focus("[data-key=note-x] button")

    apply(page, note("note-x", "moved", 7, into="column-2"))

    assert notes_in(page, "column-1") == ["b"]
    assert notes_in(page, "column-2") == ["moved"]
    assert page.evaluate("document.activeElement.textContent") == "Menu"


def test_the_highest_seq_of_a_key_wins_and_an_old_frame_changes_nothing(page):
    apply(page, note("note-x", "new", 9))

    assert apply(page, note("note-x", "old", 8), gone("note-x", 7)) == 0
    assert notes_in(page, "column-1") == ["b", "new"]


def test_a_late_frame_does_not_bring_back_what_a_newer_panel_no_longer_shows(page):
    assert apply(page, note("note-x", "taken back since", 5)) == 0

    assert notes_in(page, "column-1") == ["b"]


def test_at_equal_seq_html_beats_gone(page):
    apply(page, gone("note-b", 6))
    assert notes_in(page, "column-1") == []

    apply(page, note("note-b", "here again", 6))
    apply(page, gone("note-b", 6))

    assert notes_in(page, "column-1") == ["here again"]


def test_a_note_whose_container_is_not_here_waits_for_it(page):
    apply(page, note("note-x", "first", 6, into="group-1"), note("note-x", "x", 7, into="group-1"))
    assert notes_in(page, "column-1") == ["b"]

    shell = '<li data-key="group-1" data-order="a"><ul data-into="group-1"></ul></li>'
    apply(page, {"seq": 8, "key": "group-1", "into": "column-1", "order": "a", "html": shell})

    assert notes_in(page, "group-1") == ["x"]


def test_a_new_shell_leaves_its_notes_alone(page):
    shell = '<li data-key="group-1" data-order="a"><h3>{}</h3><ul data-into="group-1"></ul></li>'
    group = {"key": "group-1", "into": "column-1", "order": "a"}
    apply(page, {**group, "seq": 6, "html": shell.format("One")}, note("note-x", "x", 7, "group-1"))

    apply(page, {**group, "seq": 8, "html": shell.format("Two")})

    assert page.locator("h3").inner_text() == "Two"
    assert notes_in(page, "group-1") == ["x"]


def test_nothing_moves_under_a_finger_that_presses_something_else(page):
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<button id=after>After</button>')"
    )
    apply(page, note("note-x", "x", 6))
    page.focus("[data-key=note-x] button")
    apply(page, gone("note-x", 7))
    page.evaluate(
        "void (document.querySelector('#after').onclick = () => { window.pressed = true })"
    )

    place = page.locator("#after").bounding_box()
    page.mouse.move(place["x"] + 5, place["y"] + 5)
    page.mouse.down()
    page.wait_for_timeout(150)  # a finger takes its time
    page.mouse.up()

    assert page.evaluate("window.pressed === true")
    page.locator("[data-gone]").wait_for(state="detached")


def test_a_note_under_focus_that_is_taken_back_loses_its_words_and_goes_when_focus_leaves(page):
    apply(page, note("note-x", "regretted", 6))
    page.focus("[data-key=note-x] button")

    apply(page, gone("note-x", 7))
    left = page.locator("[data-gone]")
    assert "This note was taken back." in left.inner_text()
    assert "regretted" not in page.content()

    page.focus("textarea")
    assert left.count() == 0


def test_held_notes_wait_are_counted_and_come_when_released(page):
    page.evaluate("window.board = new Board(document.body, { hold: (change, here) => !here })")
    apply(page, note("note-x", "x", 6), note("note-y", "y", 7, into="column-2"), gone("note-x", 8))
    apply(page, note("note-z", "first", 9), note("note-z", "z", 10), note("note-b", "b2", 11))

    assert page.evaluate("board.held.size") == 2
    assert notes_in(page, "column-1") == ["b2"]
    page.evaluate("board.release('column-1')")
    assert notes_in(page, "column-1") == ["b2", "z"]
    assert notes_in(page, "column-2") == []


def test_others_notes_are_announced_in_one_sentence_and_my_own_at_once(page):
    said = page.evaluate(
        """async () => {
          const region = document.querySelector("[data-announcer]")
          const announcer = new Announcer(document.body)
          announcer.others("new-notes", { column: "Unsolved" })
          for (let n = 0; n < 4; n++) announcer.others("new-notes", { column: "Intractable" })
          await new Promise((resume) => setTimeout(resume, 50))
          const first = region.textContent
          announcer.others("new-notes", { column: "Unsolved" })
          await new Promise((resume) => setTimeout(resume, 200))
          const waits = region.textContent
          announcer.own("new-notes", { column: "Mine", count: 2 })
          return [first, waits, region.textContent]
        }"""
    )

    batch = "1 new note in Unsolved, 4 new notes in Intractable."
    assert said == [batch, batch, "2 new notes in Mine"]
