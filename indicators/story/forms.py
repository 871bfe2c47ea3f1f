"""The form of a story: one of the content's to edit, or a blank one to write."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from workshops.content.reading import Item
from workshops.form_fields import LineField, required
from workshops.models import Session
from workshops.text import one_line, tidy

from ..models import Indicator, Scenario
from ..models.scenario import LONGEST_LINE, LONGEST_STORY, LONGEST_TITLE

MOST_FACTS = 12
LONGEST_FACT = 200
FOCUS = "focus-"  # before the key of an indicator: the name of its field


class TextField(forms.CharField):
    """Text with paragraphs, tidied before it is judged; says by how much it is too long."""

    widget = forms.Textarea

    def __init__(self, *, longest: int, rows: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(**kwargs)
        self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> str:
        return tidy(str(value)) if value else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        refuse_over(value, self.longest)


class FactsField(forms.CharField):
    """A list of facts, one a line."""

    def clean(self, value: Any) -> Any:
        facts = [one_line(line) for line in str(value or "").splitlines()]
        facts = [fact for fact in facts if fact]
        if len(facts) > MOST_FACTS:
            raise ValidationError(_("Keep to %(most)s facts.") % {"most": MOST_FACTS})
        for fact in facts:
            refuse_over(fact, LONGEST_FACT)
        return facts


class StoryForm(forms.Form):
    """Everything that a story says. Both questions are needed: it is told to test both levels."""

    title = LineField(
        label=_("Title"),
        longest=LONGEST_TITLE,
        error_messages=required(_("Give the story a title.")),
    )
    content_note = TextField(
        label=_("Content note (optional)"),
        help_text=_("What it touches on that may be hard to read. People see it before the story."),
        longest=LONGEST_LINE,
        rows=2,
        required=False,
    )
    story = TextField(
        label=_("The story"),
        help_text=_("Made up: no real cases, no real names. It is read aloud, then silently."),
        longest=LONGEST_STORY,
        rows=8,
        error_messages=required(_("Write the story.")),
    )
    facts = FactsField(
        label=_("Invented facts (optional)"),
        help_text=_("One on each line."),
        widget=forms.Textarea({"rows": 4}),
        required=False,
    )
    local_question = TextField(
        label=_("Question for local government"),
        longest=LONGEST_LINE,
        rows=3,
        error_messages=required(_("Ask what local government would do.")),
    )
    national_question = TextField(
        label=_("Question for national government"),
        longest=LONGEST_LINE,
        rows=3,
        error_messages=required(
            _("A story needs a question for national government too. Ask what it would do.")
        ),
    )
    twist = TextField(
        label=_("Twist (optional)"),
        help_text=_("Nobody but facilitators sees it before you reveal it."),
        longest=LONGEST_LINE,
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in Indicator.of(session.workshop).in_use():
            self.fields[f"{FOCUS}{each.key}"] = LineField(
                label=each.label, longest=LONGEST_LINE, required=False
            )

    @property
    def about_the_story(self) -> list[forms.BoundField]:
        """Its fields without the focus prompts."""
        return [field for field in self if not field.name.startswith(FOCUS)]

    @property
    def focus_prompts(self) -> list[forms.BoundField]:
        """What to ask of single indicators; those without one ask what they ask of any story."""
        return [field for field in self if field.name.startswith(FOCUS)]

    def words(self) -> dict[str, Any]:
        """What was typed, as `Scenario.tell` takes it."""
        said = {name: said for name, said in self.cleaned_data.items() if name in self.base_fields}
        focus = [
            {"indicator": name.removeprefix(FOCUS), "prompt": prompt}
            for name, prompt in self.cleaned_data.items()
            if name.startswith(FOCUS) and prompt
        ]
        return said | {"focus": focus}

    @staticmethod
    def typed(words: Mapping[str, Any]) -> dict[str, Any]:
        """The initial values for a story of these words."""
        focus = {f"{FOCUS}{each['indicator']}": each["prompt"] for each in words["focus"]}
        return {**words, "facts": "\n".join(words["facts"]), **focus}


def refuse_over(text: str, longest: int) -> None:
    """Raise ValidationError for a text of more than `longest` code points."""
    over = len(text) - longest
    if over > 0:
        sentence = ngettext(
            "This is too long by %(over)d character.",
            "This is too long by %(over)d characters.",
            over,
        )
        raise ValidationError(sentence, params={"over": over})


def words_of_template(item: Item) -> dict[str, Any]:
    """One of the content's scenarios, as `Scenario.tell` takes it."""
    return {
        "title": item.label,
        "content_note": item.get("content_note", ""),
        "story": item["summary"],
        "facts": list(item["made_up_facts"]),
        "local_question": item["local_question"],
        "national_question": item["national_question"],
        "twist": item["twist"],
        "focus": [dict(each) for each in item["focus_prompts"]],
    }


def words_of(story: Scenario) -> dict[str, Any]:
    """A story that people have, to edit."""
    from ..models.telling import WORDS

    return {name: getattr(story, name) for name in WORDS}
