"""What the map is made of: stakeholders, the rows about two of them, and the links these make."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from . import nx

if TYPE_CHECKING:
    from networkx import Graph

EXISTING, WANTED = "existing", "wanted"
STRENGTHS = ("weak", "working", "strong")
CATEGORIES = (
    "national_government",
    "local_government",
    "service_delivery_partners",
    "users_citizens",
)


@dataclass(frozen=True)
class Node:
    """A stakeholder. A category outside the four, as the tray's, belongs to no kind."""

    key: str
    label: str
    category: str = ""
    key_one: bool = False

    @property
    def is_sorted(self) -> bool:
        return self.category in CATEGORIES


@dataclass(frozen=True)
class Tie:
    """One row about two stakeholders, named by their keys, without direction."""

    key: str
    one: str
    other: str
    status: str = EXISTING
    strength: str = "working"
    purpose_clear: bool = True
    contact: str = ""
    stand_in: bool = False


@dataclass(frozen=True)
class Link:
    """What joins two stakeholders: one row, or several after doubles were merged."""

    one: Node
    other: Node
    ties: tuple[Tie, ...]

    @property
    def key(self) -> str:
        return self.ties[0].key

    @property
    def strength(self) -> str:
        """The strongest of its rows."""
        return max((tie.strength for tie in self.ties), key=STRENGTHS.index)

    @property
    def ends(self) -> tuple[str, str]:
        return self.one.key, self.other.key


@dataclass(frozen=True)
class Network:
    """Stakeholders and ties. A tie to itself, or to someone who is not here, makes no link."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Node]:
        return {node.key: node for node in self.nodes}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """One for each two stakeholders with an existing tie; only these count in findings."""
        return self._joined(tie for tie in self.ties if tie.status == EXISTING)

    @cached_property
    def wanted(self) -> tuple[Link, ...]:
        """One for each two stakeholders with a wanted tie and no existing one."""
        there = {frozenset(link.ends) for link in self.links}
        wanted = (tie for tie in self.ties if tie.status == WANTED)
        return self._joined(tie for tie in wanted if frozenset((tie.one, tie.other)) not in there)

    @cached_property
    def graph(self) -> "Graph":
        """Keys of stakeholders and the existing links between them, for reading only."""
        graph = nx.Graph()
        graph.add_nodes_from(self.by_key)
        graph.add_edges_from(link.ends for link in self.links)
        return nx.freeze(graph)

    @cached_property
    def betweenness(self) -> dict[str, float]:
        """How many shortest routes between two others run through each, unnormalised.

        Of several equally short routes between the same two, each counts as its share.
        """
        return nx.betweenness_centrality(self.graph, normalized=False)

    def _joined(self, ties: Iterable[Tie]) -> tuple[Link, ...]:
        """Parallel ties as one link, in the order of their first."""
        rows: dict[frozenset[str], list[Tie]] = defaultdict(list)
        for tie in ties:
            if tie.one != tie.other and {tie.one, tie.other} <= self.by_key.keys():
                rows[frozenset((tie.one, tie.other))].append(tie)
        return tuple(
            Link(self.by_key[found[0].one], self.by_key[found[0].other], tuple(found))
            for found in rows.values()
        )
