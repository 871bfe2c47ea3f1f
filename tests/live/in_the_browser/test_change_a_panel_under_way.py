"""A panel is fetched while notes go on changing: what is newer than it is not lost."""

from .changes import apply, note

# The same column stands elsewhere: what was around it is not on the page any more.
PUT = """([html, head]) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  board.put("step", page.querySelector("main"), head)
}"""
ELSEWHERE = """<main data-key="step" data-head="{head}"><section id="other"><div class="firsts">
  <ul data-into="column-1"><li data-key="note-b" data-order="b"><p>as it was</p></li></ul>
  </div></section></main>"""


def panel(page, head: int) -> None:
    page.evaluate(PUT, [ELSEWHERE.format(head=head), head])


def words(page, key: str) -> list[str]:
    return page.locator(f'main [data-key="{key}"] p').all_text_contents()


def test_a_note_that_changed_meanwhile_is_as_it_is_now(page):
    apply(page, note("note-b", "as it is", 9))
    panel(page, 8)
    assert words(page, "note-b") == ["as it is"]
    apply(page, note("note-b", "and later", 10))
    assert words(page, "note-b") == ["and later"]


def test_a_note_that_came_meanwhile_has_its_place(page):
    apply(page, note("note-a", "new", 9))
    panel(page, 8)
    assert words(page, "note-a") == ["new"]
    keys = "items => items.map(item => item.dataset.key)"
    found = page.locator('[data-into="column-1"] > [data-key]').evaluate_all(keys)
    assert found == ["note-a", "note-b"]


def test_a_note_whose_column_is_not_in_the_panel_waits_for_it(page):
    apply(page, note("note-c", "for column 2", 9, into="column-2"))
    panel(page, 8)
    assert words(page, "note-c") == []
    page.evaluate(PUT, [ELSEWHERE.format(head=8).replace("column-1", "column-2"), 8])
    assert words(page, "note-c") == ["for column 2"]


def test_what_the_panel_has_seen_is_as_the_panel_has_it(page):
    apply(page, note("note-b", "before", 7))
    panel(page, 8)
    assert words(page, "note-b") == ["as it was"]
