"""What stands on the cards of a board: the words of its columns, as plain data."""

from collections.abc import Iterable
from typing import Any

from workshops.content.reading import Item


def card_of(item: Item) -> dict[str, Any]:
    """One column as a card: `number`, `label`, its `words`, the `questions` asked about it.

    Tables have one prompt or several, a description or a note. A column that asks nothing is
    a tray for what has no place yet: it has no number.
    """
    questions = item.get("prompts") or [text for text in [item.get("prompt")] if text]
    return {
        "number": item.order if questions else None,
        "label": item.label,
        "words": item.get("description") or item.get("note", ""),
        "questions": list(questions),
    }


def cards_of(items: Iterable[Item]) -> list[dict[str, Any]]:
    """A card for each column, in order."""
    return [card_of(item) for item in items]
