"""What else is looked at before release. Every rule yields points from what there is now."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.models import Note

from ..draft import Draft
from ..one_page.page import FINDINGS
from .points import Point, Points
from .to_know import empty, hidden, jobs, small_groups
from .wording import in_words


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
    """Say how many of the findings there are."""
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
