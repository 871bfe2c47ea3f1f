"""The answers of graph theory are those of simply trying everything."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholders.network import Network, graph
from tests.stakeholders.networks import of

pytestmark = pytest.mark.filterwarnings("error")
KEYS = "ABCDEFG"
PAIRS = [f"{a}-{b}" for a, b in combinations(KEYS, 2)]
networks = st.lists(st.sampled_from(PAIRS), max_size=12).map(
    lambda links: of(" ".join(links), alone=" ".join(KEYS))
)
quickly = settings(max_examples=120, derandomize=True, deadline=None)


def pairs_of(network: Network) -> set[tuple[str, str]]:
    return {link.ends for link in network.links}


def reached(start: str, pairs: set[tuple[str, str]], without: str = "") -> frozenset[str]:
    """Everyone whom one can reach, step by step."""
    found = {start}
    while True:
        more = {b for pair in pairs for a, b in (pair, pair[::-1]) if a in found and b != without}
        if more <= found:
            return frozenset(found)
        found |= more


def pieces(keys: str, pairs: set[tuple[str, str]], without: str = "") -> set[frozenset[str]]:
    return {reached(key, pairs, without) for key in keys if key != without}


def routes(start: str, end: str, pairs: set[tuple[str, str]]) -> list[tuple[str, ...]]:
    """All shortest routes between two, by trying all routes."""
    ways: list[tuple[str, ...]] = [(start,)]
    while ways:
        if arrived := [way for way in ways if way[-1] == end]:
            return arrived
        ways = [
            (*way, b)
            for way in ways
            for pair in pairs
            for a, b in (pair, pair[::-1])
            if a == way[-1] and b not in way
        ]
    return []


@quickly
@given(networks)
def test_pieces(network: Network):
    found = {frozenset(node.key for node in group) for group in graph.groups(network)}

    assert found == pieces(KEYS, pairs_of(network))


@quickly
@given(networks)
def test_critical_stakeholders(network: Network):
    pairs = pairs_of(network)
    alone = {key for key in KEYS if reached(key, pairs) == {key}}
    tried = {
        key
        for key in set(KEYS) - alone
        if len(pieces(KEYS, pairs, without=key)) > len(pieces(KEYS, pairs))
    }

    assert {node.key for node in graph.cut_vertices(network)} == tried


@quickly
@given(networks)
def test_critical_links(network: Network):
    pairs = pairs_of(network)
    before = len(pieces(KEYS, pairs))
    tried = {pair for pair in pairs if len(pieces(KEYS, pairs - {pair})) > before}

    assert {link.ends for link in graph.bridges(network)} == tried


@quickly
@given(networks)
def test_betweenness(network: Network):
    pairs = pairs_of(network)
    tried = dict.fromkeys(KEYS, 0.0)
    for one, other in combinations(KEYS, 2):
        shortest = routes(one, other, pairs)
        for way in shortest:
            for key in way[1:-1]:
                tried[key] += 1 / len(shortest)

    assert network.betweenness == pytest.approx(tried)


@quickly
@given(networks, st.sampled_from(KEYS))
def test_what_is_left_without_one(network: Network, key: str):
    pairs = pairs_of(network)
    mine = reached(key, pairs) - {key}
    found = {frozenset(node.key for node in part) for part in graph.parts_without(network, key)}

    assert found == {piece for piece in pieces(KEYS, pairs, without=key) if piece <= mine}
