"""Rows for what is done before a report leaves the room: write, check, mend, release."""

from uuid import uuid4

from boards.models import Board, Note
from debrief.draft import Draft

from .row import TENDS, Row
from .world import World


def here(world: World) -> list:
    return [world.workshop.pk]


def for_the_room(world: World) -> list:
    """A note that the owner has entered."""
    board = Board.objects.get(session=world.session, activity_key="diagnosis")
    note = Note.write(board, world.viewer("owner"), uuid4(), "unsolved", "Ring 01632 960 001")
    return [world.workshop.pk, note.pk]


def prepares(route: str, act: str, method: str = "GET", args=here, **data) -> Row:
    return Row(
        f"debrief:{route}",
        frozenset(TENDS),
        act,
        args=args,
        method=method,
        data=lambda world: data,
    )


PREPARING = [
    prepares("one-page", "write_report"),
    prepares("one-page", "write_report", "POST", line_1="Nobody holds the whole journey."),
    prepares("check", "write_report"),
    prepares("settle", "write_report", "POST", point="0" * 64, because="Checked."),
    prepares("ask-again", "write_report", "POST", point="0" * 64),
    prepares("check-marking", "plan", "POST", marking="OFFICIAL"),
    prepares(
        "check-hide",
        "hide_note",
        "POST",
        args=lambda world: [world.workshop.pk, world.note.pk],
        because="It names a person.",
    ),
    prepares("check-change", "enter_note", "POST", args=for_the_room, text="Ring Kit", base="1"),
    prepares("release", "release_report"),
    Row(
        "debrief:release",
        frozenset(TENDS),
        "release_report",
        args=here,
        method="POST",
        data=lambda world: {"checked": Draft(world.workshop).digest},
    ),
    prepares("withdraw", "release_report", args=lambda world: [world.workshop.pk, 1]),
    prepares("withdraw", "release_report", "POST", args=lambda world: [world.workshop.pk, 1]),
]
