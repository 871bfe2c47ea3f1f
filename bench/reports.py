"""Processor time and memory of printing a report, beside a browser that prints the same HTML.

`python -m bench.reports`, and a part of script/bench. The reports are those of a played
half-day: its first sections, its sections with a part of the notes, and one of a larger crowd.

Ours takes several times the processor time of the browser and less memory. It is Python all the
way and no part stands out: of 30 pages a tenth goes into loading, a tenth into parsing, two into
styles and boxes, three into layout, two into painting and tags, one into writing.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import django
import pikepdf

from .processes import Cost, cost_of

TIMES = 3
BROWSER = "chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--allow-file-access-from-files",
]
Snapshot = dict[str, Any]


def main(times: int = TIMES) -> None:
    """Print each size in turn with ours and with the browser; the spread is the machine's noise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    django.setup()
    print(__doc__.splitlines()[0], flush=True)
    load = os.getloadavg()[0]
    print(f"{load:.1f} processes were at work on {os.cpu_count()} processors when this began")
    for name, snapshot in snapshots():
        show(name, snapshot, times)


def snapshots() -> list[tuple[str, Snapshot]]:
    """About 15, 30 and 100 pages."""
    from tests.debrief.played.kept import kept

    full = kept("full").snapshot
    return [
        ("about 15 pages", {**full, "sections": full["sections"][:9]}),
        ("about 30 pages", {**full, "appendix": full["appendix"][:1]}),
        ("about 100 pages", kept("long").snapshot),
    ]


def show(name: str, snapshot: Snapshot, times: int) -> None:
    """One size as lines of text: processor seconds and memory, lowest to highest, and the ratio."""
    with TemporaryDirectory(prefix="bench-") as at:
        folder = Path(at)
        ours, theirs = laid_out(folder, snapshot)
        costs = [(cost_of(*ours), cost_of(*theirs)) for _time in range(times)]
        pages = [count(folder / each) for each in ("report.pdf", "browser.pdf")]
    print(f"\n{name}: {pages[0]} of ours, {pages[1]} of the browser's")
    print(f"{'':20}{'ours':>9}{'browser':>9}{'ratio':>8}   ours, browser: lowest to highest")
    row("CPU seconds", costs, lambda cost: cost.seconds)
    row("peak memory, MB", costs, lambda cost: cost.megabytes)


def row(label: str, costs: list[tuple[Cost, Cost]], of: Callable[[Cost], float]) -> None:
    ours, theirs = (sorted(map(of, each)) for each in zip(*costs, strict=True))
    ratio = median(ours) / median(theirs)
    spread = f"{ours[0]:.1f} to {ours[-1]:.1f}, {theirs[0]:.1f} to {theirs[-1]:.1f}"
    print(f"{label:20}{median(ours):9.1f}{median(theirs):9.1f}{ratio:8.2f}   {spread}")
    sys.stdout.flush()


Command = tuple[list[str], dict[str, str]]


def laid_out(folder: Path, snapshot: Snapshot) -> tuple[Command, Command]:
    """Return how our child and how the browser print the same HTML, both with our fonts only."""
    from debrief.limits import Limits
    from debrief.printing import ASSETS, printable
    from debrief.rendering import environment, prepare

    prepare(folder, snapshot, Limits())
    html = printable(snapshot)
    (folder / "report.html").write_text(html)
    page = folder / "browser.html"
    page.write_text(html.replace("<head>", f'<head><base href="{ASSETS.as_uri()}/">', 1))
    env = environment(folder)
    ours = [sys.executable, "-m", "debrief.child", str(folder), "pdf"]
    into = f"--print-to-pdf={folder / 'browser.pdf'}"
    theirs = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'browser'}", into, page.as_uri()]
    return (ours, env), (theirs, {**env, "PATH": os.environ["PATH"]})


def count(path: Path) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main()
