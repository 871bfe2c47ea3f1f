"""A network as sketches: one for each piece that is drawn together, the largest first."""

from collections import defaultdict
from collections.abc import Sequence

from .. import nx
from ..graph import isolated
from ..links import Link, Network
from ..rules import Finding
from ..words import WANTED
from .boxes import box_of
from .labels import KIND
from .metrics import width
from .sketch import Line, Sketch, Stand

WEAK = {"critical_stakeholder", "load"}


def sketches(network: Network, findings: Sequence[Finding]) -> list[Sketch]:
    """Pieces by existing and wanted links: a wanted one is short when it joins what it draws near.

    Order comes from keys, so that the drawing does not depend on that of the rows.
    """
    graph = nx.Graph()
    graph.add_nodes_from(network.by_key)
    graph.add_edges_from(link.ends for link in (*network.links, *network.wanted))
    pieces = [sorted(piece) for piece in nx.connected_components(graph)]
    pieces.sort(key=lambda piece: (-len(piece), piece))
    stands = stands_of(network, findings)
    lines = lines_of(network, findings)
    return [sketch(piece, stands, lines) for piece in pieces]


def sketch(
    piece: list[str], stands: dict[str, Stand], lines: list[tuple[Link, bool, tuple[int, ...]]]
) -> Sketch:
    """One piece with its lines, all in the order of keys."""
    place = {key: nth for nth, key in enumerate(piece)}
    wide = round(width(str(WANTED), KIND, 400))
    drawn = [
        Line(one, other, link, wanted, numbers, wanted * wide)
        for link, wanted, numbers in lines
        if link.one.key in place
        for one, other in [sorted(place[key] for key in link.ends)]
    ]
    drawn.sort(key=lambda line: (line.one, line.other))
    return Sketch([stands[key] for key in piece], drawn)


def stands_of(network: Network, findings: Sequence[Finding]) -> dict[str, Stand]:
    """Each stakeholder's box, with its numbers and whether it is weak or isolated."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        for node in finding.nodes:
            numbers[node.key].append(finding.number)
    weak = {node.key for finding in findings if finding.rule in WEAK for node in finding.nodes}
    alone = {node.key for node in isolated(network)}
    return {
        key: Stand(box_of(node), tuple(numbers[key]), key in weak, key in alone)
        for key, node in network.by_key.items()
    }


def lines_of(
    network: Network, findings: Sequence[Finding]
) -> list[tuple[Link, bool, tuple[int, ...]]]:
    """Each link with whether it is only wanted, and its numbers."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        for link in finding.links:
            numbers[link.key].append(finding.number)
    existing = [(link, False, tuple(numbers[link.key])) for link in network.links]
    return existing + [(link, True, ()) for link in network.wanted]
