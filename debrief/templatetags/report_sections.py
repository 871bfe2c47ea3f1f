"""What the report's templates ask about its sections: which template tells one, with what."""

from typing import Any

from django import template

from ..one_by_one import one_by_one

register = template.Library()

Told = dict[str, Any]

NEW_PAGE = {
    "diagnosis",
    "stakeholders",
    "map",
    "indicators",
    "scenario",
    "changed",
    "plan",
    "appendix",
}
# Sections that tell a piece of an activity's part, which has a template of its own.
PIECES = {"risks": "_debrief_risks", "barriers": "_barriers"}


@register.filter
def parts_in(section: Told, snapshot: Told) -> list[Told]:
    """The parts that a section tells of."""
    return [snapshot["parts"][place] for place in section["parts"]]


@register.filter
def template_for(section: Told, part: Told | None) -> str:
    """The template for one part of a section, or for a section that has none."""
    if part is None:
        return f"debrief/_{section['key'].replace('-', '_')}.html"
    return f"debrief/parts/{PIECES.get(section['key'], part['key'])}.html"


@register.filter
def starts_a_page(section: Told) -> bool:
    return section["key"] in NEW_PAGE


@register.filter
def part_named(parts: list[Told], key: str) -> Told | None:
    """The part of one activity among some; None when it is not there."""
    return next((part for part in parts if part["key"] == key), None)


@register.filter
def data_of(parts: list[Told], key: str) -> Told | None:
    """What one activity tells among some parts; None when it is not there."""
    part = part_named(parts, key)
    return part and part["data"]


@register.filter
def each_indicator(parts: list[Told]) -> list[Told]:
    """The rows of the section on indicators: `read`, `proxies`, and what both say of each."""
    return one_by_one(data_of(parts, "indicators"), data_of(parts, "proxies"))


@register.filter
def slug(number: str) -> str:
    """A note's number as a piece of an address: 3.1 gives 3-1."""
    return number.replace(".", "-")


@register.filter
def numbered(entries: list[Told], number: int) -> Told:
    """The entry with this number."""
    return next((each for each in entries if each["number"] == number), {})


@register.filter
def sign_in(label: str, snapshot: Told) -> str:
    """The address of an indicator in its own section; empty where that tells nothing of it."""
    for section in snapshot["sections"]:
        if section["key"] == "indicators" and section["parts"]:
            for each in each_indicator(parts_in(section, snapshot)):
                if each["label"] == label:
                    return f"{section['anchor']}-{each['number']}"
    return ""


@register.filter
def agreed_for(snapshot: Told, key: str) -> list[Told]:
    """The agreed proxies of one indicator."""
    told = [
        part["data"]["indicators"]
        for part in snapshot["parts"]
        if part["key"] == "proxies" and part["data"]
    ]
    return [proxy for each in told for row in each if row["key"] == key for proxy in row["agreed"]]
