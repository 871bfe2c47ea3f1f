"""What is good to know before release: it needs no answer."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.models import Note
from workshops.models import LogEntry

from ..draft import Draft
from .points import Point, Points


def small_groups(draft: Draft) -> Points:
    """What is withheld so that nobody in a group of one or two can be recognised."""
    for group in draft.snapshot["taking_part"]:
        together = ", ".join(group["together"]["kinds"])
        if together:
            where = _("Counted together in “Who took part”: %(kinds)s.") % {"kinds": together}
            yield told("small_groups", where, "who")
        elif group["total"] and not group["shown"]:
            yield told("small_groups", _("Where people speak from is not shown."), "who")
    for part in draft.snapshot["parts"]:
        rating = (part["data"] or {}).get("rating")
        if rating and rating["together"]:
            kinds = ", ".join(rating["together"])
            where = _("Told together in the ratings: %(kinds)s.") % {"kinds": kinds}
            yield told("small_groups", where, "indicators")
    if any(question["counts"] is None for question in asked(draft)):
        where = _("A closing question is not counted: fewer than three people answered.")
        yield told("small_groups", where, "pulse")


def asked(draft: Draft) -> Iterator[dict]:
    for session in draft.snapshot["pulse"]:
        yield from session["questions"]


def empty(draft: Draft) -> Points:
    """Sections that are said in one line."""
    for section in draft.snapshot["sections"]:
        if section["state"] != "told":
            yield told("empty", f"{section['number']} {section['title']}", section["anchor"])


def hidden(draft: Draft) -> Points:
    """What facilitators hid is in no report; some of it perhaps since the last release."""
    here = Note.objects.filter(column__board__session__workshop=draft.workshop, state="hidden")
    number = here.count()
    if number:
        sentence = ngettext(
            "%(number)d note is hidden and in no report.",
            "%(number)d notes are hidden and in no report.",
            number,
        )
        yield told("hidden", sentence % {"number": number} + since(draft))


def since(draft: Draft) -> str:
    """How many were hidden after the newest version of the report was asked for."""
    newest = draft.workshop.reports.filter(released_at__isnull=False).first()
    acts = LogEntry.objects.filter(session__workshop=draft.workshop, act="hid-a-note")
    if newest is None:
        return ""
    number = acts.filter(at__gt=newest.asked_at).count()
    sentence = ngettext(
        " %(number)d was hidden since version %(version)d was released.",
        " %(number)d were hidden since version %(version)d was released.",
        number,
    )
    return sentence % {"number": number, "version": newest.version}


def jobs(draft: Draft) -> Points:
    """Versions that are not made yet, or could not be made."""
    newest = draft.workshop.reports.first()
    if newest and newest.is_on_its_way:
        where = _("Version %(version)d is being made; the next one waits for its turn.")
        yield told("job", where % {"version": newest.version})
    elif newest and newest.state == "failed":
        where = _("Version %(version)d has no PDF.") % {"version": newest.version}
        yield told("job", f"{where} {newest.get_error_display()}")


def told(kind: str, where: str, anchor: str = "") -> Point:
    """A point that needs no answer."""
    return Point(kind, where, anchor=anchor, asks=False)
