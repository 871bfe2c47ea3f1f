"""Kinds of stakeholder between which nobody is linked."""

from itertools import combinations

from .links import CATEGORIES, Link, Network

Pair = tuple[str, str]


def pairs(network: Network) -> list[Pair]:
    """Every two categories that both have members, in the order of the guide.

    A stakeholder counts in its first category. A second one says that a border is blurred, not
    that somebody on the other side is reached. The tray is no category.
    """
    present = {node.category for node in network.nodes}
    return list(combinations([each for each in CATEGORIES if each in present], 2))


def category_gaps(network: Network) -> list[Pair]:
    """The pairs without an existing link between any of their members."""
    reached = {kinds(link) for link in network.links}
    return [pair for pair in pairs(network) if frozenset(pair) not in reached]


def kinds(link: Link) -> frozenset[str]:
    return frozenset((link.one.category, link.other.category))
