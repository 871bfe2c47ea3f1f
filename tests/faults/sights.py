"""What can be seen on a board, taken from a page's HTML or from what frames add up to.

Both become a `Sight`, in the words of the model: columns by their key, notes by their UUID.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"input", "img", "br", "link", "meta", "hr"}
KINDS = ("data-kind", "data-state")
TRAYS = {"late-notes-diagnosis": "late", "hidden-notes-diagnosis": "hidden"}


class Item(NamedTuple):
    """A note, a line of one's own list or a group, with what is said of it."""

    key: str
    words: str
    marks: tuple[str, ...]


@dataclass
class Sight:
    """`lists` are what stands where, in order; `tally` is (written, sealed) by column."""

    lists: dict[str, list[Item]] = field(default_factory=dict)
    tally: dict[str, tuple[int, int]] = field(default_factory=dict)
    readings: dict[str, tuple] = field(default_factory=dict)
    timer: tuple = ()

    def put(self, where: str, item: Item) -> None:
        self.lists.setdefault(where, []).append(item)

    def tidy(self) -> "Sight":
        """Without what is empty, which is the same as what was never said."""
        self.lists = {where: items for where, items in self.lists.items() if items}
        self.tally = {column: counts for column, counts in self.tally.items() if any(counts)}
        self.readings = {column: said for column, said in self.readings.items() if any(said)}
        return self

    def only(self, places: set[str]) -> "Sight":
        """What of it stands in these places: a page shows some of a board."""
        return Sight({where: items for where, items in self.lists.items() if where in places})


class Names(dict):
    """The model's word for each column and reading that this room's HTML numbers."""

    __hash__ = object.__hash__  # one for each room


def of_items(items: Mapping[str, dict], names: Names) -> Sight:
    """The sight of a client that keeps `items` by key, as docs/live-protocol.md tells it."""
    sight = Sight()
    for key in sorted(items, key=lambda key: (items[key].get("order", ""), key)):
        if html := items[key].get("html"):
            found = read(html, names)
            for where, notes in found.sight.lists.items():
                for note in notes:
                    sight.put(where or named(items[key]["into"], names), note)
            sight.tally |= found.sight.tally
            sight.readings |= found.sight.readings
            sight.timer = found.sight.timer or sight.timer
    return sight.tidy()


@lru_cache(5000)
def read(html: str, names: Names) -> "Reader":
    """Read a page or a fragment; what stands in no container of it is listed under ""."""
    reader = Reader(names)
    reader.feed(html)
    reader.close()
    return reader


def named(place: str, names: Names) -> str:
    """A container in the model's words: column-12 is the column's key, mine-column-12 mine-key."""
    for start in ("mine-column-", "sealed-column-", "column-"):
        if place.startswith(start):
            column = names[f"column-{place.removeprefix(start)}"]
            return column if start == "column-" else f"{start.split('-')[0]}-{column}"
    return place.replace("cluster-", "group-", 1)


class Reader(HTMLParser):
    """Collects the items of a board; `places` are the containers that the HTML has."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names, self.sight, self.places = names, Sight(), set()
        self._open: list[tuple[str, str, object]] = []  # (tag, what it is, of what)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag not in VOID:
            self._open.append((tag, *self._role(tag, {k: v or "" for k, v in attrs})))

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        """A drawing's parts; nothing of ours."""

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            closed, what, of = self._open.pop()
            if what == "item":
                self.sight.lists[of["where"]][of["at"]] = finished(of)
            elif what == "reading":
                self.sight.readings[self.names[of["key"]]] = said(of)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        inner = self._open[-1][1] if self._open else ""
        if inner == "words":
            self._nearest("item")["words"] += data
        elif inner == "mark":
            self._nearest("item")["marks"][-1] += data.strip()
        elif inner in ("dd", "in", "finding"):
            self._nearest("reading")[inner] += [data.strip()]

    def _role(self, tag: str, attrs: dict[str, str]) -> tuple[str, object]:
        key, classes = attrs.get("data-key", ""), attrs.get("class", "").split()
        if place := self._place(attrs):
            self.places.add(place)
            return "place", place
        if key.startswith(("note-", "mine-", "cluster-")):
            return "item", self._item(key, [attrs[k] for k in KINDS if k in attrs])
        if attrs.get("id", "").startswith(("late-", "hidden-")) and "note" in classes:
            return "item", self._item(attrs["id"], None)
        if key.startswith("reading-"):
            return "reading", {"key": key, "dd": [], "in": [], "finding": []}
        self._note_figures(key, attrs)
        return self._inner(tag, classes), None

    def _place(self, attrs: dict[str, str]) -> str:
        if attrs.get("id") in TRAYS:
            return TRAYS[attrs["id"]]
        into = attrs.get("data-into", "menu-")
        return "" if into.startswith("menu-") else named(into, self.names)

    def _item(self, key: str, marks: list[str] | None) -> dict:
        where = self._nearest("place") or ""
        self.sight.put(where, Item(key, "", ()))
        at = len(self.sight.lists[where]) - 1
        return {"key": key, "where": where, "at": at, "words": "", "marks": marks}

    def _note_figures(self, key: str, attrs: dict[str, str]) -> None:
        if key == "timer" and "data-state" in attrs:
            moment = attrs.get("data-ends-at") or attrs.get("data-left")
            self.sight.timer = (attrs["data-state"], int(attrs["data-length"]), int(moment))
        if "data-count-of" in attrs:
            counts = int(attrs["data-count"]), int(attrs["data-count-sealed"])
            self.sight.tally[self.names[attrs["data-count-of"]]] = counts

    def _inner(self, tag: str, classes: list[str]) -> str:
        if item := self._nearest("item"):
            if {"note__text", "cluster__name"} & {*classes}:
                return "words"
            within = {what for _, what, _ in self._open}
            is_mark = (tag == "li" and "said" in within) or (tag == "bdi" and "also" in within)
            if item["marks"] is not None and ("note__tag" in classes or is_mark):
                item["marks"].append("")
                return "mark"
            lists = {"note__said": "said", "note__also": "also"}
            return next((lists[name] for name in classes if name in lists), "")
        if self._nearest("reading"):
            parts = {"reading__in": "in", "reading__finding": "finding"}
            return next((parts[name] for name in classes if name in parts), tag)
        return ""

    def _nearest(self, what: str):
        return next((of for _, is_a, of in reversed(self._open) if is_a == what), None)


def finished(item: dict) -> Item:
    return Item(item["key"], item["words"], tuple(item["marks"] or ()))


def said(reading: dict) -> tuple:
    """How many calls are in, or all four counts; then the group's line."""
    finding = "".join(reading["finding"])
    if reading["dd"]:
        return (*map(int, reading["dd"]), finding)
    first = "".join(reading["in"]).split()[0]
    return (0 if first == "No" else int(first), finding)
