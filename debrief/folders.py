"""Files on the disk: written whole, given their name when they are, taken away whole."""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

LEFT_OVER = ".making-"  # how a folder begins that nobody may rely on: a killed maker leaves it


def keep(path: Path, content: bytes) -> None:
    """Write a file to the disk, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Make sure that a new name in a folder is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(made: Path, target: Path) -> None:
    """Give a folder that is whole its name; one that a killed maker left there goes first."""
    discard(target)
    sync(made)
    made.rename(target)
    sync(target.parent)


def discard(folder: Path) -> None:
    """Take a folder away: at once for whoever looks, then from the disk."""
    if folder.is_dir():
        gone = Path(mkdtemp(prefix=LEFT_OVER, dir=folder.parent))
        folder.rename(gone / folder.name)
        shutil.rmtree(gone, ignore_errors=True)


def clear_away(under: Path) -> None:
    """Remove what a maker that was killed has left: it holds words of people."""
    for folder in under.glob(f"*/{LEFT_OVER}*"):
        shutil.rmtree(folder, ignore_errors=True)
