"""Changes as frames carry them, and what a page shows then."""


def note(key: str, text: str, seq: int, into: str = "column-1", order: str = "") -> dict:
    order = order or key.removeprefix("note-")
    html = f'<li data-key="{key}" data-order="{order}"><p>{text}</p><button>Menu</button></li>'
    return {"seq": seq, "key": key, "into": into, "order": order, "html": html}


def gone(key: str, seq: int) -> dict:
    return {"seq": seq, "key": key, "gone": True}


def apply(page, *changes: dict) -> int:
    return page.evaluate("(changes) => board.apply(changes).length", list(changes))


def notes_in(page, column: str) -> list[str]:
    return page.locator(f"[data-into={column}] > [data-key] > p").all_inner_texts()
