"""The form for the one page: three findings, and what else stands there."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshops.form_fields import LineField

from ..draft import Draft
from .filling import choices, in_words, initial, shown_as
from .numbers import NumbersField
from .page import FINDINGS, OnePage
from .telling import MOST_ACTIONS

LONGEST_LINE = 120
LONGEST_SENTENCE = 280
PIECES = [
    ("changed", _("How many actions are the same, changed or new")),
    ("actions", _("The top actions")),
    ("gap", _("The widest gap")),
    ("without_proxy", _("Indicators without a proxy")),
    ("missing", _("Missing voices and who approaches them")),
    ("next_look", _("The next look")),
]
GAPS = [
    ("", _("The relationship map, or else the ratings")),
    ("map", _("The relationship map")),
    ("ratings", _("The ratings")),
]


class OnePageForm(forms.Form):
    """Filled in with what stands there. Each field says what it was filled in with, so that
    only what somebody has changed is written, and only over what they saw.

    `numbering` stands for the numbers of all notes: they are others once one is hidden.
    """

    use_required_attribute = False
    numbering = forms.CharField(widget=forms.HiddenInput, required=False)
    actions = forms.MultipleChoiceField(
        label=_("Top actions"),
        help_text=_(
            "In the order of their votes, then new, changed, same. Tick up to three. "
            "With no tick the first three that are changed or new stand there."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        show_hidden_initial=True,
    )
    gap_from = forms.ChoiceField(
        label=_("Where to look for the widest gap"),
        choices=GAPS,
        widget=forms.RadioSelect,
        required=False,
        show_hidden_initial=True,
    )
    left_out = forms.MultipleChoiceField(
        label=_("Leave out of the page"),
        help_text=_("What there is nothing to say of is left out by itself."),
        choices=PIECES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        show_hidden_initial=True,
    )

    def __init__(self, draft: Draft, page: OnePage, data: Any = None) -> None:
        self.draft, self.page = draft, page
        super().__init__(data, initial=initial(draft, page))
        for number in FINDINGS:
            self.fields |= finding_fields(number, draft.ids)
        names = [name for n in FINDINGS for name in finding_names(n)]
        self.order_fields([*names, "actions", "gap_from", "left_out"])
        if offered := choices(draft):
            # A field of choices, which the stubs know as any field.
            self.fields["actions"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["actions"]

    def findings(self) -> list[list[forms.BoundField]]:
        """The fields of each finding."""
        return [[self[name] for name in finding_names(n)] for n in FINDINGS]

    def choices(self) -> list[forms.BoundField]:
        """The fields for what else stands there."""
        return [self[name] for name in ("actions", "gap_from", "left_out") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for number in FINDINGS:
            line, more = cleaned.get(f"line_{number}"), ("sentence", "notes")
            if line == "" and any(cleaned.get(f"{name}_{number}") for name in more):
                self.add_error(f"line_{number}", _t("Write the finding in one line, too."))
        if cleaned.get("numbering") != self.draft.numbering:
            self.ask_for_numbers_again()
        return cleaned

    def clean_actions(self) -> list[str]:
        if len(self.cleaned_data["actions"]) > MOST_ACTIONS:
            raise ValidationError(_t("Tick up to three actions."))
        return self.cleaned_data["actions"]

    def ask_for_numbers_again(self) -> None:
        """A number that was typed may be that of another note by now."""
        sentence = _t("A note came or went, so numbers have changed. Look them up again.")
        for name in set(self.changed_data) & set(self.cleaned_data):
            if name.startswith("notes_"):
                self.add_error(name, sentence)
        self.filled_in_with("numbering", self.draft.numbering)
        for number in FINDINGS:
            self.filled_in_with(f"notes_{number}", self.initial.get(f"notes_{number}", ""))

    def save(self, by: Any) -> bool:
        """Write what was changed. False where somebody else has changed the same meanwhile."""
        names = [name for name in self.changed_data if name != "numbering"]
        typed = {name: self.cleaned_data[name] for name in names}
        seen = {name: self.was(name) for name in names}
        others = OnePage.write(self.page.workshop, by, seen, typed, set(self.draft.numbers))
        for name, theirs in others.items():
            self.show_both(name, theirs)
        return not others

    def was(self, name: str) -> Any:
        """What a field was filled in with, as it is kept."""
        field, sent_as = self.fields[name], self[name].html_initial_name
        sent = field.hidden_widget().value_from_datadict(self.data, MultiValueDict(), sent_as)
        return field.to_python(sent)

    def show_both(self, name: str, theirs: Any) -> None:
        """Leave what was typed in its field, and say what somebody else has put there."""
        shown = shown_as(name, theirs, self.draft)
        sentence = _t(
            "Meanwhile somebody else has put here: %(theirs)s. What you have put is still in the "
            "form. Save again to have it here instead."
        )
        words = in_words(self.fields[name], shown) or _t("nothing")
        self.add_error(name, sentence % {"theirs": words})
        self.filled_in_with(name, shown)

    def filled_in_with(self, name: str, shown: Any) -> None:
        """Go on as if the field had been filled in with this."""
        # What was posted cannot be changed; its copy can, which the stubs do not know.
        self.data = data = self.data.copy()  # type: ignore[attr-defined]
        if self.fields[name].show_hidden_initial:
            unchanged = name not in self.changed_data
            names = [self[name].html_initial_name, *([name] if unchanged else [])]
        else:
            names = [name]
        for each in names:
            data.setlist(each, shown if isinstance(shown, list) else [shown])


def finding_names(number: int) -> list[str]:
    return [f"{part}_{number}" for part in ("line", "sentence", "notes")]


def finding_fields(number: int, ids: dict[str, str]) -> dict[str, forms.Field]:
    """The three fields of one finding."""
    notes = NumbersField(
        label=_("Notes behind it (optional)"),
        help_text=_("Their numbers, for example 3.1, 3.4. All numbers are listed below."),
        required=False,
        show_hidden_initial=True,
        widget=forms.TextInput({"class": "govuk-input--width-20", "autocomplete": "off"}),
    )
    notes.ids = ids
    return {
        f"line_{number}": LineField(
            label=_("In one line"),
            longest=LONGEST_LINE,
            required=False,
            show_hidden_initial=True,
        ),
        f"sentence_{number}": LineField(
            label=_("In a sentence (optional)"),
            longest=LONGEST_SENTENCE,
            required=False,
            show_hidden_initial=True,
            widget=forms.Textarea({"rows": 2}),
        ),
        f"notes_{number}": notes,
    }
