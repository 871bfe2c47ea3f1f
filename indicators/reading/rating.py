"""The rating as a page shows it: one's own words while it is open, what may be told after."""

from typing import Any

from boards.models import Column
from workshops.models import Session
from workshops.models.people import Category
from workshops.rights import may
from workshops.viewers import Viewer

from ..models import RatingRound
from ..models.rating import HowFar
from .rating_fragments import own_key
from .told import IN_ORDER, Counts, Groups, Told, apart, middle, tell, widest_first

MOST_APART = 3


def rating_context(session: Session, columns: list[Column], viewer: Viewer) -> dict[str, Any]:
    """The `rating`, if there is one; the words to choose from and one's own on each column.

    Once it is closed, `most_apart` are the columns on which kinds of people differ most.
    """
    rating = RatingRound.of(session)
    if rating is None:
        return {"rating": None}
    if viewer.participant:
        own = rating.own(viewer.participant)
        for column in columns:
            column.own_rating = own.get(column.key, "")
            column.own_key = own_key(column.sign.pk, viewer.participant.pk)
    told = told_of(rating, columns)
    return {
        "rating": rating,
        "words": HowFar.choices,
        "most_apart": most_apart(told),
        **(by_kind_context(rating, told) if may(viewer, "see_console") else {}),
    }


def by_kind_context(rating: RatingRound, told: list[tuple[Column, Told]]) -> dict[str, Any]:
    """What facilitators are told once it is closed: `told`, and which kinds only together."""
    together = rating.groups.get("together", [])
    return {"told": told, "groups": {"together": [label(kind) for kind in together]}}


def told_of(rating: RatingRound, columns: list[Column]) -> list[tuple[Column, Told]]:
    """Each column that was rated with what may be told of it, the widest gap first."""
    said, groups = rating.said(), Groups(**rating.groups) if rating.groups else None
    if groups is None:
        return []
    rated = [column for column in columns if column.sign.pk in said]
    return widest_first([(column, tell(said[column.sign.pk], groups)) for column in rated])


def most_apart(told: list[tuple[Column, Told]]) -> list[Column]:
    """Those with the widest gaps, without a word of who stands where."""
    gaps = [(column, apart(each)) for column, each in told]
    return [column for column, gap in gaps if gap and gap.halves][:MOST_APART]


def as_lines(told: Told) -> dict[str, Any]:
    """What is told of one indicator, in words: `kinds` (each with its `words`, None where they are
    withheld, and the one or two in the `middle`), `together`, `everyone`, and which two are
    furthest `apart`."""
    gap = apart(told)
    return {
        "kinds": [
            {"key": kind, "kind": label(kind), "words": worded(c), "middle": at_the_middle(c)}
            for kind, c in told.kinds.items()
        ],
        "together": worded(told.together),
        "everyone": worded(told.everyone),
        "apart": None
        if gap is None
        else {
            "alike": not gap.halves,
            "least": label(gap.least),
            "least_said": at_the_middle(told.kinds[gap.least]),
            "most": label(gap.most),
            "most_said": at_the_middle(told.kinds[gap.most]),
        },
    }


def worded(counts: Counts | None) -> list[dict[str, Any]] | None:
    """Each word that was said with its number, in their order."""
    if counts is None:
        return None
    return [{"word": str(HowFar(word).label), "number": n} for word, n in counts.items() if n]


def at_the_middle(counts: Counts | None) -> list[str]:
    """The middle word of a kind, or the two between which its middle lies."""
    at = middle(counts) if counts else None
    if at is None:
        return []
    return [str(HowFar(IN_ORDER[place]).label) for place in sorted({at // 2, (at + 1) // 2})]


def label(kind: str) -> str:
    """Where people speak from, in words."""
    return str(Category(kind).label)
