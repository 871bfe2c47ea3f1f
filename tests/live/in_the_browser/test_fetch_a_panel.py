"""A panel that is fetched and the changes that come meanwhile: neither undoes the other."""

from .changes import apply, gone, note, notes_in

PANEL = """<main data-key="step" data-head="{head}"><h1>{title}</h1>
  <form action="{action}"><textarea name="text"></textarea></form>
  <ul data-into="column-1"><li data-key="note-b" data-order="b"><p>{b}</p></li></ul></main>"""


def put(page, head: int, title: str = "Now", action: str = "notes/1/", b: str = "b") -> None:
    answer(page, "step", PANEL.format(head=head, title=title, action=action, b=b), head)


def put_panel(page, head: int, **fragments: str) -> None:
    """Another panel has come, with a line for each of these fragments."""
    lines = "".join(f"<p data-key='{key}'>{text}</p>" for key, text in fragments.items())
    answer(page, "step", f"<main data-key='step' data-head='{head}'>{lines}</main>", head)


def answer(page, key: str, html: str, head: int) -> None:
    """What was asked for has come, complete up to `head`."""
    page.evaluate(
        """([key, html, head]) => {
          const page = new DOMParser().parseFromString(html, "text/html")
          board.put(key, page.body.firstElementChild, head)
        }""",
        [key, html, head],
    )


def test_a_fetched_panel_keeps_half_typed_text_focus_and_place_in_it(page):
    page.fill("textarea", "half a thou")
    page.evaluate("document.querySelector('textarea').setSelectionRange(4, 6)")
    page.focus("textarea")

    put(page, 6, "Later")

    assert page.locator("h1").inner_text() == "Later"
    assert page.input_value("textarea") == "half a thou"
    assert page.evaluate(
        "[document.activeElement.name, document.activeElement.selectionStart]"
    ) == [
        "text",
        4,
    ]


def test_text_for_one_form_never_turns_up_in_another(page):
    page.fill("textarea", "meant for the first")
    page.focus("body")

    put(page, 6, action="notes/2/")

    assert page.locator("form[action='notes/2/'] textarea").input_value() == ""


def test_what_is_newer_than_a_fetched_panel_stays_as_it_is(page):
    apply(page, note("note-b", "newer", 9), note("note-c", "came since", 10))

    put(page, 6, b="older")

    assert notes_in(page, "column-1") == ["newer", "came since"]


def test_what_changes_while_a_panel_that_brings_it_is_fetched_is_not_lost(page):
    pairs = {"key": "pairs", "seq": 9, "html": '<p data-key="pairs">Four pairs</p>'}
    page.evaluate("() => { board.fetch = () => null }")  # its answer comes below
    apply(page, pairs, {"key": "people", "seq": 10, "fetch": "people/"}, gone("hint", 11))

    put_panel(page, 6, pairs="No pairs", people="Nobody", hint="Make pairs")

    assert page.locator("main > p").all_inner_texts() == ["Four pairs", "Nobody"]
    answer(page, "people", "<p data-key='people'>Eight</p>", 10)
    assert page.locator("main > p").all_inner_texts() == ["Four pairs", "Eight"]


def test_what_was_moved_stands_once_though_a_fetched_panel_has_it_in_its_old_place(page):
    apply(page, note("note-b", "moved", 9, into="column-2"))

    both = PANEL.replace("</main>", '<ul data-into="column-2"></ul></main>')
    answer(page, "step", both.format(head=6, title="Now", action="notes/1/", b="older"), 6)

    assert (notes_in(page, "column-1"), notes_in(page, "column-2")) == ([], ["moved"])


def test_what_is_older_than_a_fetched_panel_does_not_undo_it(page):
    put(page, 12, b="as of twelve")

    apply(page, note("note-b", "as of eleven", 11))

    assert notes_in(page, "column-1") == ["as of twelve"]
