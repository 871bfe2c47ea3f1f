"""Questions of graph theory about existing links, answered by NetworkX."""

from collections.abc import Iterable

from . import nx
from .links import Link, Network, Node


def groups(network: Network) -> list[tuple[Node, ...]]:
    """The connected pieces, in the order of their first stakeholder; one alone is a piece too."""
    return in_order(network, nx.connected_components(network.graph))


def isolated(network: Network) -> list[Node]:
    """Stakeholders without any existing link."""
    return [node for node in network.nodes if not network.graph.degree[node.key]]


def linked_once(network: Network) -> list[Node]:
    return [node for node in network.nodes if network.graph.degree[node.key] == 1]


def cut_vertices(network: Network) -> list[Node]:
    """Those whose leaving puts their piece asunder."""
    cutting = set(nx.articulation_points(network.graph))
    return [node for node in network.nodes if node.key in cutting]


def bridges(network: Network) -> list[Link]:
    """Links whose going splits a piece in two."""
    splitting = {frozenset(pair) for pair in nx.bridges(network.graph)}
    return [link for link in network.links if frozenset(link.ends) in splitting]


def parts_without(network: Network, key: str) -> list[tuple[Node, ...]]:
    """What becomes of a stakeholder's piece when this one leaves: one part, several, or none."""
    graph = network.graph
    rest = graph.subgraph(nx.node_connected_component(graph, key) - {key})
    return in_order(network, nx.connected_components(rest))


def in_order(network: Network, sets: Iterable[set[str]]) -> list[tuple[Node, ...]]:
    """Sets of keys as tuples of stakeholders, all in the network's own order."""
    place = {node.key: index for index, node in enumerate(network.nodes)}
    found = [sorted(keys, key=place.__getitem__) for keys in sets]
    found.sort(key=lambda keys: place[keys[0]])
    return [tuple(network.by_key[key] for key in keys) for keys in found]
