"""Who took part: counts by kind, with groups of one or two kept unrecognisable."""

from collections import Counter
from typing import Any

from workshops.models import Session
from workshops.models.people import Category

SMALLEST = 3


def taking_part(session: Session) -> dict[str, Any]:
    """Return how many came, by kind where that singles nobody out, and who agreed to be named."""
    people = list(session.people_here())
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
        "named": sorted(person.name for person in people if person.agrees_to_be_named),
        "shown": [label_and_count(kind, shown[kind]) for kind in shown],
        "together": {
            "kinds": [str(Category(kind).label) for kind in together],
            "people": sum(counts[kind] for kind in together),
        },
        "empty": [str(Category(kind).label) for kind in empty_seats(shown)],
    }


def by_kind(counts: Counter, agreed: set[str]) -> tuple[dict[str, int], list[str]]:
    """Split kinds into those shown with their count and those only counted together.

    Groups under three are shown only if all in them agreed. Where what is counted
    together would give a small group away, the next smallest group joins it; where
    none is left to join, no kind is shown at all, not even the empty ones.
    """
    order = [kind for kind in Category.values]
    present = [kind for kind in order if counts[kind]]
    together = [kind for kind in present if counts[kind] < SMALLEST and kind not in agreed]
    while together and gives_away([counts[kind] for kind in together]):
        rest = [kind for kind in present if kind not in together]
        if not rest:
            return {}, []
        together.append(min(rest, key=lambda kind: counts[kind]))
    shown = {kind: counts[kind] for kind in order if kind not in together}
    return shown, [kind for kind in order if kind in together]


def gives_away(sizes: list[int]) -> bool:
    """Say whether the sum of these groups tells the size of one of them.

    It does for a single group, and when everyone in it stands alone.
    """
    return len(sizes) == 1 or sum(sizes) == len(sizes)


def empty_seats(shown: dict[str, int]) -> list[str]:
    """The kinds of stakeholder from which nobody came; "not said" is no seat."""
    return [kind for kind, people in shown.items() if not people and kind != Category.NOT_SAID]


def label_and_count(kind: str, people: int) -> dict[str, Any]:
    return {"kind": str(Category(kind).label), "people": people}
