"""One answer to "what time is it", so that a test can compress a half-day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Return the server's time, in UTC.

    Under HSI_TESTING the file `clock-passed` in the data folder may hold seconds that pass
    at once; anywhere else that file is never read.
    """
    return as_set() + _told("clock-passed")


def as_set() -> datetime:
    """Return the time of day as someone has set it: `clock-offset` holds by how much, in tests."""
    return timezone.now() + _told("clock-offset")


def now_ms() -> int:
    """Return `now()` in milliseconds since 1970, as frames carry it."""
    return int(now().timestamp() * 1000)


def _told(file: str) -> timedelta:
    if not settings.TESTING:
        return timedelta()
    try:
        return timedelta(seconds=float((settings.DATA_DIR / file).read_text()))
    except (OSError, ValueError):
        return timedelta()
