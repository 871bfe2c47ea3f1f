"""A day is played, written down and printed once, until something that it is made of changes.

What is kept stands in the data folder of the tests, for all their processes.
"""

import fcntl
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from . import LONG

ROOT = Path(__file__).parents[3]
ROWS_OF = (
    *("boards", "diagnosis", "hsi_workshop", "indicators", "live", "stakeholders", "workshops"),
    *("debrief/migrations", "fixtures/content", "tests/debrief/played"),
)
MADE_OF = (*ROWS_OF, "debrief", "templates", "static/css", "requirements")
KINDS = {".py", ".html", ".svg", ".css", ".scss", ".yaml", ".txt", ".json"}
LONGEST = 400  # seconds


@dataclass(frozen=True)
class Kept:
    """The snapshot, the HTML that is printed and the PDF of one played day."""

    folder: Path

    @property
    def pdf(self) -> Path:
        return self.folder / "report.pdf"

    @property
    def html(self) -> str:
        return (self.folder / "report.html").read_text()

    @property
    def snapshot(self) -> dict[str, Any]:
        return json.loads((self.folder / "snapshot.json").read_text())


def kept(size: str = "full", notes: int = LONG) -> Kept:
    """Return what is kept of a day, played and printed now if it has to be."""
    rows = rows_of("full" if size == "long" else size)
    name = f"{size}-{notes}" if size == "long" else size
    asked = ["--size", size, "--notes", str(notes), "--rows", str(rows)]
    return Kept(made(f"report-{name}", MADE_OF, [*asked, "--keep"]))


def rows_of(size: str) -> Path:
    """The rows of a day, as a file: they outlast a change of how reports look."""
    return made(f"rows-{size}", ROWS_OF, ["--size", size, "--keep-rows"])


def made(name: str, of: tuple[str, ...], asked: list[str]) -> Path:
    """Return what a process with a database of its own makes, once for all processes."""
    home = Path(settings.DATA_DIR) / "played"
    home.mkdir(parents=True, exist_ok=True)
    target = home / f"{name}.{digest(of)}"
    with one_at_a_time(home / f"{name}.lock"):
        if not target.exists():
            for old in home.glob(f"{name}.*[!k]"):
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            play_apart([*asked, str(home / f"{name}.part")])
            (home / f"{name}.part").rename(target)
    return target


def play_apart(asked: list[str]) -> None:
    command = [sys.executable, "-m", "tests.debrief.played", *asked]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


@cache
def digest(of: tuple[str, ...]) -> str:
    """Stands for the words of all files in these folders, and for the day: it ended just now."""
    told = sha256(date.today().isoformat().encode())
    for place in of:
        for path in sorted((ROOT / place).rglob("*")):
            if path.suffix in KINDS:
                told.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the one place for this size among all processes."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
