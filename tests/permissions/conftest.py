"""The matrix asks every address in everybody's name: nobody is too fast for it."""

import pytest
from django.utils import timezone


@pytest.fixture(autouse=True)
def _in_no_hurry(unhurried) -> None:
    """Each test here begins with `unhurried`."""


@pytest.fixture
def still(monkeypatch) -> None:
    """The server's clock stands still, so that two answers to one question can be compared."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)
