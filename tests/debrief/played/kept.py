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
MADE_OF = (
    *("boards", "debrief", "diagnosis", "hsi_workshop", "indicators", "live", "stakeholders"),
    *("workshops", "templates", "static/css", "fixtures/content", "requirements"),
    "tests/debrief/played",
)
KINDS = {".py", ".html", ".svg", ".css", ".scss", ".yaml", ".txt", ".json"}
LONGEST = 400  # seconds


@dataclass(frozen=True)
class Kept:
    """The rows, the snapshot, the HTML that is printed and the PDF of one played day."""

    folder: Path

    @property
    def rows(self) -> Path:
        return self.folder / "rows.json"

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
    """Return what is kept of a day, played now if it has to be."""
    name = f"{size}-{notes}" if size == "long" else size
    home = Path(settings.DATA_DIR) / "played"
    home.mkdir(parents=True, exist_ok=True)
    folder = home / f"{name}-{made_of()}"
    with one_at_a_time(home / f"{name}.lock"):
        if not folder.exists():
            for old in home.glob(f"{name}-*[!k]/"):
                shutil.rmtree(old, ignore_errors=True)
            play_apart(size, notes, folder)
    return Kept(folder)


def play_apart(size: str, notes: int, folder: Path) -> None:
    """Play in a process with a database of its own; the folder is there when all of it is."""
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    command = [sys.executable, "-m", "tests.debrief.played", "--size", size]
    command += ["--notes", str(notes), "--keep", str(part)]
    if size == "long":
        command += ["--rows", str(kept("full").rows)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    part.rename(folder)


@cache
def made_of() -> str:
    """A digest of all that a report is made of, and of the day: it ended five minutes ago."""
    told = sha256(date.today().isoformat().encode())
    for place in MADE_OF:
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
