"""The same room as on the boards, gone on to the step that agrees."""

import pytest

from diagnosis.models import Reading
from tests.boards.conftest import joan, place, room, sam

__all__ = ["joan", "place", "room", "sam"]


@pytest.fixture
def reading(room, sam, joan) -> Reading:
    """The reading of Intractable, with Sam and Joan in the room."""
    room.go_to("diagnosis_agree")
    return Reading.objects.get(column__key="intractable")
