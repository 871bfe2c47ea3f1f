"""What a form says of a proxy beside its text, checked: its kind, and five short answers."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workshops.refusals import NotFit
from workshops.text import one_line

from ..models.proxy import LONGEST_ANSWER, Kind

# The stress test on request: what a group asks of a sign before it leans on it.
TEST = {
    "who_holds_it": gettext_lazy("Who holds it?"),
    "how_often": gettext_lazy("How often can it be seen?"),
    "how_late": gettext_lazy("How late would it tell us?"),
    "could_be_gamed": gettext_lazy("Could it be gamed?"),
    "seen_locally": gettext_lazy("Can the local side see it?"),
}


def kind_in(said: Mapping[str, str]) -> str:
    """The kind that was chosen, or NotFit."""
    kind = said.get("kind", "")
    if kind not in Kind.values:
        raise NotFit(_("Choose what it is: count it, look for it, people do it or people say it."))
    return kind


def answer(said: Mapping[str, str], field: str) -> str:
    """What was said in one line to one of the questions; nothing is an answer too."""
    words = one_line(said.get(field, ""))
    over = len(words) - LONGEST_ANSWER
    if over > 0:
        raise NotFit(
            ngettext(
                "“%(question)s” is too long by %(over)d character.",
                "“%(question)s” is too long by %(over)d characters.",
                over,
            )
            % {"question": TEST.get(field, _("Where to look")), "over": over}
        )
    return words


def answers(said: Mapping[str, str]) -> dict[str, str]:
    """The five answers of the stress test."""
    return {field: answer(said, field) for field in TEST}
