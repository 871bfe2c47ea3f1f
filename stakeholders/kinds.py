"""The four kinds of stakeholder and the tray, as columns of a board (domain brief 2.2)."""

from workshops.content.reading import Item
from workshops.models import ContentSet

TABLE = "stakeholder_categories"
TRAY = "unsorted"


def kinds(content: ContentSet) -> list[Item]:
    """The four, in order; `asks` are its questions, and the first is its `prompt`."""
    return [
        Item({**each, "asks": each["prompts"], "prompt": each["prompts"][0]})
        for each in content.items(TABLE)
    ]


def tray(content: ContentSet) -> Item:
    """What is not sorted yet: no fifth kind, but a column like the others, and the last.

    It has no questions of its own: whoever is not sure is asked the first of each kind.
    """
    words, four = content.head(TABLE)[TRAY], kinds(content)
    asks = [each["prompt"] for each in four]
    return Item({**words, "order": len(four) + 1, "description": words["note"], "asks": asks})


def kind(content: ContentSet, key: str) -> Item:
    """One of the four, or the tray."""
    if key == TRAY:
        return tray(content)
    return next(each for each in kinds(content) if each.key == key)


def prompt_of(content: ContentSet, key: str) -> tuple[Item, str] | None:
    """The kind and its question behind a key like `national_government-2`; None without one.

    The key of a kind alone means its first question.
    """
    name, _dash, number = key.partition("-")
    for each in kinds(content):
        asked = {str(place): text for place, text in enumerate(each["prompts"], start=1)}
        if each.key == name and (number or "1") in asked:
            return each, asked[number or "1"]
    return None
