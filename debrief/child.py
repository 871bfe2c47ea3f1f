"""The child process: turns finished HTML into a PDF. `python -m debrief.child <folder>`.

In the folder lie `report.html`, `limits.json` and the link `assets`; it leaves `report.pdf`.
It knows no database and no secret, opens no socket, starts no program, and stops at its limits.
Exit codes: 0 whole, 3 out of memory, 4 disk full, 5 anything else.
"""

import ctypes
import errno
import os
import resource
import signal
import sys
from pathlib import Path

from .limits import Limits

OUT_OF_MEMORY, DISK_FULL, BROKEN = 3, 4, 5
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "pty.")
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main(folder: Path) -> int:
    """Make `report.pdf` in the folder and return the exit code."""
    limits = Limits.load(folder / "limits.json")
    hold_back(limits)
    try:
        make(folder)
    except OSError as error:
        return DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else BROKEN
    except Exception as error:
        if isinstance(error, MemoryError) or most_used() > 0.9 * limits.memory_bytes:
            return OUT_OF_MEMORY
        raise
    return 0


def most_used() -> int:
    """Return the most address space this process ever had, in bytes.

    C extensions turn a failed allocation into errors of other names; this tells them apart.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmPeak:")[1].split()[0]) * 1024


def hold_back(limits: Limits) -> None:
    """Take on the limits, step behind the live workshop, and give up what is not needed."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file too large is an error, not a signal
    os.nice(10)
    # At the soft limit comes SIGXCPU, which says why; at the hard one SIGKILL.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 2))
    for kind, most in [
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_CORE, 0),
    ]:
        resource.setrlimit(kind, (most, most))


def make(folder: Path) -> None:
    """Render, write to the disk, and only then give the file its name."""
    from .pdf import pdf_of

    sys.addaudithook(refuse)
    part = folder / "report.part"
    with part.open("wb") as file:
        pdf_of((folder / "report.html").read_text(), folder / "assets", file)
        file.flush()
        os.fsync(file.fileno())
    part.rename(folder / "report.pdf")


def refuse(event: str, arguments: tuple) -> None:
    """Stop whatever would reach out of this process."""
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} is not for a report")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
