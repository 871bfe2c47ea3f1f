"""The sections of a report, always in the order and with the numbers of the method's own list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Parts = list[dict[str, Any]]


@dataclass(frozen=True)
class Section:
    """One of them: its number and key, which is its address, and the activities it tells of.

    `needs` names what one of these must have to tell, for a section that is not all of it.
    """

    number: int
    key: str
    title: str | Promise
    activities: tuple[str, ...] = ()
    needs: str = ""
    fixed: bool = field(default=False, kw_only=True)


# Domain brief 6. There is no activity for 16 yet, so that its number is not given to another.
SECTIONS = (
    Section(1, "cover", _("Cover"), fixed=True),
    Section(2, "how-to-read", _("How to read this"), fixed=True),
    Section(3, "one-page", _("On one page"), fixed=True),
    Section(4, "who", _("Who took part"), fixed=True),
    Section(5, "timing", _("Timing"), fixed=True),
    Section(6, "diagnosis", _("Diagnosis"), ("diagnosis",)),
    Section(7, "stakeholders", _("Stakeholders"), ("stakeholders",)),
    Section(8, "map", _("Relationship map"), ("relationships",)),
    Section(9, "indicators", _("The indicators"), ("indicators", "proxies")),
    Section(10, "added", _("Added indicators"), ("additions",)),
    Section(11, "scenario", _("Scenario test"), ("first_response", "scenario")),
    Section(12, "changed", _("What the indicators changed"), ("debrief",)),
    Section(13, "risks", _("The risk of doing nothing"), ("debrief",), "risks"),
    Section(14, "plan", _("Action plan"), ("plan",)),
    Section(15, "barriers", _("Barriers"), ("plan",), "actions"),
    Section(17, "contested", _("Parked and contested"), fixed=True),
    Section(18, "pulse", _("Pulse"), fixed=True),
    Section(19, "sources", _("Method, sources and credits"), fixed=True),
    Section(20, "appendix", _("Appendix: all notes"), fixed=True),
)


def sections_of(parts: Parts, unwritten: set[str]) -> list[dict[str, Any]]:
    """Return every section, once for each session in which it has something to tell.

    `unwritten` are the keys of those, told of the whole workshop, that nobody has written yet.

    `parts` are the places of its parts in the list of all parts. A section without any is said
    in one line: its `state` says why, as in `parts_of`, or `not_planned`.
    """
    return [each for section in SECTIONS for each in times(section, parts, unwritten)]


def times(section: Section, parts: Parts, unwritten: set[str]) -> Iterator[dict[str, Any]]:
    """The section, once for each session that it tells of; once without parts where none does."""
    its_own = [place for place, part in enumerate(parts) if part["key"] in section.activities]
    telling = [place for place in its_own if tells(section, parts[place])]
    sessions = dict.fromkeys(parts[place]["session"] for place in telling)
    for time, session in enumerate(sessions, start=1):
        here = [place for place in telling if parts[place]["session"] == session]
        yield entry(section, time, session, "told", here)
    if not telling:
        its_parts = [parts[place] for place in its_own]
        yield entry(section, 1, "", untold(section, its_parts, unwritten), [])


def entry(
    section: Section, time: int, session: str, state: str, parts: list[int]
) -> dict[str, Any]:
    return {
        "number": section.number,
        "key": section.key,
        "anchor": section.key if time == 1 else f"{section.key}-{time}",
        "title": str(section.title),
        "session": session,
        "state": state,
        "parts": parts,
    }


def tells(section: Section, part: dict[str, Any]) -> bool:
    """Say whether a part has something for this section."""
    data = part["data"]
    return bool(data) and (not section.needs or bool(data[section.needs]))


def untold(section: Section, parts: Parts, unwritten: set[str]) -> str:
    """Why a section tells nothing of an activity: of several the one that came furthest says it."""
    if section.fixed:
        return "empty" if section.key in unwritten else "told"
    states = {part["state"] for part in parts}
    if any(part["data"] for part in parts):
        return "empty"
    return next(
        (each for each in ("ran", "not_reached", "left_out") if each in states), "not_planned"
    )
