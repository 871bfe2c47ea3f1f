"""What the map says, by rule (domain brief 4.10). Each rule has its words in a template."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import contacts, gaps, graph, ways
from .contacts import Contact
from .gaps import Pair
from .links import Link, Network, Node
from .load import loads


@dataclass(frozen=True)
class Finding:
    """One numbered row: its rule and everything it is about.

    `wanted` are links people wish for that would mend it: the next question may name them. `of` is
    how many pairs of categories there are in all, where the finding is about such pairs.
    """

    rule: str
    number: int = 0
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[Contact, ...] = ()
    groups: tuple[tuple[Node, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()
    of: int = 0
    wanted: tuple[Link, ...] = ()

    @property
    def says(self) -> str:
        """The template that says it in words."""
        return f"stakeholders/map/says/{self.rule}.html"

    @property
    def asks(self) -> str:
        """The template with its next question."""
        return f"stakeholders/map/asks/{self.rule}.html"


@dataclass(frozen=True)
class Summary:
    """Counts for one sentence: "6 stakeholders, 4 links, 2 groups that do not reach each other"."""

    stakeholders: int
    links: int
    wanted: int
    groups: int


def findings(network: Network) -> list[Finding]:
    """Return every finding that has something to say, numbered from 1 in the order of the brief."""
    found = [finding for rule in RULES if (finding := rule(network))]
    return [replace(finding, number=place) for place, finding in enumerate(found, start=1)]


def summary(network: Network) -> Summary:
    return Summary(
        len(network.nodes), len(network.links), len(network.wanted), len(graph.groups(network))
    )


def one_person(network: Network) -> Finding | None:
    """An existing link with a contact role and no stand-in."""
    roles = tuple(contacts.single(network.links))
    links = tuple(link for role in roles for link in role.links)
    return Finding("one_person", links=links, contacts=roles) if roles else None


def overloaded_contact(network: Network) -> Finding | None:
    """One role is the only contact on two existing links or more."""
    roles = tuple(contacts.overloaded(network.links))
    links = tuple(link for role in roles for link in role.links)
    return Finding("overloaded_contact", links=links, contacts=roles) if roles else None


def critical_stakeholder(network: Network) -> Finding | None:
    """A cut vertex: taking it out leaves its former network in more pieces."""
    nodes = tuple(graph.cut_vertices(network))
    wanted = ways.round_stakeholders(network, nodes)
    return Finding("critical_stakeholder", nodes=nodes, wanted=wanted) if nodes else None


def critical_link(network: Network) -> Finding | None:
    """A bridge: taking it out splits a piece in two."""
    links = tuple(graph.bridges(network))
    wanted = ways.round_links(network, links)
    return Finding("critical_link", links=links, wanted=wanted) if links else None


def isolated(network: Network) -> Finding | None:
    """No existing link."""
    nodes = tuple(graph.isolated(network))
    return Finding("isolated", nodes=nodes, wanted=ways.at(network, nodes)) if nodes else None


def separate_groups(network: Network) -> Finding | None:
    """More than one connected piece."""
    found = tuple(graph.groups(network))
    wanted = ways.between_groups(network)
    return Finding("separate_groups", groups=found, wanted=wanted) if len(found) > 1 else None


def category_gap(network: Network) -> Finding | None:
    """No existing link between any members of two categories that both have members."""
    missing = tuple(gaps.category_gaps(network))
    wanted = ways.between_kinds(network, missing)
    of = len(gaps.pairs(network))
    return Finding("category_gap", pairs=missing, of=of, wanted=wanted) if missing else None


def thinly_tied(network: Network) -> Finding | None:
    """A key stakeholder with exactly one existing link."""
    nodes = tuple(node for node in graph.linked_once(network) if node.key_one)
    return Finding("thinly_tied", nodes=nodes, wanted=ways.at(network, nodes)) if nodes else None


def load(network: Network) -> Finding | None:
    """Those with a high load. Nobody is named for less, so that no ranking comes of it."""
    levels = loads(network)
    nodes = tuple(node for node in network.nodes if levels[node.key] == "high")
    return Finding("load", nodes=nodes) if nodes else None


RULES: tuple[Callable[[Network], Finding | None], ...] = (
    one_person,
    overloaded_contact,
    critical_stakeholder,
    critical_link,
    isolated,
    separate_groups,
    category_gap,
    thinly_tied,
    load,
)
