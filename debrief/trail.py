"""The evidence trail: from what a report says to the notes behind it, and back from each note."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .places import PLACES, Entry, entries, found_in

Notes = dict[str, dict[str, Any]]
Found = Iterator[tuple[str, str, Entry]]


def lay(snapshot: dict[str, Any]) -> None:
    """Give what a snapshot says its `anchor` and `notes`, and each note where it is `used_in`.

    Both come from one list, so that the links to the notes and those back cannot disagree.
    A note brings along those merged into it: `merged_too` are the ones that nothing else in
    the entry names.
    """
    notes: Notes = snapshot["notes"]
    for note in notes.values():
        note["used_in"] = []
    for section in snapshot["sections"]:
        for slug, words, entry in said_in(section, snapshot):
            anchor, label = f"{section['anchor']}-{slug}", f"{section['title']}, {words}"
            for number in lay_one(entry, anchor, notes):
                notes[number]["used_in"].append({"anchor": anchor, "label": label})


def lay_one(entry: Entry, anchor: str, notes: Notes) -> list[str]:
    """Give an entry its address and say which notes stand behind it."""
    named = list(dict.fromkeys(numbers_in(entry)))
    merged = [
        number
        for number, note in notes.items()
        if number not in named and note["merged_into"] in named
    ]
    if named:
        entry |= {"anchor": anchor, "merged_too": merged}
        entry.setdefault("notes", named + merged)
    return named + merged


def numbers_in(part: Any) -> Iterator[str]:
    """Yield the numbers of all notes that something names, in its order."""
    if isinstance(part, list):
        for each in part:
            yield from numbers_in(each)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in ("note", "notes"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from numbers_in(value)


def said_in(section: dict[str, Any], snapshot: dict[str, Any]) -> Found:
    """Yield what a section says on the strength of notes: address, words, and the entry."""
    for part in (snapshot["parts"][place] for place in section["parts"]):
        for place in PLACES:
            if (place.section, place.activity) == (section["key"], part["key"]):
                yield from found_in(place, part["data"])
    if section["key"] == "one-page":
        yield from on_one_page(snapshot.get("one_page") or {})
    if section["key"] == "contested":
        yield from listed(snapshot["parked"], "parked", _("parked"))
        yield from listed(snapshot["differently"], "differently", _("seen differently"))


def on_one_page(page: dict[str, Any]) -> Found:
    """What the facilitator found, and what stands there of other sections."""
    for name, slug, words in (
        ("findings", "finding", _("finding %(place)s")),
        ("actions", "action", _("action %(place)s")),
        ("missing", "missing", _("missing voice %(place)s")),
    ):
        for at, _number, entry in entries(page, [name]):
            yield f"{slug}-{at[0]}", words % {"place": at[0]}, entry


def listed(numbers: list[str], slug: str, words: str) -> Found:
    """Notes that stand in a list by themselves."""
    for number in numbers:
        yield f"{slug}-{number.replace('.', '-')}", words, {"note": number}
