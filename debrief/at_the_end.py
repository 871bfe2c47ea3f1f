"""A report begins by itself when a session ends, so that it is there when someone asks for it."""

import logging

from django.db import close_old_connections

from workshops.models import Workshop

from .maker import aside, wake
from .models import Report

log = logging.getLogger(__name__)


def begin(workshop_id: int) -> None:
    """Have the next version made soon and elsewhere: whoever ended the session does not wait."""
    aside(_begin, workshop_id)


def _begin(workshop_id: int) -> None:
    try:
        Report.ask(Workshop.objects.get(pk=workshop_id), None)
        wake()
    except Exception:
        log.exception("The report could not be begun at the end of a session; its page offers it")
    finally:
        close_old_connections()
