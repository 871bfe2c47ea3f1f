"""How the actions are spread over those who own them (domain brief 4.9)."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from boards.spelling import read, same_spellings

_BRACKETS = re.compile(r"\([^()]*\)")


class Share(NamedTuple):
    """One organisation or role, and how many `actions` it owns; `owner` as it is mostly written."""

    owner: str
    actions: int


class Spread(NamedTuple):
    """The shares, in the order in which the owners come in the plan, and all actions `owned`."""

    shares: list[Share]
    owned: int

    @property
    def too_much(self) -> Share | None:
        """Who owns more than half of the actions that have an owner, if there is more than one."""
        if self.owned < 2:
            return None
        return next((each for each in self.shares if 2 * each.actions > self.owned), None)


def spread(owners: Iterable[str]) -> Spread:
    """Count whom the actions belong to; an action without an owner belongs to nobody.

    Names that read the same are one, whatever their spelling, and so are the parts of one
    organisation: what stands in brackets behind its name tells them apart, not it.
    """
    groups: list[tuple[set[str], Counter[str]]] = []
    for owner in filter(None, owners):
        keys = read_as(owner)
        group = next((each for each in groups if each[0] & keys), None)
        if group is None:
            group = (set(), Counter())
            groups.append(group)
        group[0].update(keys)
        group[1][owner] += 1
    shares = [Share(named.most_common(1)[0][0], named.total()) for _keys, named in groups]
    return Spread(shares, sum(share.actions for share in shares))


def read_as(owner: str) -> set[str]:
    """What two spellings of one organisation have in common."""
    outside = _BRACKETS.sub(" ", owner).strip() or owner
    return same_spellings(read(outside)) - {""} or {owner}
