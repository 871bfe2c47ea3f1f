"""The indicators as rows of a table across workshops: the ten of the guide, and all added ones."""

from typing import Any, NamedTuple

ADDED = 1_000  # after every number of the guide


class Sign(NamedTuple):
    """An indicator, the same in every workshop. What groups added themselves is one row."""

    number: int
    key: str
    label: str

    @property
    def is_added(self) -> bool:
        return self.number == ADDED


def signs_of(indicators: list[dict[str, Any]]) -> dict[int, Sign]:
    """What the numbers of one workshop stand for."""
    return {each["number"]: sign_of(each) for each in indicators}


def sign_of(indicator: dict[str, Any]) -> Sign:
    if indicator.get("is_added") or indicator.get("added"):
        return Sign(ADDED, "", "")
    return Sign(indicator["number"], indicator["key"], indicator["label"])
