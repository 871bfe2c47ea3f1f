"""What the rest of the product asks of a content set. Values are plain data, not to be changed."""

from collections.abc import Iterator, Mapping
from typing import Any

Tables = Mapping[str, Mapping[str, Any]]


class Item(Mapping[str, Any]):
    """One entry of a table. Its other fields are read by name: `item["prompt"]`."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields

    @property
    def key(self) -> str:
        return self._fields["key"]

    @property
    def order(self) -> int:
        return self._fields["order"]

    @property
    def label(self) -> str:
        return self._fields["label"]

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"<Item {self.key}>"


def items(tables: Tables, table: str) -> list[Item]:
    """Return the entries of a table, in order. Raises KeyError for a table that is not there."""
    return [Item(fields) for fields in tables[table]["items"]]


def item(tables: Tables, table: str, key: str) -> Item:
    """Return one entry of a table. Raises KeyError when there is none with this key."""
    for each in items(tables, table):
        if each.key == key:
            return each
    raise KeyError(f"{table} has no “{key}”")


def head(tables: Tables, table: str) -> dict[str, Any]:
    """Return a table's own fields without its entries; `head("set")` is the set's own head."""
    return {name: value for name, value in tables[table].items() if name != "items"}


def spoken(text: str, minutes: int) -> str:
    """Return a script sentence with the length of its step filled in."""
    return text.replace("{minutes}", str(minutes))
