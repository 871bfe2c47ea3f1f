"""What stands on the cards of a board: the words of its columns, as plain data."""

from collections.abc import Iterable
from typing import Any

from workshops.content.reading import Item


def cards_of(items: Iterable[Item], numbered: bool = True) -> list[dict[str, Any]]:
    """A card for each column: its `label`, its `words`, and the `questions` asked about it.

    `number` is None on a board whose columns have none.
    """
    return [
        {
            "number": item.order if numbered else None,
            "label": item.label,
            "words": item.get("description") or item.get("note", ""),
            "questions": questions_of(item),
        }
        for item in items
    ]


def questions_of(item: Item) -> list[str]:
    """Tables have one prompt, several, or none."""
    several = item.get("prompts") or [item.get("prompt")]
    return [text for text in several if text]
