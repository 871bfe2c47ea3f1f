"""What the fields of the one page are filled in with, and how a sentence quotes them."""

from typing import Any

from django import forms

from ..draft import Draft
from .page import OnePage
from .telling import offered_actions


def initial(draft: Draft, page: OnePage) -> dict[str, Any]:
    """What the form is filled in with."""
    shown = {name: shown_as(name, value, draft) for name, value in page.said.items()}
    return {"gap_from": "", **shown, "numbering": draft.numbering}


def shown_as(name: str, value: Any, draft: Draft) -> Any:
    """What is kept, as it stands in a field: notes by their numbers of today."""
    if name.startswith("notes_"):
        return ", ".join(draft.numbers[each] for each in value or [] if each in draft.numbers)
    if name == "actions":
        offered = dict(choices(draft))
        return [each for each in value or [] if each in offered]
    return value


def choices(draft: Draft) -> list[tuple[str, str]]:
    """The actions to choose from, in the order in which they are offered."""
    notes = draft.snapshot["notes"]
    return [
        (draft.ids[each["note"]], f"{each['note']} {notes[each['note']]['text']}")
        for each in offered_actions(draft.data)
    ]


def in_words(field: forms.Field, shown: Any) -> str:
    """What stands in a field, as a sentence quotes it."""
    if not isinstance(field, forms.ChoiceField):
        return f"“{shown}”" if shown else ""
    # Choices of ours are pairs, never groups, though the stubs allow for both.
    labels: dict[Any, Any] = dict(field.choices)  # type: ignore[arg-type]
    return ", ".join(str(labels[each]) for each in (shown if isinstance(shown, list) else [shown]))
