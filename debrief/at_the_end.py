"""A report begins by itself when a session ends, so that it is there when someone asks for it."""

import logging
from datetime import timedelta

from django.db import close_old_connections
from django.db.models import Max

from live.clock import now
from workshops.models import Workshop

from .maker import aside, wake
from .models import Report

SOON = timedelta(seconds=30)  # by then it has been asked for, or never will be by itself

log = logging.getLogger(__name__)


def begin(workshop_id: int) -> None:
    """Have the next version made soon and elsewhere: whoever ended the session does not wait."""
    aside(_begin, workshop_id)


def is_beginning(workshop: Workshop, newest: Report | None) -> bool:
    """Say whether a session has ended just now and its report is about to be asked for."""
    ended = workshop.sessions.aggregate(at=Max("ended_at"))["at"]
    if ended is None or now() - ended > SOON:
        return False
    return newest is None or newest.asked_at < ended


def _begin(workshop_id: int) -> None:
    try:
        Report.ask(Workshop.objects.get(pk=workshop_id), None)
        wake()
    except Exception:
        log.exception("The report could not be begun at the end of a session; its page offers it")
    finally:
        close_old_connections()
