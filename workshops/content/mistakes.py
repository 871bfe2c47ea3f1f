from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, order=True)
class Mistake:
    """Something in a content file that its writer can put right.

    `line` counts from 1; `field` is the way to the value, such as
    `items[ill_defined].label`, or empty when the whole file is meant.
    """

    file: str
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}"
        return f"{where}, {self.field}: {self.reason}" if self.field else f"{where}: {self.reason}"


class ContentRefused(Exception):
    """A content set was not accepted; nothing was changed. `mistakes` says why."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


def written(way: tuple[str | int, ...], data: Any) -> str:
    """Return a way into `data` as people write it: `items[ill_defined].example_reasons[2]`.

    An entry of a list is named by its key, or by its place counted from 1.
    """
    field = ""
    for part in way:
        data = _inside(data, part)
        if isinstance(part, int):
            key = data.get("key") if isinstance(data, dict) else None
            field += f"[{key or part + 1}]"
        else:
            field += f".{part}"
    return field.lstrip(".")


def _inside(data: Any, part: str | int) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return None


def in_folder(path: Path) -> str:
    """Return the short name of a file in messages: its set's folder and its own name."""
    return f"{path.parent.name}/{path.name}"
