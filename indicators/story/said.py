"""What a form says of a response, checked: its owner, what calls for it, what it was first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.models import Note
from workshops.refusals import Conflict, NotFit
from workshops.text import one_line

from .columns import takes_indicators

if TYPE_CHECKING:
    from ..models import Indicator, Response

TICK = "calls-"  # before the key of an indicator: the name of its field


@dataclass(frozen=True)
class Said:
    """What stands beside the note of a response."""

    owner: str
    indicators: "list[Indicator]"
    instead_of: "Response | None"


def checked(note: Note, more: Mapping[str, str]) -> Said:
    """What these fields say of `note`, or NotFit or Conflict. Call inside the lock.

    A response needs words: its own, or those of a first response that everyone can see.
    """
    with_indicators = takes_indicators(note.board)
    first = first_named(note, more.get("instead_of", "")) if with_indicators else None
    if not note.text and first is None:
        raise NotFit(_("Write something first."))
    if not note.text and first and first.note.state != "shown":
        raise Conflict(_("This first response is not on the board any more."))
    ticks = ticked(note, more) if with_indicators else []
    return Said(owner(more.get("owner", "")), ticks, first)


def owner(given: str) -> str:
    """An organisation or a role, in at most LONGEST_OWNER code points, or nothing."""
    from ..models.response import LONGEST_OWNER

    named = one_line(given)
    over = len(named) - LONGEST_OWNER
    if over > 0:
        raise NotFit(
            ngettext(
                "The owner is too long by %(over)d character.",
                "The owner is too long by %(over)d characters.",
                over,
            )
            % {"over": over}
        )
    return named


def ticked(note: Note, more: Mapping[str, str]) -> "list[Indicator]":
    """The indicators whose field is there; one that was merged is the one it is now.

    Raises Conflict for one that was set aside meanwhile, unless it called for it before.
    """
    from ..models import Indicator

    keys = [name.removeprefix(TICK) for name in more if name.startswith(TICK)]
    found = [Indicator.named(note.board.session.workshop, key) for key in keys]
    if None in found:
        raise NotFit(_("One of the indicators is not here any more. Load the page again."))
    response = getattr(note, "response", None)
    before = response.tags if response else []
    for each in found:
        if each and each not in before:
            each.must_be_in_use()
    return list(dict.fromkeys(each for each in found if each))


def first_named(note: Note, key: str) -> "Response | None":
    """The first response of this session whose note has this id; None where none is named."""
    from ..models import Response

    if not key:
        return None
    found = Response.objects.of(note.board.session).firsts().filter(note=uuid_or_none(key)).first()
    if found is None:
        raise NotFit(_("This first response is not on the board any more."))
    return found


def uuid_or_none(key: str) -> UUID | None:
    """Read an id of a form; what is none names nobody."""
    try:
        return UUID(key)
    except ValueError:
        return None


def is_as_kept(response: "Response", more: Mapping[str, str]) -> bool:
    """Say whether these fields tell the same of a response as when it came."""
    if response.note.version > 1:
        return True
    of = str(response.instead_of.note_id) if response.instead_of else ""
    ticks = {name.removeprefix(TICK) for name in more if name.startswith(TICK)}
    if not takes_indicators(response.note.board):
        return response.owner == one_line(more.get("owner", ""))
    kept = set(response.indicators.values_list("key", flat=True))
    return (response.owner, of, kept) == (
        one_line(more.get("owner", "")),
        more.get("instead_of", ""),
        ticks,
    )
