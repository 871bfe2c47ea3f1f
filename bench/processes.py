"""What a program costs with all that it starts: processor seconds and the most memory at once."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05  # seconds between looks
TICKS = os.sysconf("SC_CLK_TCK")
LONGEST = 180  # seconds


@dataclass(frozen=True)
class Cost:
    """Processor seconds; megabytes in memory, what is shared counted once."""

    seconds: float
    megabytes: float


def cost_of(command: Sequence[str], env: Mapping[str, str]) -> Cost:
    """Run a program to its end and say what it took; raises when it fails or takes too long."""
    process = subprocess.Popen(  # noqa: S603  # our own child and an installed browser
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    spent: dict[int, float] = {}
    most, until = 0.0, time.monotonic() + LONGEST
    while True:
        here = session_of(process.pid)
        spent |= {pid: seconds for pid in here if (seconds := cpu_of(pid))}
        most = max(most, sum(memory_of(pid) for pid in here))
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > until:
            process.kill()
        time.sleep(EVERY)  # between two looks: nothing tells of a process that grows
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    # A process that others were forked from reaps them late or not: whichever count saw more.
    return Cost(max(used.ru_utime + used.ru_stime, sum(spent.values())), most)


def session_of(leader: int) -> list[int]:
    """The processes of a session, which a program and all that it started share."""
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if sid(pid) == leader]


def sid(pid: int) -> int:
    try:
        return os.getsid(pid)
    except OSError:
        return 0


def cpu_of(pid: int) -> float:
    """Processor seconds of one process so far; 0 when it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(pid: int) -> float:
    """Megabytes of one process, its share of what it has in common with others."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return int(rollup.split("Pss:")[1].split()[0]) / 1024 if "Pss:" in rollup else 0.0
