from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .mistakes import ContentRefused, Mistake, in_folder, written
from .plain_yaml import NotPlain, Way, parse


@dataclass(frozen=True)
class Document:
    """One content file: its data, and on which line each value stands."""

    path: Path
    data: Any
    lines: dict[Way, int] = field(default_factory=dict)

    def mistake(self, way: Way, reason: str) -> Mistake:
        """Return a mistake at a place in this file, or at the nearest place that exists."""
        nearest = way
        while nearest and nearest not in self.lines:
            nearest = nearest[:-1]
        line = self.lines.get(nearest, 1)
        return Mistake(in_folder(self.path), line, written(way, self.data), reason)


def read_document(path: Path) -> Document:
    """Read a file; raises ContentRefused when it cannot be read as plain YAML."""
    try:
        data, lines = parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _refused(path, 1, "There is no such file.") from None
    except (OSError, UnicodeDecodeError):
        raise _refused(path, 1, "This cannot be read as a UTF-8 text file.") from None
    except NotPlain as error:
        raise _refused(path, error.line, error.reason) from None
    return Document(path, data, lines)


def _refused(path: Path, line: int, reason: str) -> ContentRefused:
    return ContentRefused([Mistake(in_folder(path), line, "", reason)])
