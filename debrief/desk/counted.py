"""Proxies agreed, barriers named and indicators added, counted over several workshops."""

from dataclasses import dataclass, field
from typing import Any

from .signs import Sign, sign_of
from .tally import Tally, Told


@dataclass
class Agreed:
    """The proxies that groups agreed for one indicator, by kind."""

    sign: Sign
    kinds: dict[str, Tally] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)

    @property
    def in_words(self) -> list[tuple[str, int]]:
        return [(kind, tally.number) for kind, tally in sorted(self.kinds.items())]

    @property
    def workshops(self) -> int:
        """In how many workshops people looked for proxies of this indicator."""
        return len(self.asked)

    @property
    def gaps(self) -> int:
        """In how many of them no proxy was agreed in the end."""
        return len(self.asked.difference(*(tally.seen_in for tally in self.kinds.values())))

    def add(self, indicator: dict[str, Any], workshop: int) -> None:
        self.asked.add(workshop)
        for proxy in indicator["agreed"]:
            self.kinds.setdefault(proxy["kind_words"], Tally()).add(1, workshop)


@dataclass
class Barrier:
    """How many planned actions meet one barrier."""

    label: str
    actions: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Added:
    """One indicator that a group proposed, in its words, and what the group decided."""

    label: str
    decided: str
    workshop: int
    policy_area: str


def agreed_in(reports: list[Told]) -> list[Agreed]:
    """Each indicator in the guide's order, the added ones together at the end."""
    found: dict[Sign, Agreed] = {}
    for report in reports:
        for data in report.parts("proxies"):
            for indicator in data["indicators"]:
                if not indicator["set_aside"]:
                    sign = sign_of(indicator)
                    found.setdefault(sign, Agreed(sign)).add(indicator, report.workshop)
    return [found[sign] for sign in sorted(found)]


def barriers_in(reports: list[Told]) -> list[Barrier]:
    """All barriers in the order of the content, those that nobody named too."""
    found: dict[str, Barrier] = {}
    for report in reports:
        for data in report.parts("plan"):
            for each in data["barriers"]:
                barrier = found.setdefault(each["label"], Barrier(each["label"]))
                barrier.actions.add(each["actions"], report.workshop)
    return list(found.values())


def added_in(reports: list[Told]) -> list[Added]:
    """What groups proposed, workshop by workshop in the order of the reports."""
    return [
        Added(
            label=each["label"],
            decided=each["decided"],
            workshop=report.workshop,
            policy_area=report.snapshot["workshop"]["title"],
        )
        for report in reports
        for data in report.parts("additions")
        for each in data["proposed"]
    ]
