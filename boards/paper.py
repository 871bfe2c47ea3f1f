"""The pack to print: cards, questions and numbered blank sheets, on pages of A4."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from workshops.activities import all_activities
from workshops.doors import behind
from workshops.form_fields import required
from workshops.models import Session
from workshops.models.step import State
from workshops.viewers import Viewer

ON_A_PAGE = {"cards": 2, "questions": 4, "sheets": 6}
SHEETS, MOST_SHEETS, HIGHEST = 24, 120, 999
PARTS = [
    ("cards", _("A card for each column, for the wall")),
    ("questions", _("Cards with the questions")),
    ("sheets", _("Numbered blank sheets, for people without a device")),
]
STATES = {"now": _("now"), "past": _("has been"), "to_come": _("to come")}


@behind("see_console")
def pack(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What can be printed of the session's boards; nothing that anyone wrote is in it."""
    session = viewer.session
    assert session is not None
    found = papers(session)
    form = PackForm(session, found, request.GET or None)
    boards = [laid_out(each, form.chosen()) for each in found if each["key"] in form.boards()]
    context = {
        "session": session,
        "workshop": viewer.workshop,
        "form": form,
        "papers": found,
        "boards": boards,
        "pages": sum(len(board["pages"]) for board in boards),
    }
    response = render(request, "boards/paper.html", context)
    response["Cache-Control"] = "no-store"
    return response


def papers(session: Session) -> list[dict[str, Any]]:
    """What the activities of the agenda have for paper, each with the `state` of its steps."""
    steps = [step for step in session.agenda_steps() if step.state != State.SKIPPED]
    keys = dict.fromkeys(step.activity_key for step in steps)
    states = {key: [s.state for s in steps if s.activity_key == key] for key in keys}
    known = {each.key: each for each in all_activities()}
    found = [(known[key].paper(session), states[key]) for key in keys if key in known]
    return [{**paper, "state": state_of(states)} for paper, states in found if paper]


def state_of(states: list[str]) -> str:
    """Where the room stands with the steps of one activity: a key of STATES."""
    if {State.ACTIVE, State.PAUSED} & set(states):
        return "now"
    return "past" if State.PLANNED not in states else "to_come"


class PackForm(forms.Form):
    """Which boards, which parts, how many sheets and from which number. All of it by default."""

    board = forms.MultipleChoiceField(
        label=_("For which part of the agenda?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages=required(_("Choose at least one part of the agenda.")),
    )
    part = forms.MultipleChoiceField(
        label=_("What do you need?"),
        choices=PARTS,
        widget=forms.CheckboxSelectMultiple,
        error_messages=required(_("Choose at least one thing to print.")),
    )
    sheets = forms.IntegerField(
        label=_("How many blank sheets for each?"),
        help_text=_("Six stand on a page."),
        min_value=0,
        max_value=MOST_SHEETS,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter a whole number of sheets from 0 to 120."),
        ),
    )
    first = forms.IntegerField(
        label=_("Number of the first sheet"),
        help_text=_("When you print more, go on where the last sheets ended."),
        min_value=1,
        max_value=HIGHEST,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter a whole number from 1 to 999."),
        ),
    )

    def __init__(self, session: Session, found: list[dict[str, Any]], data: Any = None) -> None:
        self.usual = {
            "board": [each["key"] for each in found],
            "part": [part for part, _words in PARTS],
            "sheets": SHEETS,
            "first": 1,
        }
        super().__init__(data, initial=self.usual)
        choices = [(e["key"], f"{e['title']} ({STATES[e['state']]})") for e in found]
        board = self.fields["board"]
        assert isinstance(board, forms.MultipleChoiceField)
        board.choices = choices

    def chosen(self) -> dict[str, Any]:
        """What was asked for, else everything; empty while the form has a mistake."""
        if not self.is_bound:
            return self.usual
        return self.cleaned_data if self.is_valid() else {}

    def boards(self) -> list[str]:
        """The keys of the activities to print."""
        return self.chosen().get("board", [])


def laid_out(paper: dict[str, Any], chosen: dict[str, Any]) -> dict[str, Any]:
    """One activity's paper with its `pages`: each has a `part` and the `items` on it."""
    numbers = range(chosen["first"], chosen["first"] + chosen["sheets"])
    questions = [{**card, "text": text} for card in paper["cards"] for text in card["questions"]]
    parts: dict[str, Sequence[Any]] = {
        "cards": paper["cards"],
        "questions": questions,
        "sheets": numbers,
    }
    pages = [page for part in chosen["part"] for page in pages_of(part, parts[part])]
    return {**paper, "pages": pages}


def pages_of(part: str, items: Sequence[Any]) -> list[dict[str, Any]]:
    """As many pages as the items of a part need."""
    most = ON_A_PAGE[part]
    starts = range(0, len(items), most)
    return [{"part": part, "items": items[start : start + most]} for start in starts]
