"""script/bench: how long a note takes to everyone, and what it costs, beside the least it could."""

import sys
import tempfile
from pathlib import Path
from statistics import median

from . import maps, reports
from .cases import Case, Figures, bare_seats, measured, seats_of
from .site import Server, Site

ROOM = Case(1, 200, 25, seconds=60)  # a full room in which everybody writes
FULL = [Case(1, 8, 10), Case(1, 50, 10), Case(1, 200, 5), ROOM, Case(25, 8, 25)]
QUICK = [Case(1, 8, 10), Case(1, 50, 10)]
ROWS = [
    ("seen by everyone, p50 ms", lambda f: f.seen[0]),
    ("                  p95 ms", lambda f: f.seen[1]),
    ("                  p99 ms", lambda f: f.seen[2]),
    ("acknowledged,     p50 ms", lambda f: f.acknowledged[0]),
    ("                  p95 ms", lambda f: f.acknowledged[1]),
    ("                  p99 ms", lambda f: f.acknowledged[2]),
    ("CPU of a note,        ms", lambda f: f.cpu_a_note),
    ("CPU of a delivery,    us", lambda f: f.cpu_a_delivery),
    ("memory of a socket,   KB", lambda f: f.memory),
]


def main(quick: bool) -> None:
    cases, seconds, floors = (QUICK, 5, 2) if quick else (FULL, 15, 3)
    print(__doc__.splitlines()[0], flush=True)
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            ours, bare = run(case, seconds, floors, Path(folder))
        show(case, ours, bare)
    print(flush=True)
    maps.main()
    if not quick:
        print(flush=True)
        reports.main()


def run(case: Case, seconds: int, floors: int, folder: Path) -> tuple[Figures, list[Figures]]:
    """The floor, the product, and the floor again, so that its spread is the machine's noise."""

    def bare() -> Figures:
        floor = Server("bench.floor:application", "/healthz")
        return measured(floor, bare_seats(case), int(case.a_second * seconds), case.a_second)

    before = bare()
    site = Site(folder, [case.people] * case.rooms)
    notes = int(case.a_second * (case.seconds or seconds))
    ours = measured(site, seats_of(site, case.people, site.rooms), notes, case.a_second)
    return ours, [before, *(bare() for _ in range(floors - 1))]


def show(case: Case, ours: Figures, bare: list[Figures]) -> None:
    print(f"\n{case.name}, {case.a_second:g} notes a second; not seen by someone: {ours.missing}")
    print(f"{'':26}{'ours':>9}{'floor':>9}{'ratio':>8}   floor, lowest to highest")
    for label, of in ROWS:
        floor = sorted(map(of, bare))
        middle = median(floor)
        ratio = f"{of(ours) / middle:8.1f}" if middle > 0 else f"{'-':>8}"
        print(f"{label:26}{of(ours):9.1f}{middle:9.1f}{ratio}   {floor[0]:.1f} to {floor[-1]:.1f}")
    sys.stdout.flush()


if __name__ == "__main__":
    main("quick" in sys.argv[1:])
