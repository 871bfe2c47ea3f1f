"""A real server for browser tests: Daphne in a process of its own, with its own database file."""

import fcntl
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.ready import copied

ROOT = Path(__file__).parent.parent.parent
NOWHERE = "http://the-server"
DEMOS = 30  # so many tests have one server, one after the other
PATIENCE = 30  # seconds until a server must answer


def environment(data: Path) -> dict[str, str]:
    """What a server and its commands are told: their own data, plain http, a clock to shift."""
    ours = {"HSI_DATA": str(data), "HSI_TESTING": "1", "HSI_HTTPS": "0", "HSI_DEBUG": "0"}
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    return {**kept, **ours}


def manage(data: Path, *arguments: str) -> str:
    """Run a management command on the server's own data and return what it printed."""
    return run(data, "manage.py", *arguments)


def run(data: Path, *arguments: str) -> str:
    """Run Python on the server's own data and return what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(data), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def prepare(data: Path) -> None:
    """Make a data folder with database, content, static files and demo workshops."""
    copied(data)
    run(data, "script/prepare.py")
    (data / "demos.json").write_text(run(data, "-m", "tests.browser.demos", str(DEMOS), NOWHERE))


@contextmanager
def nobody_makes_reports(data: Path) -> Iterator[None]:
    """Hold the one place for making them on this server, so that one that is asked for waits."""
    (data / "reports").mkdir(parents=True, exist_ok=True)
    with (data / "reports" / ".making").open("w") as place:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield


class Server:
    """Daphne on a free port. `facts` are the ways into a demo: code, console, screen, sign_in."""

    def __init__(self, prepared: Path, data: Path) -> None:
        shutil.copytree(prepared, data, dirs_exist_ok=True)
        self.data = data
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        demos = (data / "demos.json").read_text().replace(NOWHERE, self.address)
        self.demos = iter(json.loads(demos))
        self.next_demo()
        self.process: subprocess.Popen | None = None

    def next_demo(self) -> bool:
        """Go on with a workshop in which nobody has been yet, unless there is none left."""
        self.facts = next(self.demos, {})
        return bool(self.facts)

    def start(self) -> None:
        """Start and wait until /healthz answers; a server that runs already is left alone."""
        if self.process:
            return
        command = [sys.executable, "-m", "live.server", "-b", "127.0.0.1", "-p", str(self.port)]
        command += ["hsi_workshop.asgi:application"]
        with (self.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment(self.data), stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, (self.data / "server.log").read_text()
            assert time.monotonic() < until, "The server did not answer."
            time.sleep(0.1)

    def stop(self) -> None:
        """End the process that `start` made."""
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)  # twice what answers under way may take
            finally:
                self.process.kill()
                self.process = None

    def kill(self) -> None:
        """End the process at once, as a power cut or a crash would."""
        if self.process:
            self.process.kill()
            self.process.wait(timeout=15)
            self.process = None

    def restart(self) -> None:
        """Stop and start again on the same port with the same data."""
        self.stop()
        self.start()

    def shift_clock(self, seconds: float) -> None:
        """Let the server believe that it is this much later than it is."""
        (self.data / "clock-offset").write_text(str(seconds))

    def pass_time(self, seconds: float) -> None:
        """Let so much time have passed at once since the start, for every clock."""
        (self.data / "clock-passed").write_text(str(seconds))

    def running(self) -> tuple[int, str] | None:
        """The number and the label of the step that runs, as the rows have it: no page is made."""
        with closing(sqlite3.connect(self.data / "workshop.sqlite3")) as rows:
            return rows.execute(
                "SELECT step.id, label FROM workshops_step step"
                " JOIN workshops_session session ON session.id = session_id"
                " WHERE code = ? AND state IN ('active', 'paused')",
                [self.code],
            ).fetchone()

    @property
    def code(self) -> str:
        return self.facts["code"]

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False
