"""One ZIP of all forms with a manifest, and each form under the name it is downloaded by."""

import hashlib
import json
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from ..folders import keep
from .naming import FORMS, Form
from .packing import below, packed

Files = list[tuple[str, bytes]]
SINGLE = {"report.pdf": "pdf", "tables.ods": "ods", "data.json": "json"}
TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pdf": "application/pdf",
    ".ttf": "font/ttf",
}


def bundle(folder: Path) -> None:
    """Leave `made`, with every form, and `files.json`, which says what these are."""
    about = json.loads((folder / "about.json").read_text())
    name, moment = about["name"], datetime.fromisoformat(about["taken_at"])
    files = [*below(folder / "inside"), ("report.pdf", (folder / "report.pdf").read_bytes())]
    files.append(("manifest.json", manifest(about, files)))
    contents = {form: content for inside, content in files if (form := SINGLE.get(inside))}
    contents["csv"] = packed(within(f"{name}-", files, "csv/"), moment)
    contents["zip"] = packed(within(f"{name}/", files), moment)
    told = [made(folder / "made", name, form, contents[form.key]) for form in FORMS]
    keep(folder / "files.json", json.dumps(told).encode())


def made(folder: Path, name: str, form: Form, content: bytes) -> dict[str, Any]:
    """Keep one form under its name, and say what it is."""
    keep(folder / f"{name}{form.ending}", content)
    return described(f"{name}{form.ending}", form.media_type, content, form=form.key)


def within(prefix: str, files: Files, begins: str = "") -> Files:
    """Files with their names lengthened, so that they unpack into one folder."""
    return [(f"{prefix}{name}", content) for name, content in files if name.startswith(begins)]


def manifest(about: dict[str, Any], files: Files) -> bytes:
    """What is in the ZIP: each file with its media type, size and SHA-256."""
    told = [described(name, media_type(name), content) for name, content in sorted(files)]
    return (json.dumps({**about, "files": told}, ensure_ascii=False, indent=1) + "\n").encode()


def media_type(name: str) -> str:
    return TYPES[PurePosixPath(name).suffix]


def described(name: str, media_type: str, content: bytes, **more: str) -> dict[str, Any]:
    """One file: what it is called and what it is."""
    digest = hashlib.sha256(content).hexdigest()
    size = {"bytes": len(content), "sha256": digest}
    return {**more, "name": name, "media_type": media_type, **size}
