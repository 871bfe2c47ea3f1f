"""Scripts of the pages, bundled for a test that calls them without a server."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"


def bundled(entry: str, folder: str) -> str:
    """Return the script `entry`, whose imports are found from this folder of static/js."""
    if not ESBUILD.exists():
        pytest.fail("node_modules is missing: run script/bootstrap")
    made = subprocess.run(
        [ESBUILD, "--bundle", "--format=iife"],
        input=entry,
        cwd=ROOT / "static" / "js" / folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return made.stdout
