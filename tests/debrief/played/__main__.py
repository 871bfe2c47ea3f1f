"""Look at a played report. `python -m tests.debrief.played --pdf report.pdf`, or `--serve 8100`.

It works in a data folder of its own, which goes at the end. A server is on this machine only,
with a link that signs its facilitator in, and stops by itself.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

from bench.ready import copied
from bench.rooms import CONTENT
from tests.browser.served import ROOT, environment

from . import LONG, SIZES, play

LONGEST = 240  # minutes for a server


def main() -> None:
    """Play, make the report, and write or serve it."""
    asked = arguments()
    with TemporaryDirectory(prefix="played-") as folder:
        data = Path(asked.data or folder)
        is_ready = copied(data)
        os.environ.update(environment(data), DJANGO_SETTINGS_MODULE="hsi_workshop.settings")
        django.setup()
        if not is_ready:
            prepare()
        session = played(asked.size, asked.notes, asked.rows)
        if asked.keep_rows:
            keep_rows(asked.keep_rows)
            return
        report = made(session)
        if asked.pdf:
            shutil.copy(report.path, asked.pdf)
        if asked.keep:
            keep(report, asked.keep)
        if asked.serve:
            serve(session, asked.serve, min(asked.minutes, LONGEST), data)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told = "; ".join(f"{name}: {what}" for name, what in SIZES.items())
    parser.add_argument("--size", choices=SIZES, default="full", help=told)
    parser.add_argument("--notes", type=int, default=LONG, help="how many, in the long one")
    parser.add_argument("--pdf", type=Path, help="write the PDF to this file")
    parser.add_argument("--keep", type=Path, help="write snapshot, HTML and PDF to a folder")
    parser.add_argument("--keep-rows", type=Path, help="write the rows to a file, and no report")
    parser.add_argument("--serve", type=int, metavar="PORT", help="serve it on 127.0.0.1")
    parser.add_argument("--minutes", type=int, default=60, help="how long it is served")
    parser.add_argument("--rows", type=Path, help="go on from rows that were kept")
    parser.add_argument("--data", type=Path, help="an empty folder to keep the data in")
    return parser.parse_args()


def prepare() -> None:
    """Tables, content and static files."""
    call_command("migrate", verbosity=0)
    call_command("load_content", str(CONTENT), verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def played(size: str, notes: int, rows: Path | None):
    """One workshop in a new database, of which no report was made yet."""
    from workshops import endings

    endings._listeners.clear()  # the one that begins a report at the end
    if rows:
        return gone_on_with(rows, notes if size == "long" else 0)
    return play(size, notes)


def gone_on_with(rows: Path, notes: int):
    """The day that was kept, with so many notes at least; its first session is returned."""
    from workshops.models import Session

    from .crowd import write_more
    from .rows import load

    load(rows)
    session = Session.objects.order_by("pk")[0]
    if notes:
        write_more(session, notes)
    return session


def made(session):
    """Its first report, with its PDF."""
    from debrief import maker
    from debrief.models import Report

    report = Report.ask(session.workshop, None)
    maker.make_waiting()
    report.refresh_from_db()
    print(f"Version {report.version}: {report.get_state_display()} {report.error}", flush=True)
    return report


def keep_rows(path: Path) -> None:
    from .rows import dump

    dump(path)


def keep(report, folder: Path) -> None:
    """What tests read of a played day: see kept.py."""
    from debrief.printing import printable

    folder.mkdir(parents=True)
    (folder / "snapshot.json").write_text(json.dumps(report.snapshot))
    (folder / "report.html").write_text(printable(report.snapshot))
    shutil.copy(report.path, folder / "report.pdf")


def serve(session, port: int, minutes: int, data: Path) -> None:
    """Run the server until it is interrupted or its time is over."""
    from workshops.demo import ways_in

    at = f"http://127.0.0.1:{port}"
    for name, way in ways_in(session, at).items():
        print(f"{name:12} {way}")
    print(f"{'report':12} {at}/workshops/{session.workshop_id}/report/", flush=True)
    command = [sys.executable, "-m", "live.server", "-b", "127.0.0.1", "-p", str(port)]
    command += ["hsi_workshop.asgi:application"]
    try:
        subprocess.run(command, cwd=ROOT, env=environment(data), timeout=60 * minutes, check=False)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        print("The server has stopped.")


if __name__ == "__main__":
    main()
