"""Processor time of the relationship map: findings, drawing and SVG, beside betweenness alone.

`python -m bench.maps`, and the last part of script/bench. It needs no server and no data.
"""

import os
import random
import time
from collections.abc import Callable
from statistics import median

import django

SIZES = [(25, 40), (100, 200), (300, 600)]
TIMES = 7
MOST = 1.0  # second, for 100 stakeholders and 200 links


def main() -> None:
    """Measure each size; the spread of the bare betweenness is the machine's noise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    django.setup()
    print(__doc__.splitlines()[0], flush=True)
    for stakeholders, links in SIZES:
        show(stakeholders, links)


def show(stakeholders: int, links: int) -> None:
    """One size as lines of text: the parts in milliseconds, lowest to highest, and the ratio."""
    from stakeholders.network import findings

    def fresh():
        return a_network(stakeholders, links)

    bare = timed(lambda network: network.betweenness, fresh)
    found = timed(findings, fresh)
    whole = timed(picture, fresh)
    print(f"\n{stakeholders} stakeholders, {links} links")
    print(f"{'':26}{'median':>9}   lowest to highest, ms")
    rows = [("betweenness alone", bare), ("findings", found), ("all, to the SVG", whole)]
    for label, spent in rows:
        print(f"{label:26}{median(spent):9.1f}   {min(spent):.1f} to {max(spent):.1f}")
    print(f"{'all / betweenness':26}{median(whole) / median(bare):9.1f}")
    if (stakeholders, links) == (100, 200):
        verdict = "under" if median(whole) < MOST * 1000 else "OVER"
        print(f"{verdict} one second")


def timed(work: Callable, fresh: Callable) -> list[float]:
    """Processor milliseconds of each of some runs, each on a network that knows nothing yet."""
    work(fresh())  # fonts and templates are read once in the life of a server
    spent = []
    for _ in range(TIMES):
        network = fresh()
        start = time.process_time()
        work(network)
        spent.append((time.process_time() - start) * 1000)
    return spent


def picture(network) -> str:
    """All that a server does for one state of a map."""
    from django.template.loader import render_to_string

    from stakeholders.network import drawing, findings

    drawn = drawing(network, findings(network))
    return render_to_string("stakeholders/map/_drawing.svg", {"drawing": drawn})


def a_network(stakeholders: int, links: int):
    """The same network each time: names of usual length, contacts on half of the links."""
    from stakeholders.network import CATEGORIES, STRENGTHS, Network, Node, Tie

    chance = random.Random(stakeholders)  # noqa: S311  # the same each time, on purpose
    nodes = [
        Node(str(n), f"Housing advice office {n}", chance.choice([*CATEGORIES, "unsorted"]))
        for n in range(stakeholders)
    ]
    every = [(a, b) for a in range(stakeholders) for b in range(a)]
    ties = [
        Tie(f"{a}-{b}", str(a), str(b), "existing", chance.choice(STRENGTHS), True, role)
        for a, b in chance.sample(every, links)
        for role in [chance.choice(["", "", "Link worker", "Director"])]
    ]
    return Network(tuple(nodes), tuple(ties))


if __name__ == "__main__":
    main()
