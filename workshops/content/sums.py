"""Are keys unique, orders 1 to n, and totals what their parts add up to?"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .documents import Document
from .mistakes import Mistake
from .plain_yaml import Way

PLACEHOLDERS = {"{minutes}"}


def check_sums(tables: dict[str, Document]) -> list[Mistake]:
    """Return every doubled key, wrong order and wrong total in the tables."""
    found = [mistake for document in tables.values() for mistake in _lists(document)]
    for name, check in (
        ("agendas", _agendas),
        ("barriers", _barrier_sets),
        ("barometer_drivers", _drivers),
        ("steps", _placeholders),
    ):
        if name in tables:
            found += check(tables[name])
    return found


def _lists(document: Document) -> Iterator[Mistake]:
    for way, entries in _lists_in(document.data, ()):
        seen = set()
        for n, entry in enumerate(entries):
            if entry.get("order", n + 1) != n + 1:
                yield document.mistake(
                    (*way, n, "order"), f"This is entry {n + 1} of its list, not {entry['order']}."
                )
            if "key" in entry and entry["key"] in seen:
                yield document.mistake(
                    (*way, n, "key"), f"“{entry['key']}” is already used in this list."
                )
            seen.add(entry.get("key"))


def _lists_in(data: Any, way: Way) -> Iterator[tuple[Way, list[dict[str, Any]]]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _lists_in(value, (*way, name))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        yield way, data
        for n, entry in enumerate(data):
            yield from _lists_in(entry, (*way, n))


def _agendas(document: Document) -> Iterator[Mistake]:
    for n, agenda in enumerate(document.data["items"]):
        total = sum(step["minutes"] for step in agenda["steps"])
        if total != agenda["total_minutes"]:
            yield document.mistake(
                ("items", n, "total_minutes"), f"The steps add up to {total} minutes."
            )


def _barrier_sets(document: Document) -> Iterator[Mistake]:
    sizes = Counter(barrier["set"] for barrier in document.data["items"])
    for n, group in enumerate(document.data["sets"]):
        if sizes[group["key"]] != group["count"]:
            yield document.mistake(
                ("sets", n, "count"), f"The table has {sizes[group['key']]} of this set."
            )


def _drivers(document: Document) -> Iterator[Mistake]:
    for n, driver in enumerate(document.data["items"]):
        aspirations = driver["aspirations"]
        details = sum(len(each.get("details", [])) for each in aspirations)
        for name, count in (("aspiration_count", len(aspirations)), ("detail_count", details)):
            if driver[name] != count:
                yield document.mistake(("items", n, name), f"The driver has {count}.")


def _placeholders(document: Document) -> Iterator[Mistake]:
    for n, step in enumerate(document.data["items"]):
        for name in ("now", "say"):
            for unknown in set(re.findall(r"\{[^}]*\}?|\}", step[name])) - PLACEHOLDERS:
                yield document.mistake(
                    ("items", n, name), f"“{unknown}” cannot be filled in; only {{minutes}} can."
                )
