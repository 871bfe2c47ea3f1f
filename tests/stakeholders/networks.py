"""Networks for the tests of the map: the worked example, and random ones, always the same."""

import random

import yaml

from stakeholders.network import CATEGORIES, STRENGTHS, Network, Node, Tie
from tests.conftest import FOLDER

TABLE = yaml.safe_load((FOLDER / "worked_examples.yaml").read_text())["items"]
EXAMPLE = next(each for each in TABLE if each["key"] == "network_before")
KINDS = (*CATEGORIES, "unsorted")
ROLES = ("", "", "Tenancy officer", "Link worker", "Director")


def worked(*more: Tie) -> Network:
    """The worked example of the method, with further ties."""
    nodes = tuple(Node(each["id"], each["label"], each["category"]) for each in EXAMPLE["nodes"])
    return Network(nodes, (*(tie(link) for link in EXAMPLE["existing_links"]), *more))


def tie(link: str, **said) -> Tie:
    """A tie from "A-B"."""
    one, other = link.split("-")
    return Tie(link, one, other, **said)


def of(links: str, alone: str = "", **said) -> Network:
    """A network of local stakeholders, written as "A-B B-C", and those without a link."""
    keys = sorted(set(links.replace("-", " ").split()) | set(alone.split()))
    nodes = tuple(Node(key, key, "local_government") for key in keys)
    return Network(nodes, tuple(tie(link, **said) for link in links.split()))


def drawn_by_lot(size: int, existing: int, wanted: int, seed: int) -> Network:
    """So many stakeholders and links, with names, kinds, strengths and contacts of all sorts."""
    chance = random.Random(seed)
    nodes = tuple(
        Node(f"{n:03}", " ".join(["Public", "housing", "advice", "office"][: n % 4 + 1]), kind)
        for n in range(size)
        for kind in [chance.choice(KINDS)]
    )
    every = [(a, b) for a in range(size) for b in range(a + 1, size)]
    pairs = chance.sample(every, min(existing + wanted, len(every)))
    return Network(nodes, tuple(row(chance, n, n < existing, *p) for n, p in enumerate(pairs)))


def row(chance: random.Random, number: int, existing: bool, one: int, other: int) -> Tie:
    """One tie with everything about it chosen by lot."""
    return Tie(
        f"t{number}",
        f"{one:03}",
        f"{other:03}",
        status="existing" if existing else "wanted",
        strength=chance.choice(STRENGTHS),
        contact=chance.choice(ROLES),
        stand_in=chance.random() < 0.5,
    )
