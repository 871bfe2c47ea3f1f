"""One PDF by one child process: what it is given, how long it may take, what its end means."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from . import child
from .limits import Limits
from .printing import ASSETS, FONTS, printable

EVERY = 0.25  # seconds between looks at the child
RENEW_EVERY = 5.0
LEFT_OVER = ".making-"  # how the folder of a job begins; it goes with the job
MEANINGS = {
    child.OUT_OF_MEMORY: "memory",
    child.DISK_FULL: "disk",
    -signal.SIGXCPU: "time",
    -signal.SIGKILL: "stopped",
    -signal.SIGTERM: "stopped",
    -signal.SIGABRT: "memory",  # how Pango and GLib end when they get no memory
    -signal.SIGTRAP: "memory",
}
FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class Unmade(Exception):
    """The child left no whole file; `error` is one of `models.Failure`."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


def render(
    snapshot: dict[str, Any], target: Path, limits: Limits, alive: Callable[[], None]
) -> str:
    """Make `target` from a snapshot and return its SHA-256; raises Unmade and leaves nothing.

    `alive` is called every few seconds while the child works.
    """
    with TemporaryDirectory(prefix=LEFT_OVER, dir=target.parent) as name:
        folder = Path(name)
        prepare(folder, printable(snapshot), limits)
        end = supervise(folder, limits, alive)
        made = folder / "report.pdf"
        if end != 0 or not made.exists():
            raise Unmade(MEANINGS.get(end, "broken"))
        digest = hashlib.sha256(made.read_bytes()).hexdigest()
        made.replace(target)
        sync(target.parent)
        return digest


def prepare(folder: Path, html: str, limits: Limits) -> None:
    """Lay out what the child gets: the finished HTML, the assets, its limits, our fonts only."""
    (folder / "report.html").write_text(html)
    (folder / "assets").symlink_to(ASSETS)
    (folder / "fonts.conf").write_text(FONTS_CONF.format(fonts=FONTS, cache=folder / "cache"))
    limits.save(folder / "limits.json")


def supervise(folder: Path, limits: Limits, alive: Callable[[], None]) -> int:
    """Run the child to its end or to the end of its time; return its exit code or -signal."""
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(  # noqa: S603  # our own module, no words of anybody
            [sys.executable, "-m", "debrief.child", str(folder)],
            cwd=settings.BASE_DIR,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        return wait(process, limits, alive)
    finally:
        process.kill()
        process.wait()


def wait(process: subprocess.Popen, limits: Limits, alive: Callable[[], None]) -> int:
    """Return the child's exit code; say every now and then that we are `alive`.

    Raises Unmade("time") when it has taken longer than it may.
    """
    started = renewed = time.monotonic()
    while (end := process.poll()) is None:
        time.sleep(EVERY)  # in the thread of the maker, which has nothing else to do
        now = time.monotonic()
        if now - started > limits.wall_seconds:
            raise Unmade("time")
        if now - renewed > RENEW_EVERY:
            alive()
            renewed = now
    return end


def environment(folder: Path) -> dict[str, str]:
    """All that the child learns from us: where our fonts are. No secret, no database."""
    return {
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
    }


def sync(folder: Path) -> None:
    """Make sure that a new name in a folder is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
