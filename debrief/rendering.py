"""All forms by child processes: what these are given, how long they may take, what an end means."""

import json
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
from .folders import LEFT_OVER, keep, put
from .forms.naming import base_name
from .limits import Limits
from .printing import ASSETS, FONTS

EVERY = 0.25  # seconds between looks at the child
RENEW_EVERY = 5.0
JOBS = ("words", "pdf", "bundle")  # one child each: none carries what only another needs
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
    """A child left nothing whole; `error` is one of `models.Failure`."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


def render(
    snapshot: dict[str, Any], target: Path, limits: Limits, alive: Callable[[], None]
) -> list[dict[str, Any]]:
    """Make the folder `target` with every form of a snapshot and return what is in it.

    Raises Unmade and leaves nothing. `alive` is called every few seconds while a child works.
    """
    with TemporaryDirectory(prefix=LEFT_OVER, dir=target.parent) as name:
        folder = Path(name)
        prepare(folder, snapshot, limits)
        for job in JOBS:
            end = supervise(folder, job, limits, alive)
            if end != 0:
                raise Unmade(MEANINGS.get(end, "broken"))
        if not (folder / "files.json").exists():
            raise Unmade("broken")
        put(folder / "made", target)
        return json.loads((folder / "files.json").read_text())


def prepare(folder: Path, snapshot: dict[str, Any], limits: Limits) -> None:
    """Lay out what the children get: the snapshot, the assets, their limits, our fonts only."""
    keep(folder / "snapshot.json", json.dumps(snapshot).encode())
    keep(folder / "about.json", json.dumps(about(snapshot)).encode())
    (folder / "assets").symlink_to(ASSETS)
    (folder / "fonts.conf").write_text(FONTS_CONF.format(fonts=FONTS, cache=folder / "cache"))
    limits.save(folder / "limits.json")


def about(snapshot: dict[str, Any]) -> dict[str, Any]:
    """What the manifest says of a version, and what its files are called."""
    return {
        "name": base_name(snapshot),
        "title": snapshot["workshop"]["title"],
        "version": snapshot["version"],
        "state": "draft" if snapshot.get("draft", True) else "released",
        "taken_at": snapshot["taken_at"],
        "schema": snapshot["schema"],
    }


def supervise(folder: Path, job: str, limits: Limits, alive: Callable[[], None]) -> int:
    """Run a child to its end or to the end of its time; return its exit code or -signal."""
    with (folder / "said").open("ab") as said:
        process = subprocess.Popen(  # noqa: S603  # our own module, no words of anybody
            [sys.executable, "-m", "debrief.child", str(folder), job],
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
    """All that a child learns from us: our fonts, our colour. No secret, no database."""
    return {
        "DJANGO_SETTINGS_MODULE": "hsi_workshop.settings",
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "HOME": str(folder),
        "HSI_ACCENT": settings.ACCENT,
        "HSI_DATA": str(folder / "data"),
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder),
    }
