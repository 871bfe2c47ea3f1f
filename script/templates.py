"""Finds templates that would fail when used, or that the Content-Security-Policy would break."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {
    "inline script": re.compile(r"<script\b(?![^>]*\b(?:src=|type=\"application/json\"))", re.I),
    "inline style": re.compile(r"<style\b|<[a-z][^<>]*\sstyle=", re.I),
    "inline event handler": re.compile(r"<[a-z][^<>]*\son[a-z]+=", re.I),
    "address of another site in something the page loads": re.compile(
        r"\b(?:src|srcset|data)=\"(?:https?:)?//", re.I
    ),
}
# What becomes a PDF is read by a program without that policy; the colour stands in it.
PRINTED = ("debrief/print.html",)


def complaints(name: str, source: str) -> list[str]:
    """What is wrong with one template, each as `file:line: sentence`."""
    from django.template import TemplateDoesNotExist, TemplateSyntaxError
    from django.template.loader import get_template

    found = []
    try:
        get_template(name)
    except (TemplateSyntaxError, TemplateDoesNotExist) as error:
        found.append(f"templates/{name}: {error}")
    if not name.startswith(PRINTED):
        for what, pattern in FORBIDDEN.items():
            for match in pattern.finditer(source):
                line = source.count("\n", 0, match.start()) + 1
                found.append(f"templates/{name}:{line}: {what}, which the page's policy blocks.")
    return found


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    import django

    django.setup()
    folder = ROOT / "templates"
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in {".html", ".txt", ".svg", ".xml"}
    )
    found = [
        complaint
        for path in files
        for complaint in complaints(str(path.relative_to(folder)), path.read_text("utf-8"))
    ]
    print(*found, sep="\n") if found else print(f"{len(files)} templates compile.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
