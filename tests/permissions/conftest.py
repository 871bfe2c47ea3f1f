"""The matrix asks every address in everybody's name: nobody is too fast for it."""

import pytest
from django.utils import timezone

from workshops import presence


@pytest.fixture(autouse=True)
def _in_no_hurry(unhurried) -> None:
    """Each test here begins with `unhurried`."""


@pytest.fixture
def still(monkeypatch) -> None:
    """Time stands still and nobody is noticed, so that two answers to one question are alike."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    monkeypatch.setattr(presence, "_push_if_changed", lambda session: None)
