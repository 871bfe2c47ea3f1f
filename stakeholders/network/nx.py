"""NetworkX, loaded when a map is first looked at: every start would wait half a second for it."""

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    return getattr(import_module("networkx"), name)
