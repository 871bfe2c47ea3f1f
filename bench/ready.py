"""A data folder that is ready at once: a copy of the one that script/test has prepared."""

import os
import shutil
import sqlite3
from pathlib import Path

STAMP = ".stamp"  # stands among static files that are whole


def copied(folder: Path) -> bool:
    """Copy tables, content and static files from HSI_DATA, as script/prepare.py leaves them.

    False, and nothing is done, where that is no folder of tests or somebody's workshops.
    """
    ours = Path(os.environ.get("HSI_DATA", ""))
    kept = ours / "workshop.sqlite3"
    if not os.environ.get("HSI_TESTING") or not kept.exists() or is_used(kept):
        return False
    with sqlite3.connect(kept) as whole, sqlite3.connect(folder / kept.name) as new:
        whole.backup(new)
    if (ours / "static" / STAMP).exists():
        shutil.copytree(ours / "static", folder / "static", dirs_exist_ok=True)
    return True


def is_used(file: Path) -> bool:
    """Does it hold workshops, or not even tables?"""
    with sqlite3.connect(file) as database:
        known = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'workshops_workshop'")
        if known.fetchone() is None:
            return True
        return database.execute("SELECT 1 FROM workshops_workshop").fetchone() is not None
