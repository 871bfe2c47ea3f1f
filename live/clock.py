"""One answer to "what time is it", so that a test can compress a half-day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Return the server's time, in UTC.

    Under HSI_TESTING the file `clock-offset` in the data folder may hold seconds
    to add; anywhere else that file is never read.
    """
    return timezone.now() + (_offset() if settings.TESTING else timedelta())


def now_ms() -> int:
    """Return `now()` in milliseconds since 1970, as frames carry it."""
    return int(now().timestamp() * 1000)


def _offset() -> timedelta:
    try:
        return timedelta(seconds=float((settings.DATA_DIR / "clock-offset").read_text()))
    except (OSError, ValueError):
        return timedelta()
