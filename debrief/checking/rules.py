"""What else is looked at before release. Every rule yields points from what there is now."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.models import Note
from workshops.models import LogEntry

from ..draft import Draft
from ..one_page.page import FINDINGS
from .points import Point
from .wording import in_words

Points = Iterator[Point]


def marking(draft: Draft) -> Points:
    """Government says on every page how it may be handled; others say that they need not."""
    if not draft.snapshot["workshop"]["marking"]:
        yield Point("marking", _("The report has no classification marking."), mend="marking")


def findings(draft: Draft) -> Points:
    """Three are asked for, each with the notes behind it."""
    found = draft.snapshot["one_page"]["findings"]
    if len(found) < len(FINDINGS):
        yield Point("findings", how_many(len(found)), mend="one-page")
    for place, each in enumerate(found, start=1):
        if not each["notes"]:
            where = _("Finding %(place)s names no notes behind it.") % {"place": place}
            yield Point("findings", where, each["line"], mend="one-page")


def how_many(written: int) -> str:
    if not written:
        return _("No finding is written yet.")
    sentence = ngettext(
        "%(number)d of three findings is written.",
        "%(number)d of three findings are written.",
        written,
    )
    return sentence % {"number": written}


def ownerless(draft: Draft) -> Points:
    """An action without an owner is nobody's."""
    notes = draft.snapshot["notes"]
    for part in draft.snapshot["parts"]:
        if part["key"] == "plan" and part["data"]:
            for place, each in enumerate(part["data"]["actions"], start=1):
                number = each.get("note", "")
                words = notes[number]["text"] if number else ""
                if not each["owner"]:
                    where = _("Action %(place)s of the plan") % {"place": place}
                    anchor = each.get("anchor", "plan")
                    yield Point(
                        "ownerless", where, words, about=number, anchor=anchor, mend="console"
                    )


def running(draft: Draft) -> Points:
    """What is released while people write is not what they leave."""
    for session in draft.workshop.sessions.all():
        if session.ended_at is None:
            where = _("%(session)s has not ended.") % {"session": named(session)}
            yield Point("running", where, mend="console")


def waiting(draft: Draft) -> Points:
    """Notes that came late wait for a facilitator; they are in no report until then."""
    for session in draft.workshop.sessions.all():
        late = Note.objects.filter(column__board__session=session, state="late").count()
        if late:
            sentence = ngettext(
                "%(number)d late note waits on the console.",
                "%(number)d late notes wait on the console.",
                late,
            )
            where = f"{sentence % {'number': late}} {named(session)}."
            yield Point("waiting", where, about=str(late), mend="console")


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


def named(session) -> str:
    return str(session.get_kind_display())


RULES: list[Callable[[Draft], Points]] = [
    in_words,
    marking,
    findings,
    ownerless,
    running,
    waiting,
    small_groups,
    empty,
    hidden,
    jobs,
]
