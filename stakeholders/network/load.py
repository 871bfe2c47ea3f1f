"""How much runs through a stakeholder: low, medium or high, never a figure or a rank."""

from . import graph
from .links import Network

# Shares of the routes between others. On a ring, where nobody is better placed than anybody else, a
# stakeholder carries up to a quarter: a third is more than any even network asks of one.
HIGH, MEDIUM = 1 / 3, 1 / 10


def loads(network: Network) -> dict[str, str]:
    """Say for each stakeholder's key whether low, medium or high."""
    return {key: level(share) for key, share in shares(network).items()}


def level(share: float) -> str:
    if share >= HIGH:
        return "high"
    return "medium" if share >= MEDIUM else "low"


def shares(network: Network) -> dict[str, float]:
    """Betweenness as a share (0 to 1) of all pairs of others that reach each other today."""
    through = network.betweenness
    sizes = [(group, len(group)) for group in graph.groups(network)]
    pairs = sum(size * (size - 1) // 2 for _, size in sizes)
    others = {node.key: pairs - (size - 1) for group, size in sizes for node in group}
    return {key: through[key] / others[key] if others[key] else 0.0 for key in others}
