"""The forms of planning. What is typed is judged here, what is allowed by the models."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from live.clock import now

from .form_fields import DateField, LineField, RadiosWithHints, TimeField, required
from .models import ContentSet, Session, Workshop
from .models.workshop import Format, Marking


class FactsForm(forms.Form):
    """What a workshop is about, where it is, and who may read of it."""

    policy_area = LineField(
        label=_("What is the policy area?"),
        help_text=_("In a sentence or a few words. It is the name of the workshop."),
        longest=160,
        error_messages=required(_("Say what the policy area is.")),
    )
    use_case = forms.ChoiceField(
        label=_("Why are you calling the workshop?"),
        help_text=_("It changes the welcome and the opening of the report, nothing else."),
        widget=RadiosWithHints,
        error_messages=required(_("Choose why you are calling the workshop.")),
    )
    place = LineField(
        label=_("Where is it? (optional)"),
        help_text=_("A town, a building or “online”."),
        longest=120,
        required=False,
    )
    marking = forms.ChoiceField(
        label=_("Classification marking"),
        help_text=_("It shows on every page and screen, and on the report."),
        choices=Marking,
        widget=forms.RadioSelect,
        initial=Marking.OFFICIAL,
        required=False,
        error_messages=required(""),
    )
    shared_with_policy_lab = forms.BooleanField(
        label=_("Share this workshop with Policy Lab"),
        help_text=_(
            "They see its released report and its counts, never boards, drafts or names. "
            "People read this when they join, so it cannot be switched on after that."
        ),
        required=False,
    )

    def __init__(self, *args: Any, content: ContentSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = content
        cases = content.items("use_cases")
        _choose(self.fields["use_case"], [(case.key, case.label) for case in cases])
        self.fields["use_case"].widget.hints = {case.key: case["description"] for case in cases}

    def clean_marking(self) -> str:
        """Return the marking; a form that lost the field is OFFICIAL, not unmarked."""
        sent = self.add_prefix("marking") in self.data
        return self.cleaned_data["marking"] if sent else Marking.OFFICIAL.value

    @staticmethod
    def of(workshop: Workshop) -> dict[str, Any]:
        """The initial values for changing a workshop."""
        names = ("policy_area", "use_case", "place", "marking", "shared_with_policy_lab")
        return {name: getattr(workshop, name) for name in names}


class WhenForm(forms.Form):
    """When a session starts and how many are expected."""

    date = DateField(label=_("Date"), error_messages=required(_("Enter the date.")))
    time = TimeField(
        label=_("Start time"),
        help_text=_("For example 10:00 or 14:30."),
        error_messages={
            "required": _("Enter the time at which it starts."),
            "invalid": _("Enter a time, for example 10:00 or 14:30."),
        },
    )
    expected = forms.IntegerField(
        label=_("How many people do you expect? (optional)"),
        help_text=_("Stage 1: 4 to 12. Stage 2: 5 to 8, from across the system."),
        min_value=1,
        max_value=200,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={
            "invalid": _("Enter a whole number of people, for example 8."),
            "min_value": _("Enter a whole number of people, for example 8."),
            "max_value": _("A session holds 200 people at most."),
        },
    )

    def clean_date(self):
        """Return the date; a session cannot be planned for a day that is over."""
        date = self.cleaned_data["date"]
        if date < timezone.localdate(now()) and "date" in self.changed_data:
            raise forms.ValidationError(_t("This day is over. Enter today or a later date."))
        if date.year > timezone.localdate(now()).year + 10:
            raise forms.ValidationError(_t("Enter a date within the next ten years."))
        return date

    def starts_at(self) -> datetime:
        """Return date and time together, in the workshop's time zone."""
        both = datetime.combine(self.cleaned_data["date"], self.cleaned_data["time"])
        return timezone.make_aware(both)


class SessionForm(WhenForm):
    """What can be changed about one session."""

    names_on_screen = forms.BooleanField(
        label=_("Show names on the screen while people arrive"),
        help_text=_("Without the tick the screen shows a number instead."),
        required=False,
    )

    @staticmethod
    def of(session: Session) -> dict[str, Any]:
        """The initial values for changing a session."""
        start = timezone.localtime(session.starts_at)
        return {
            "date": start.date(),
            "time": start.time(),
            "expected": session.expected,
            "names_on_screen": session.names_on_screen,
        }


class NewWorkshopForm(FactsForm, WhenForm):
    """Everything that is asked before there is a workshop."""

    format = forms.ChoiceField(
        label=_("How will you meet?"),
        choices=Format,
        initial=Format.COMBINED,
        widget=RadiosWithHints,
        error_messages=required(_("Choose how you will meet.")),
    )
    agenda = forms.ChoiceField(
        label=_("Agenda to start from"),
        help_text=_("You can change minutes, order and steps on the next page."),
        widget=RadiosWithHints,
        required=False,
        error_messages=required(""),
    )
    field_order = [
        "policy_area",
        "use_case",
        "place",
        "date",
        "time",
        "format",
        "agenda",
        "expected",
        "marking",
        "shared_with_policy_lab",
    ]

    def __init__(self, *args: Any, content: ContentSet, **kwargs: Any) -> None:
        super().__init__(*args, content=content, **kwargs)
        agendas = content.items("agendas")
        _choose(self.fields["agenda"], [(each.key, each.label) for each in agendas])
        self.fields["agenda"].widget.hints = {each.key: each["description"] for each in agendas}
        self.fields["agenda"].initial = agendas[0].key
        self.fields["format"].widget.hints = {
            Format.TWO_SESSIONS.value: _t(
                "Two agendas, stage 1 only and stage 2 only, whichever you choose below. "
                "The second is planned a week later; you can move it."
            )
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        one_sitting = cleaned.get("format") == Format.COMBINED
        if one_sitting and "agenda" in cleaned and not cleaned["agenda"]:
            self.add_error("agenda", _t("Choose an agenda to start from."))
        return cleaned

    def plan(self, owner) -> Workshop:
        """Make the workshop that was asked for."""
        names = ("policy_area", "use_case", "place", "marking", "shared_with_policy_lab", "format")
        facts = {name: self.cleaned_data[name] for name in names}
        if facts["format"] == Format.COMBINED:
            facts["agenda"] = self.cleaned_data["agenda"]
        expected = self.cleaned_data["expected"]
        start = self.starts_at()
        return Workshop.plan(owner, self.content, starts_at=start, expected=expected, **facts)


class PersonForm(forms.Form):
    """Who shall help or watch, by the name they sign in with."""

    sign_in = LineField(
        label=_("Sign-in name or e-mail address"),
        longest=254,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages=required(_("Enter the name or e-mail address that they sign in with.")),
    )
    part = forms.ChoiceField(
        label=_("What will they do?"),
        choices=[
            ("facilitators", _("Help to run it: plan, run steps, tend the board")),
            ("observers", _("Watch: they see what the screen shows and write nothing")),
        ],
        initial="facilitators",
        widget=forms.RadioSelect,
        error_messages=required(_("Choose what they will do.")),
    )


def _choose(field: Any, choices: list) -> None:
    field.choices = choices
