"""Where a report says something that rests on notes: its findings, actions, agreed proxies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Entry = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Entries of an activity's part that notes stand behind.

    `path` leads to them through the part's lists; `slug` and their places in these lists make
    their addresses. `words` name one, with its `place` in the innermost list and the `number`
    of the outermost entry. Where `what` is given, only entries that say something of it count.
    """

    section: str
    activity: str
    path: str
    slug: str
    words: str | Promise
    what: str = ""


PLACES = (
    Place("diagnosis", "diagnosis", "descriptions", "finding", _("finding %(place)s"), "finding"),
    Place(
        "diagnosis",
        "diagnosis",
        "descriptions clusters",
        "group",
        _("%(number)s, group %(place)s"),
    ),
    Place(
        "stakeholders", "stakeholders", "kinds stakeholders", "merged", _("merged"), "written_as"
    ),
    Place("stakeholders", "stakeholders", "key", "key", _("key, %(place)s")),
    Place("stakeholders", "stakeholders", "missing", "missing", _("missing voice %(place)s")),
    Place("stakeholders", "stakeholders", "most_affected", "most-affected", _("most affected")),
    Place("map", "relationships", "findings", "finding", _("finding %(place)s")),
    Place(
        "indicators",
        "indicators",
        "indicators clusters",
        "group",
        _("%(number)s, group %(place)s"),
    ),
    Place(
        "indicators",
        "proxies",
        "indicators agreed",
        "proxy",
        _("%(number)s, agreed proxy %(place)s"),
    ),
    Place("added", "additions", "proposed", "proposal", _("%(place)s")),
    Place(
        "scenario",
        "scenario",
        "levels horizons responses",
        "response",
        _("response beside its first one"),
        "keeps before",
    ),
    Place("changed", "debrief", "actions", "action", _("action %(place)s")),
    Place("changed", "debrief", "difference lines", "difference", _("difference %(place)s")),
    Place("changed", "debrief", "lessons", "lessons", _("lessons")),
    Place("risks", "debrief", "risks", "action", _("action %(place)s")),
    Place("plan", "plan", "actions", "action", _("action %(place)s")),
    Place("barriers", "plan", "barriers", "barrier", _("%(place)s")),
)


def found_in(place: Place, data: Entry) -> Iterator[tuple[str, str, Entry]]:
    """Yield what a part says at such a place: its address in the section, its words, itself."""
    for at, number, entry in entries(data, place.path.split()):
        if says(entry, place.what):
            words = str(place.words) % {"place": at[-1] if at else "", "number": number}
            yield "-".join([place.slug, *map(str, at)]), words, entry


def says(entry: Entry, what: str) -> bool:
    """Say whether an entry has anything under one of these names; notes of a dict count."""
    found = [entry.get(name) for name in what.split()]
    return not what or any(
        each["notes"] if isinstance(each, dict) else each for each in found if each
    )


def entries(data: Entry, path: list[str]) -> Iterator[tuple[list[int], str, Entry]]:
    """Yield the entries that a path leads to, with their places in the lists on the way there.

    Between the two: the number that the entry of the first list has of its own, if any.
    """
    found = data.get(path[0]) or []
    listed = found if isinstance(found, list) else [found]
    for place, each in enumerate(listed, start=1):
        at = [place] if isinstance(found, list) else []
        if not path[1:]:
            yield at, str(each.get("number", place)), each
            continue
        for deeper, _number, entry in entries(each, path[1:]):
            yield at + deeper, str(each.get("number", place)), entry
