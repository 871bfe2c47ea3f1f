"""The matrix asks every address in everybody's name: nobody is too fast for it."""

import pytest


@pytest.fixture(autouse=True)
def _in_no_hurry(unhurried) -> None:
    """Each test here begins with `unhurried`."""
