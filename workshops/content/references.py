"""Does every key that a table mentions exist?"""

from collections.abc import Iterator
from typing import Any

from .documents import Document
from .mistakes import Mistake
from .plain_yaml import Way

# Where a key is written (table and place), and where it must exist (table and list).
# "[]" stands for each entry of a list, "{}" for each name in a set of fields.
REFERENCES = [
    ("agendas", "items[].steps[].step", "steps", "items"),
    ("barriers", "items[].set", "barriers", "sets"),
    ("case_studies", "interviews.source", "sources", "items"),
    ("case_studies", "items[].source[]", "sources", "items"),
    ("indicators", "items[].linked_barriers[]", "barriers", "items"),
    ("indicators", "items[].proxies[].kind", "indicators", "proxy_kinds"),
    ("indicators", "items[].related_drivers[]", "barometer_drivers", "items"),
    ("prompt_cards", "suggestions[].cards[].table", "prompt_cards", "items"),
    ("prompt_cards", "suggestions[].step", "steps", "items"),
    ("relationship_cards", "items[].source[]", "sources", "items"),
    ("risk_cards", "items[].source[]", "sources", "items"),
    ("scenarios", "items[].focus_prompts[].indicator", "indicators", "items"),
    ("scenarios", "items[].grounded_in[]", "sources", "items"),
    ("steps", "items[].activity", "steps", "activities"),
    ("steps", "items[].stage", "agendas", "stages"),
    ("worked_examples", "items[].nodes[].category", "stakeholder_categories", "items"),
    ("worked_examples", "items[].readings{}", "barometer_perspectives", "items"),
]


def check_references(tables: dict[str, Document]) -> list[Mistake]:
    """Return a mistake for every key that is mentioned and does not exist."""
    heads = [(name, "source[]", "sources", "items") for name in tables]
    found = []
    for name, place, target, group in [*heads, *REFERENCES]:
        if name not in tables:
            continue
        known = keys(tables, target, group)
        found += [
            tables[name].mistake(way, f"“{key}” is not a key in {target} ({group}).")
            for way, key in mentions(tables[name].data, place)
            if key not in known
        ]
    return found + [mistake for name in tables for mistake in _cards(tables, name)]


def _cards(tables: dict[str, Document], name: str) -> Iterator[Mistake]:
    """Yield prompt cards that are named and that their own table does not have."""
    if name != "prompt_cards":
        return
    rows = list(mentions(tables[name].data, "suggestions[].cards[]"))
    rows += [
        ((*way, "own", n), {"table": group["key"], **own})
        for way, group in mentions(tables[name].data, "items[]")
        for n, own in enumerate(group.get("own", []))
    ]
    for way, row in rows:
        table, card = row["table"], row.get("card")
        if card and card not in keys(tables, table, "items"):
            yield tables[name].mistake(way, f"“{card}” is not a key in {table} (items).")


def keys(tables: dict[str, Document], name: str, group: str) -> set[str]:
    """Return the keys in one list of a table; none when the table is missing."""
    return {entry["key"] for entry in tables[name].data[group]} if name in tables else set()


def mentions(data: Any, place: str) -> Iterator[tuple[Way, Any]]:
    """Yield the path and value of everything that stands at `place`."""
    yield from _walk(data, place.replace("[]", ".[]").replace("{}", ".{}").split("."), ())


def _walk(data: Any, place: list[str], way: Way) -> Iterator[tuple[Way, Any]]:
    if not place:
        yield way, data
        return
    first, *rest = place
    if first == "{}":
        yield from (((*way, name), name) for name in data)
    elif first == "[]":
        for n, entry in enumerate(data):
            yield from _walk(entry, rest, (*way, n))
    elif first in data:
        yield from _walk(data[first], rest, (*way, first))
