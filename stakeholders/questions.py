"""What the sort step asks of the room: are these two the same?"""

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any, NamedTuple
from uuid import UUID

from django.template.loader import render_to_string

from boards.models import Board, Note
from live import rooms
from live.models import Change
from workshops.models.step import Mode

from .doubles import likely_doubles

MOST_AT_ONCE = 3  # questions, so that sorting goes on beside them


class Question(NamedTuple):
    """Is `goes` the same as `stays`, which would then stand for both?"""

    goes: Note
    stays: Note


def questions(board: Board) -> list[Question]:
    """Return the first few likely doubles on a board that nobody has said are two."""
    standing = Note.objects.standing().filter(column__board=board)
    notes = list(standing.with_everything().order_by("order"))
    families = [note.family() for note in notes]
    apart = kept_apart(board)
    asked = (
        Question(notes[goes], notes[stays])
        for goes, stays in likely_doubles([[each.text for each in family] for family in families])
        if not any(
            (one.pk, other.pk) in apart for one, other in product(families[goes], families[stays])
        )
    )
    return list(islice(one_of_each(asked), MOST_AT_ONCE))


def one_of_each(asked: Iterable[Question]) -> Iterator[Question]:
    """Of one note ask a single question at a time: each answer leads to the next."""
    going = set()
    for each in asked:
        if each.goes.pk not in going:
            going.add(each.goes.pk)
            yield each


def kept_apart(board: Board) -> set[tuple[UUID, UUID]]:
    """Return the pairs of notes, each both ways round, of which people said: keep both."""
    rows = Note.apart_from.through.objects.filter(from_note__column__board=board)
    return set(rows.values_list("from_note", "to_note"))


def questions_context(board: Board) -> dict[str, Any]:
    """The questions, while people sort; none in any other step."""
    return {"board": board, "questions": questions(board) if is_sorting(board) else []}


def is_sorting(board: Board) -> bool:
    step = board.running_step()
    return step is not None and step.mode == Mode.AGREE


def push(board: Board) -> None:
    """Ask everyone anew; outside the sort step only unask, so that no words stay behind."""
    key = f"doubles-{board.pk}"
    asked = Change.objects.filter(room__key=board.room_key, key=key, gone=False)
    if is_sorting(board) or asked.exists():
        html = render_to_string("stakeholders/_doubles.html", questions_context(board))
        rooms.push(board.room_key, key, html)
