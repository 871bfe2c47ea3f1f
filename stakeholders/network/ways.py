"""Which wanted links would mend a weak point: the next question names them."""

from collections.abc import Sequence

from . import graph, nx
from .gaps import Pair, kinds
from .links import Link, Network, Node


def round_stakeholders(network: Network, critical: Sequence[Node]) -> tuple[Link, ...]:
    """Those that join two parts which would otherwise lose touch with each other."""
    parts = [part_of(graph.parts_without(network, node.key)) for node in critical]
    return tuple(link for link in network.wanted if any(across(link, part) for part in parts))


def round_links(network: Network, critical: Sequence[Link]) -> tuple[Link, ...]:
    """Those that close a circle over one of these bridges."""
    solid = nx.Graph(network.graph)
    solid.remove_edges_from(link.ends for link in critical)
    part = part_of(graph.in_order(network, nx.connected_components(solid)))
    group = part_of(graph.groups(network))
    return tuple(link for link in network.wanted if across(link, part) and not across(link, group))


def between_groups(network: Network) -> tuple[Link, ...]:
    group = part_of(graph.groups(network))
    return tuple(link for link in network.wanted if across(link, group))


def between_kinds(network: Network, gaps: Sequence[Pair]) -> tuple[Link, ...]:
    missing = {frozenset(pair) for pair in gaps}
    return tuple(link for link in network.wanted if kinds(link) in missing)


def at(network: Network, nodes: Sequence[Node]) -> tuple[Link, ...]:
    """Those that would give one of these another link."""
    keys = {node.key for node in nodes}
    return tuple(link for link in network.wanted if keys & set(link.ends))


def part_of(parts: Sequence[Sequence[Node]]) -> dict[str, int]:
    return {node.key: index for index, part in enumerate(parts) for node in part}


def across(link: Link, part: dict[str, int]) -> bool:
    """Whether the link joins two different parts; False where one end is in none of them."""
    ends = [part.get(key) for key in link.ends]
    return None not in ends and ends[0] != ends[1]
