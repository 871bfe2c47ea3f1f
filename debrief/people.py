"""Who took part: counts by kind, with groups of one or two kept unrecognisable."""

from collections import Counter
from typing import Any

from workshops.models import Session
from workshops.models.people import Category
from workshops.small_groups import by_kind

from .stages import in_stages


def taking_part(session: Session) -> dict[str, Any]:
    """Return how many came, in each stage and by kind, and who agreed to be named.

    Kinds are counted only where that singles nobody out. Nobody is named in a report that
    Policy Lab may read: they were told when joining that it never sees names.
    """
    people = list(session.people_here())
    may_name = not session.workshop.shared_with_policy_lab
    counts = Counter(person.category for person in people)
    agreed = {
        kind
        for kind in counts
        if all(person.may_be_shown for person in people if person.category == kind)
    }
    shown, together = by_kind(counts, agreed)
    return {
        "session": str(session.get_kind_display()),
        "total": len(people),
        "expected": session.expected,
        "stages": in_stages(session, people),
        "named": sorted(each.name for each in people if each.agrees_to_be_named and may_name),
        "shown": [
            label_and_count(kind, people)
            for kind, people in shown.items()
            if people or kind != Category.NOT_SAID
        ],
        "together": {
            "kinds": [str(Category(kind).label) for kind in together],
            "people": sum(counts[kind] for kind in together),
        },
        "empty": [str(Category(kind).label) for kind in empty_seats(shown)],
    }


def empty_seats(shown: dict[str, int]) -> list[str]:
    """The kinds of stakeholder from which nobody came; "not said" is no seat."""
    return [kind for kind, people in shown.items() if not people and kind != Category.NOT_SAID]


def label_and_count(kind: str, people: int) -> dict[str, Any]:
    return {"kind": str(Category(kind).label), "people": people}
