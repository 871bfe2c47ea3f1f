"""What tests of added indicators ask of a room."""

from uuid import uuid4

from boards.models import Board, Note
from indicators.models import Addition, Indicator
from workshops.viewers import Viewer

LABEL = "Money can follow the person"


def board_of(room, key: str) -> Board:
    return Board.objects.get(session=room.session, activity_key=key)


def suggest(room, by: Viewer, label: str = LABEL, **said: str) -> Addition:
    """Propose an indicator as the form does, in whatever step the room is on."""
    board = board_of(room, "additions")
    return Note.write(board, by, uuid4(), "proposed", label, said).addition


def adopted(room, by: Viewer, label: str = LABEL) -> Addition:
    addition = suggest(room, by, label)
    addition.adopt(room.grace, "proposed")
    return addition


def write_for(room, by: Viewer, key: str, text: str, about: str = "indicators") -> Note:
    """A note of the reading, or with `about` a proxy, for the indicator `key`."""
    return Note.write(board_of(room, about), by, uuid4(), key, text, {"column": key, **PROXY})


PROXY = {"kind": "practice"}


def where(note: Note) -> str:
    """The key of the column in which a note is now."""
    note.refresh_from_db()
    return note.column.key


def keys_in_use(room) -> list[str]:
    return [each.key for each in Indicator.of(room.session.workshop).in_use()]
