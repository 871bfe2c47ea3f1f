"""The indicators one by one: what was read into each, and the proxies for it, side by side."""

from typing import Any

Told = dict[str, Any]


def one_by_one(read: Told | None, proxies: Told | None) -> list[Told]:
    """Return a row for each indicator that either of the two tells of, in the order of numbers.

    `read` and `proxies` are what these say of it, None where they do not; the rest is the same
    in both.
    """
    told_in_first, told_in_second = by_key(read), by_key(proxies)
    keys = {**told_in_first, **told_in_second}
    rows = [row(told_in_first.get(key), told_in_second.get(key)) for key in keys]
    return sorted(rows, key=lambda each: each["number"])


def by_key(data: Told | None) -> dict[str, Told]:
    return {each["key"]: each for each in data["indicators"]} if data else {}


def row(read: Told | None, proxies: Told | None) -> Told:
    either = read or proxies or {}
    return {
        "number": either["number"],
        "label": either["label"],
        "is_added": read["is_added"] if read else either["added"],
        "set_aside": either["set_aside"],
        "part_of": either.get("part_of", ""),
        "read": read,
        "proxies": proxies,
    }
