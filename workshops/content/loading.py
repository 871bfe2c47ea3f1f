from pathlib import Path

from django.db import transaction

from ..models import ContentSet
from .folder import CheckedContent, read_folder
from .mistakes import ContentRefused


def load_folder(folder: Path, *, replace: bool = False) -> tuple[ContentSet, bool]:
    """Load a content set; return it and whether anything was changed.

    The same words loaded twice change nothing. Other words need a higher version,
    so that a workshop keeps the words it started with; `replace` overwrites a
    version that no workshop uses. Raises ContentRefused and changes nothing.
    """
    checked = read_folder(folder)
    with transaction.atomic():
        loaded = ContentSet.objects.filter(key=checked.head["key"])
        same = loaded.filter(version=checked.head["version"]).first()
        if same and same.digest == checked.digest:
            return same, False
        if reason := _why_not(checked, same, loaded.first(), replace):
            raise ContentRefused([checked.head_file.mistake(("version",), reason)])
        return store(checked, same or ContentSet()), True


def _why_not(
    checked: CheckedContent, same: ContentSet | None, newest: ContentSet | None, replace: bool
) -> str:
    """Return why this content may not be stored; empty when it may."""
    version = checked.head["version"]
    if same and replace and same.workshops.exists():
        return (
            f"Version {version} is in use by a workshop and cannot be replaced. "
            f"Raise the version to {version + 1}."
        )
    if same and not replace:
        return (
            f"Version {version} is already loaded with other words. Raise the version to "
            f"{version + 1}, or use --replace while no workshop uses it."
        )
    if not same and newest and newest.version > version:
        return f"Version {newest.version} is already loaded. Raise the version above it."
    return ""


def store(checked: CheckedContent, row: ContentSet) -> ContentSet:
    """Write checked content into a row and save it."""
    head = checked.head
    row.key, row.version, row.title = head["key"], head["version"], head["title"]
    row.language, row.source = head["language"], head["source"]
    row.licence = "\n\n".join(head["licence"])
    row.tables = {"set": head, **checked.tables}
    row.digest = checked.digest
    row.save()
    return row
