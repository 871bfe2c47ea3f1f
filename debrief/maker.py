"""Makes the reports that wait: one at a time on a server, in children, behind the workshop."""

import fcntl
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections

from workshops.models import Workshop

from .folders import clear_away, discard
from .limits import Limits
from .models import Report
from .rendering import Unmade, render

log = logging.getLogger(__name__)
_going = threading.Lock()


def wake() -> None:
    """Make whatever waits, in a thread of its own; does nothing when one is at it already.

    A job whose maker died is taken up by the next call after its lease has run out.
    """
    aside(_work)


def renew(workshop_id: int) -> None:
    """Withdraw and make again, soon and elsewhere, what quotes words that have just gone."""
    if Report.objects.filter(workshop=workshop_id).exclude(state="withdrawn").exists():
        aside(_renew, workshop_id)


def aside(work: Callable[..., None], *args: int) -> None:
    """Do this in a thread of its own: nobody who writes or reads waits for it."""
    threading.Thread(target=work, args=args, name="report-maker", daemon=True).start()


def _renew(workshop_id: int) -> None:
    try:
        Report.renew_stale(Workshop.objects.get(pk=workshop_id))
        wake()
    except Exception:
        log.exception("A report that quotes what went could not be made again yet")
    finally:
        close_old_connections()


def _work() -> None:
    if not _going.acquire(blocking=False):
        return
    try:
        make_waiting()
    except Exception:
        log.exception("The reports that wait could not be made")
    finally:
        close_old_connections()
        _going.release()


def make_waiting(limits: Limits | None = None) -> None:
    """Make every report that waits, one after the other; leave if another process is at it."""
    with one_on_this_server() as mine:
        if mine:
            clear_away(Path(settings.MEDIA_ROOT))
        while mine and (report := Report.take_next()):
            make(report, limits or Limits())


def make(report: Report, limits: Limits) -> None:
    """Make one report's forms, or say why not. Until all are whole nothing is changed."""
    folder = settings.MEDIA_ROOT / str(report.workshop_id) / f"version-{report.version}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        files = render(report.snapshot, folder, limits, report.renew)
    except Unmade as reason:
        report.fail(reason.error)
    except OSError:
        log.exception("A report could not be written")
        report.fail("disk")
    except Exception:
        log.exception("A report could not be made")
        report.fail("broken")
    else:
        if not report.finish(str(folder.relative_to(settings.MEDIA_ROOT)), files):
            discard(folder)


@contextmanager
def one_on_this_server() -> Iterator[bool]:
    """Hold the one place for making reports on this machine; False when it is taken."""
    lock = Path(settings.MEDIA_ROOT) / ".making"
    lock.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
