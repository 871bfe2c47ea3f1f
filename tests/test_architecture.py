"""The shape of the house, held by tests."""

import ast
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version

from workshops.activities import all_activities

HOUSE = Path(__file__).parent.parent
ROOMS = [
    "hsi_workshop",
    "live",
    "workshops",
    "boards",
    "diagnosis",
    "stakeholders",
    "indicators",
    "debrief",
]

# The first releases without a hole that applies to this product.
FLOORS = {"django": "5.2.16", "daphne": "4.2.2", "weasyprint": "70.0"}


def code_files() -> list[Path]:
    """Every Python file of the product, without migrations."""
    files = (path for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
    return [path for path in files if "migrations" not in path.parts]


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_stands_where_the_design_says(room: str):
    assert (HOUSE / room / "__init__.py").is_file()


def test_the_import_arrow_holds():
    # In a process of its own: a test that has loaded Twisted before would confuse it.
    lint = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(lint, cwd=HOUSE, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", FLOORS)
def test_no_library_is_older_than_its_floor(name: str):
    assert Version(version(name)) >= Version(FLOORS[name])


def test_only_one_module_touches_the_cookie_session():
    touching = [path for path in code_files() if "SESSION_ENGINE" in path.read_text()]

    assert touching == [HOUSE / "workshops" / "signed_in.py"]


def test_there_is_no_drawer_for_odds_and_ends():
    odd = {"utils.py", "helpers.py", "common.py", "misc.py"}

    assert [path for path in code_files() if path.name in odd] == []


def test_no_signals_carry_rules():
    assert [path for path in code_files() if "dispatch import receiver" in path.read_text()] == []


def test_files_are_small():
    lengths = sorted(len(path.read_text().splitlines()) for path in code_files())

    assert statistics.median(lengths) < 100
    assert lengths[-1] <= 250


def test_every_public_class_and_function_says_what_it_promises():
    silent = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
        for path in code_files()
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not is_self_explaining(node, path)
    ]

    assert silent == []


def is_self_explaining(node: ast.stmt, path: Path) -> bool:
    """A choice list, an app's configuration, or a library's form in our words names itself."""
    if not isinstance(node, ast.ClassDef):
        return len(ast.unparse(node).splitlines()) <= 4
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    return bool(bases & {"TextChoices", "AppConfig", "BaseCommand", "QuerySet", "Worded"})


def test_activities_are_found_and_their_keys_are_their_own():
    keys = [each.key for each in all_activities()]

    assert {"welcome", "diagnosis", "stakeholders", "indicators", "break", "close"} <= set(keys)
    assert len(keys) == len(set(keys))
