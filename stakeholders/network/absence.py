"""What if this one drops out: who loses touch with whom."""

from dataclasses import dataclass

from . import graph
from .links import Network, Node


@dataclass(frozen=True)
class Absence:
    """The parts that a stakeholder's former network falls into when this one leaves.

    With two parts or more, everyone in one loses touch with everyone in the others. `alone` are
    those who then have no link left at all.
    """

    node: Node
    parts: tuple[tuple[Node, ...], ...]

    @property
    def breaks(self) -> bool:
        return len(self.parts) > 1

    @property
    def alone(self) -> tuple[Node, ...]:
        return tuple(part[0] for part in self.parts if len(part) == 1)


def without(network: Network, key: str) -> Absence:
    """Take one stakeholder out, in thought; KeyError for one who is not in the network."""
    return Absence(network.by_key[key], tuple(graph.parts_without(network, key)))
