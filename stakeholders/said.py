"""What a form says of a link, checked: two stakeholders on the board, and how they are linked."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.models import Note
from workshops.models import Workshop
from workshops.refusals import Conflict, NotFit
from workshops.text import one_line

from .models.relationship import LONGEST_ROLE, Relationship, Status, Strength
from .models.stakeholder import Stakeholder


def checked(note: Note, said: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the Relationship beside `note`, or NotFit or Conflict. Call inside the lock.

    A stakeholder that was merged is the one that stands for it.
    """
    workshop = note.board.session.workshop
    one, other = (end(workshop, said.get(name, "")) for name in ("one", "other"))
    if one == other:
        raise NotFit(_("A link needs two different stakeholders. Choose another one."))
    must_be_new(note, one, other)
    return {"one": one, "other": other, **how_linked(said)}


def how_linked(said: Mapping[str, str]) -> dict[str, Any]:
    """Everything but the two ends."""
    status, strength = said.get("status", ""), said.get("strength", "")
    if status not in Status.values:
        raise NotFit(_("Say whether the link exists today or is wanted."))
    if strength not in Strength.values:
        raise NotFit(_("Say how strong the link is: weak, working or strong."))
    return {
        "status": status,
        "strength": strength,
        "purpose_clear": said.get("purpose_clear") == "yes",
        "contact": role(said.get("contact", "")),
        "stand_in": said.get("stand_in") == "yes",
    }


def end(workshop: Workshop, key: str) -> Stakeholder:
    """The stakeholder that stands on the board for the one whose note has this id."""
    if not key:
        raise NotFit(_("Choose the two stakeholders that are linked: From and To."))
    found = Stakeholder.objects.filter(note=uuid_or_none(key), workshop=workshop).first()
    standing = found.note.survivor() if found else None
    # Nothing tells one that is hidden or late from one that never was.
    if standing is None or standing.state != "shown":
        raise NotFit(_("One of these two is not on the board any more. Choose another one."))
    return standing.stakeholder


def must_be_new(note: Note, one: Stakeholder, other: Stakeholder) -> None:
    """Raise Conflict when another link on the map has the same two ends."""
    these, those = one.note.family(), other.note.family()
    same = Q(one__note__in=these, other__note__in=those)
    same |= Q(one__note__in=those, other__note__in=these)
    if Relationship.objects.of(one.workshop).shown().filter(same).exclude(note=note).exists():
        raise Conflict(
            _("There is a link between these two already. Change that one, or have it changed.")
        )


def role(given: str) -> str:
    """Who holds the link, in at most LONGEST_ROLE code points; nothing is an answer too."""
    held_by = one_line(given)
    over = len(held_by) - LONGEST_ROLE
    if over > 0:
        raise NotFit(
            ngettext(
                "The role is too long by %(over)d character.",
                "The role is too long by %(over)d characters.",
                over,
            )
            % {"over": over}
        )
    return held_by


def uuid_or_none(key: str) -> UUID | None:
    """Read an id of a form; what is none names nobody."""
    try:
        return UUID(key)
    except ValueError:
        return None
