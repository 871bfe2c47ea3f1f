"""What a later session should know of the stakeholders, and whom to invite to it."""

from typing import Any

from boards.models import Board, Note
from workshops.look_back import held_before
from workshops.models import Session

from .models import Stakeholder

FEW = 160  # characters of names that are read from afar, in three lines of the screen


def look_back(session: Session) -> dict[str, Any] | None:
    """Return the names under each of the `kinds`, the `key` ones and the `missing`, as `listed`.

    Who will ask the missing ones may be a person's name: that is for those who invite.
    """
    board = board_of(session)
    if board is None:
        return None
    found = standing(board)
    kinds = [
        (column.label, [each.name for each in found if each.category == column.key])
        for column in board.columns.all()
    ]
    return {
        "kinds": [{"label": label, "names": listed(names)} for label, names in kinds if names],
        "key": listed([each.name for each in found if each.is_key]),
        "missing": listed([each.name for each in found if each.is_not_in_the_room]),
    }


def named_before(session: Session) -> list[dict[str, Any]]:
    """What is told of each earlier session of the workshop in which anyone was named."""
    told = [look_back(each) for each in held_before(session)]
    return [each for each in told if each and each["kinds"]]


def listed(names: list[str]) -> dict[str, Any]:
    """`all` the names; the `first` few, at least one, and how many `more` there are."""
    room = FEW
    first: list[str] = []
    for name in names:
        room -= len(name)
        if first and room < 0:
            break
        first.append(name)
    return {"all": names, "first": first, "more": len(names) - len(first)}


def voices_missing(session: Session) -> list[dict[str, str]]:
    """Those who were not in the room, in the order of the board."""
    board = board_of(session)
    if board is None:
        return []
    return [
        {"name": each.name, "kind": each.note.column.label, "approached_by": each.asked_by}
        for each in standing(board)
        if each.is_not_in_the_room
    ]


def board_of(session: Session) -> Board | None:
    return Board.objects.filter(session=session, activity_key="stakeholders").first()


def standing(board: Board) -> list[Stakeholder]:
    """What everyone sees on the board, by kind: nothing hidden, sealed or merged away."""
    notes = Note.objects.on_board().shown().filter(column__board=board)
    ordered = notes.with_everything().order_by("column__position", "order")
    return [note.stakeholder for note in ordered]
