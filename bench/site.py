"""A real server of its own: a child on a free loopback port, with its own data folder.

HSI_SERVER says which: daphne, the one we ship with, or uvicorn, to show that another will do.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from .ready import copied

ROOT = Path(__file__).resolve().parent.parent
SERVERS = {
    "daphne": ["live.server", "--bind", "127.0.0.1"],
    "uvicorn": ["uvicorn", "--host", "127.0.0.1", "--log-level", "warning", "--lifespan", "off"],
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A server child. `application` is an import path; `env` is added to its environment."""

    def __init__(self, application: str, ready: str, env: dict[str, str] | None = None) -> None:
        self.application, self.ready = application, ready
        self.env = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *failure) -> None:
        self.stop()

    def start(self, within: float = 120) -> None:
        """Start it and wait until it answers."""
        module = SERVERS[self.env.get("HSI_SERVER") or "daphne"]
        command = [sys.executable, "-m", *module, "--port", str(self.port), self.application]
        # One of SERVERS with names of ours: nothing comes from outside.
        self.child = subprocess.Popen(command, cwd=ROOT, env=self.env)  # noqa: S603
        end = time.monotonic() + within
        while not self.answers():
            if self.child.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError(f"{self.application} did not start")
            time.sleep(0.1)  # between two questions whether it answers

    def stop(self) -> None:
        self.child.terminate()
        try:
            self.child.wait(10)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()

    def kill(self) -> None:
        """End it as a crash would: without a word to anyone."""
        self.child.kill()
        self.child.wait()

    def answers(self) -> bool:
        """Does it say 200?"""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            return opener.open(self.address + self.ready, timeout=5).status == 200
        except OSError:
            return False

    def cpu_seconds(self) -> float:
        """The processor time that the server has used so far."""
        fields = Path(f"/proc/{self.child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_kb(self) -> int:
        """The memory that the server holds now."""
        lines = Path(f"/proc/{self.child.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


class Site(Server):
    """The product itself, with a running workshop in `folder` for each number of `people`."""

    def __init__(self, folder: Path, people: Iterable[int] = (0,), **env: str) -> None:
        own = {"HSI_DATA": str(folder), "HSI_HTTPS": "off", "HSI_DEBUG": "off"}
        own |= {"DJANGO_SETTINGS_MODULE": "hsi_workshop.settings"}
        super().__init__("hsi_workshop.asgi:application", "/healthz", own | env)
        folder.mkdir(parents=True, exist_ok=True)
        copied(folder)
        made = subprocess.run(  # noqa: S603  # our own module and numbers
            [sys.executable, "-m", "bench.rooms", *map(str, people)],
            cwd=ROOT,
            env=self.env,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.rooms = [json.loads(line) for line in made.stdout.splitlines()]
