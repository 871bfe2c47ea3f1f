"""One point of the check list: what was found, where, and how it can be mended."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

KINDS = {
    "name": _("Names of people"),
    "email": _("E-mail addresses"),
    "telephone": _("Telephone numbers"),
    "nhs_number": _("NHS numbers"),
    "insurance_number": _("National Insurance numbers"),
    "postcode": _("Postcodes"),
    "marking": _("Marking"),
    "findings": _("Findings"),
    "ownerless": _("Actions without an owner"),
    "waiting": _("Notes that wait"),
    "running": _("Session"),
    "small_groups": _("Small groups"),
    "empty": _("Empty sections"),
    "hidden": _("Hidden notes"),
    "job": _("Versions on their way"),
}


@dataclass(frozen=True)
class Point:
    """What the list asks about, or only tells (`asks` is False).

    `found` are the words that gave rise to it within `words`. `note` is the id of the note, whose
    words can be changed at version `base` if it was entered for the room (else 0). `about` tells
    points of one kind and place apart that have no words, `mend` is where to mend it: one-page,
    facts, marking or console.
    """

    kind: str
    where: str
    words: str = ""
    found: tuple[str, ...] = ()
    note: str = ""
    number: str = ""
    anchor: str = ""
    asks: bool = True
    about: str = ""
    base: int = 0
    mend: str = ""

    @property
    def key(self) -> str:
        """The same for as long as the words are; a note may get another number meanwhile."""
        place = self.note or self.where
        told = "\n".join([self.kind, place, self.words, self.about, *self.found])
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def title(self) -> str:
        return str(KINDS[self.kind])


Points = Iterator[Point]
