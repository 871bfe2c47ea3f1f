"""What changed since the version before: notes, figures, sections. Never the words that went."""

from typing import TYPE_CHECKING, Any

from .counted import called
from .outline import named

if TYPE_CHECKING:
    from .models import Report

Told = dict[str, Any]
# What a section tells beside the parts of activities, and what names notes by their numbers.
BESIDE = {
    "one-page": ("one_page",),
    "who": ("taking_part",),
    "timing": ("timing",),
    "contested": ("parked", "differently"),
    "pulse": ("pulse",),
    "sources": ("cards",),
}
NUMBERS = {"note", "notes", "merged_too", "parked", "differently"}


def changes_since(before: "Report | None", snapshot: Told, outline: Told) -> Told:
    """Return what is not as it was in the version `before`; empty for a first version.

    `notes` are the numbers of those added and changed, in words or place, and how many are gone;
    `figures` those that differ; `sections` are new, gone, or tell something else. Where the
    words of that version are gone too (`withdrawn`), only notes, figures and names of sections
    can be compared. `nothing` is said only where everything was.
    """
    if before is None:
        return {}
    told = {
        "since": before.version,
        "withdrawn": not before.snapshot,
        "notes": notes(before, snapshot, outline),
        "figures": figures(before.outline, outline),
        "sections": sections(before, snapshot, outline),
    }
    return told | {"nothing": bool(before.snapshot) and not any(is_something(told))}


def is_something(told: Told) -> list[Any]:
    return [*told["notes"].values(), *told["sections"].values(), told["figures"]]


def notes(before: "Report", snapshot: Told, outline: Told) -> Told:
    """Which are new or not as they were, by their numbers now; of those gone only how many."""
    then, now = before.outline.get("notes", outline["notes"]), outline["notes"]
    there = before.snapshot.get("notes", {})
    return {
        "added": [number for each, (number, _) in now.items() if each not in then],
        "changed": [
            number
            for each, (number, version) in now.items()
            if each in then
            and (
                then[each][1] != version
                or (there and there[then[each][0]]["text"] != snapshot["notes"][number]["text"])
            )
        ],
        "gone": sum(each not in now for each in then),
    }


def figures(then: Told, now: Told) -> list[Told]:
    """Those that differ, in the order of the report, before and after; None where there is none."""
    was, has = then.get("figures", {}), now["figures"]
    return [
        {"label": label, "anchor": anchor, "before": was.get(key), "after": has.get(key)}
        for key, (label, anchor) in called().items()
        if was and was.get(key) != has.get(key)
    ]


def sections(before: "Report", snapshot: Told, outline: Told) -> Told:
    """Those that are new, gone, or tell something else than they did."""
    then, now = before.outline.get("sections", {}), outline["sections"]
    both = [each for each in snapshot["sections"] if each["anchor"] in then.keys() & now.keys()]
    old = tellings(before.snapshot, before.outline) if before.snapshot else {}
    new = tellings(snapshot, outline)
    return {
        "new": [{"label": now[each], "anchor": each} for each in now if then and each not in then],
        "gone": [label for each, label in then.items() if each not in now],
        "other": [
            {"label": named(each), "anchor": each["anchor"]}
            for each in both
            if old and old[each["anchor"]] != new[each["anchor"]]
        ],
    }


def tellings(snapshot: Told, outline: Told) -> dict[str, Any]:
    """What each section tells, with notes by their ids: a number may be another note's now."""
    ids = {number: each for each, (number, _version) in outline["notes"].items()}
    return {
        section["anchor"]: [
            *(by_id(snapshot["parts"][place]["data"], ids) for place in section["parts"]),
            *(by_id({name: snapshot[name]}, ids) for name in BESIDE.get(section["key"], ())),
        ]
        for section in snapshot["sections"]
    }


def by_id(told: Any, ids: dict[str, str]) -> Any:
    """The same with the ids of notes in place of their numbers."""
    if isinstance(told, list):
        return [by_id(each, ids) for each in told]
    if not isinstance(told, dict):
        return told
    return {
        name: in_place(value, ids) if name in NUMBERS else by_id(value, ids)
        for name, value in told.items()
    }


def in_place(value: Any, ids: dict[str, str]) -> Any:
    """One number, or a list of them; what only has such a name is as it is."""
    if isinstance(value, list):
        return [
            ids.get(each, each) if isinstance(each, str) else by_id(each, ids) for each in value
        ]
    return ids.get(value, value) if isinstance(value, str) else by_id(value, ids)
