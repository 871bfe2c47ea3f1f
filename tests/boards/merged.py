"""What tests of merging ask again and again."""

from boards.models import Deed, Note

from .conftest import Room


def fresh(note: Note) -> Note:
    return Note.objects.get(pk=note.pk)


def merge(note: Note, into: Note, by) -> None:
    note = fresh(note)
    note.merge(by, into, base=note.version)


def undo(by) -> str:
    return Deed.find(by).undo(by)


def on_board(room: Room) -> list[str]:
    return sorted(Note.objects.on_board().values_list("text", flat=True))


def shown_to_all(room: Room, note: Note) -> str:
    """What everyone was last sent of a note; nothing when it went."""
    change = room.change(note.live_key)
    return change.html if change else ""
