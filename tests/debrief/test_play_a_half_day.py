"""The played half-day is what other tests look at, so what it promises is held here."""

import pytest

from debrief.snapshot import snapshot_of
from tests.debrief.played import play


@pytest.fixture
def full(content, transactional_db):
    return play()


def test_every_activity_of_a_half_day_has_its_part(full):
    snapshot, _used = snapshot_of(full.workshop)
    ran = {part["key"] for part in snapshot["parts"] if part["data"]}
    assert ran == {
        "diagnosis",
        "stakeholders",
        "relationships",
        "first_response",
        "indicators",
        "additions",
        "proxies",
        "scenario",
        "debrief",
        "plan",
    }
