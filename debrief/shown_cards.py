"""The prompt cards that were shown, each once, in the order of their first showing."""

from typing import Any

from workshops.cards import Card, all_cards
from workshops.models import Session
from workshops.models.sent_card import Place

FIGURES = ("before_after", "facts", "derived")


def shown_cards(session: Session) -> list[dict[str, Any]]:
    """Return each card with its words, the `steps` it was shown in and its `places`.

    A case study has its figures as its source gives them.
    """
    found = all_cards(session.workshop.content)
    told: dict[str, dict[str, Any]] = {}
    for sent in session.sent_cards.select_related("step"):
        if sent.card not in found:
            continue
        entry = told.setdefault(sent.card, in_words(found[sent.card]))
        add(entry["steps"], sent.step.title if sent.step else "")
        add(entry["places"], str(Place(sent.place).label))
    return list(told.values())


def in_words(card: Card) -> dict[str, Any]:
    return {
        "title": card.title,
        "group": card.group,
        "text": card.text,
        "question": card.question,
        "source": card.source,
        "more": card.more,
        "remark": card.remark,
        **{name: [dict(row) for row in getattr(card, name)] for name in FIGURES},
        "steps": [],
        "places": [],
    }


def add(found: list[str], name: str) -> None:
    if name not in found:
        found.append(name)
