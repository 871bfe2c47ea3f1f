"""Brings the data folder up to date: tables, content, and the static files served from it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "fixtures" / "content" / "hsi-2024"


def fingerprint(folders: list[Path]) -> str:
    """One hash over the names and contents of every file below the folders."""
    digest = hashlib.sha256()
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.is_file()):
        digest.update(f"{file}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def collect_static() -> None:
    """Copies static files to where they are served from, when any of them changed."""
    from django.conf import settings
    from django.core.management import call_command

    folder = Path(settings.STATIC_ROOT)
    stamp = folder / ".stamp"
    wanted = fingerprint([*map(Path, settings.STATICFILES_DIRS), ROOT / "requirements"])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Collecting static files", flush=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(wanted)


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    import django
    from django.core.management import CommandError, call_command

    django.setup()
    try:
        collect_static()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_content", str(CONTENT))
    except (CommandError, OSError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
