"""The child process: makes the forms of a report. `python -m debrief.child <folder> <job>`.

In the folder lie `snapshot.json`, `about.json`, `limits.json` and the link `assets`. Of its jobs
`words` leaves every form but the PDF and the `report.html` from which `pdf` makes `report.pdf`;
`bundle` leaves `made`, where all are, and `files.json`.
It knows no database and no secret, opens no socket, starts no program, and stops at its limits.
Exit codes: 0 whole, 3 out of memory, 4 disk full, 5 anything else.
"""

import ctypes
import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from .limits import Limits

Job = Callable[[Path], None]

OUT_OF_MEMORY, DISK_FULL, BROKEN = 3, 4, 5
FORBIDDEN = (
    *("socket.", "sqlite3.", "subprocess.", "pty."),
    *("os.exec", "os.system", "os.posix_spawn", "os.fork"),
)
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main(folder: Path, job: str) -> int:
    """Do one of `JOBS` in the folder and return the exit code."""
    limits = Limits.load(folder / "limits.json")
    hold_back(limits)
    try:
        make(folder, job)
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


def make(folder: Path, job: str) -> None:
    """Get ready while this process may still look around, then do the job."""
    work = JOBS[job]()
    sys.addaudithook(refuse)
    work(folder)


def words() -> Job:
    """Templates need Django; its settings find an empty folder here, and no secret of ours."""
    import django

    django.setup()
    from .forms.making import write_forms

    return write_forms


def pdf() -> Job:
    from .pdf import print_report

    return print_report


def bundle() -> Job:
    from .forms.bundle import bundle

    return bundle


JOBS: dict[str, Callable[[], Job]] = {"words": words, "pdf": pdf, "bundle": bundle}


def refuse(event: str, arguments: tuple) -> None:
    """Stop whatever would reach out of this process."""
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} is not for a report")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
