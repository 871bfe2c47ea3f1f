"""What goes into a parcel, and the sentence when it cannot be made."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.refusals import Conflict, NotFit

from ..forms.commas import csv_of
from . import parcel, tables
from .asked import Asked
from .files import name_in_parcel
from .parcel import Parcel
from .shelf import Entry, fresh

MEGABYTE = 1024 * 1024


def pack(asked: Asked) -> Parcel:
    """Return the parcel of what was chosen. Raises NotFit or Conflict with what to do."""
    chosen = asked.chosen
    must_be_some_and_not_too_many(asked, chosen)
    reports = list(fresh(chosen))
    if len(reports) < len(chosen):
        raise Conflict(_("A report was withdrawn just now: words in it have gone. Try again."))
    try:
        names = {report.workshop_id: name_in_parcel(report) for report in reports}
        files = {names[report.workshop_id]: report.path_of("zip") for report in reports}
        must_not_be_too_large(parcel.size_of(files))
        return Parcel(csv_of(tables.index(chosen, names)), files)
    except OSError as missing:
        raise Conflict(
            _("A file is missing on the server. Tell whoever looks after it.")
        ) from missing


def must_be_some_and_not_too_many(asked: Asked, chosen: list[Entry]) -> None:
    """Raise NotFit or Conflict with what to do where no parcel can be made of what was chosen."""
    if asked.has_lost_ticks and not asked.wants_all:
        raise Conflict(
            _("Something that you ticked is not on the desk any more. The rest is still ticked.")
        )
    if not chosen:
        raise NotFit(_("Tick the reports that you want first."))
    if len(chosen) > parcel.MOST:
        sentence = ngettext(
            "This is %(number)d report.", "These are %(number)d reports.", len(chosen)
        ) % {"number": len(chosen)}
        limit = _("One ZIP holds at most %(most)d: tick fewer, or narrow the search.")
        raise NotFit(f"{sentence} {limit % {'most': parcel.MOST}}")


def must_not_be_too_large(size: int) -> None:
    """`size` in bytes."""
    if size > parcel.MOST_BYTES:
        sentence = _(
            "Together these reports have %(size)d MB. One ZIP holds at most %(most)d MB: "
            "tick fewer."
        )
        megabytes = {"size": -(-size // MEGABYTE), "most": parcel.MOST_BYTES // MEGABYTE}
        raise NotFit(sentence % megabytes)
