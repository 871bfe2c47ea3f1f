import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .documents import Document, read_document
from .mistakes import ContentRefused, Mistake
from .references import check_references
from .schemas import check_shape, known_tables
from .sums import check_sums

HEAD_FILE = "set.yaml"


@dataclass(frozen=True)
class CheckedContent:
    """A content set without mistakes: its head, its tables by name, and their fingerprint."""

    head_file: Document
    tables: dict[str, dict[str, Any]]

    @property
    def head(self) -> dict[str, Any]:
        return self.head_file.data

    @property
    def digest(self) -> str:
        """A fingerprint of every word, the same whatever the layout of the files."""
        text = json.dumps([self.head, self.tables], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def read_folder(folder: Path) -> CheckedContent:
    """Read a content set and check all of it; raises ContentRefused with every mistake found.

    Shapes are checked first: only tables of the right shape can be compared.
    """
    head = _read_head(folder / HEAD_FILE)
    tables, mistakes = _read_tables(folder, head)
    mistakes += _left_over(folder, head)
    for name, document in tables.items():
        mistakes += check_shape(document, name)
    if not mistakes:
        mistakes += _heads(head, tables) + check_references(tables) + check_sums(tables)
    if mistakes:
        raise ContentRefused(sorted(mistakes))
    return CheckedContent(head, {name: each.data for name, each in tables.items()})


def _read_head(path: Path) -> Document:
    head = read_document(path)
    if mistakes := check_shape(head, "set"):
        raise ContentRefused(sorted(mistakes))
    return head


def _read_tables(folder: Path, head: Document) -> tuple[dict[str, Document], list[Mistake]]:
    tables, mistakes = {}, []
    for n, name in enumerate(head.data["tables"]):
        if name not in known_tables():
            mistakes.append(head.mistake(("tables", n), f"“{name}” is not a table we know."))
            continue
        try:
            tables[name] = read_document(folder / f"{name}.yaml")
        except ContentRefused as refused:
            mistakes += refused.mistakes
    return tables, mistakes


def _left_over(folder: Path, head: Document) -> list[Mistake]:
    """Return what the list of tables lacks: tables we need, and files that nobody names."""
    here = {file.stem for file in folder.glob("*.y*ml")} - {"set"}
    lacking = sorted((known_tables() | here) - set(head.data["tables"]))
    return [head.mistake(("tables",), f"“{name}” is missing from this list.") for name in lacking]


def _heads(head: Document, tables: dict[str, Document]) -> list[Mistake]:
    """Return tables that belong to another name, language or later version than the set."""
    found = []
    for name, table in tables.items():
        if table.data["table"] != name:
            found.append(table.mistake(("table",), f"This file must hold the table “{name}”."))
        if table.data["language"] != head.data["language"]:
            found.append(table.mistake(("language",), f"The set is in {head.data['language']}."))
        if table.data["version"] > head.data["version"]:
            found.append(
                table.mistake(("version",), f"The set is at version {head.data['version']}.")
            )
    return found
