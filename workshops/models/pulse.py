"""The pulse: two closing questions, for the report alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from ..refusals import Conflict, NotFit

if TYPE_CHECKING:
    from .people import Participant
    from .session import Session


class PulseAnswer(models.Model):
    """One person's answer to one of the two questions, changeable until the session ends.

    Nobody is shown any answer before the report. At the end whose it was is forgotten.
    """

    session = models.ForeignKey(
        "workshops.Session", on_delete=models.CASCADE, related_name="pulse_answers"
    )
    participant = models.ForeignKey(
        "workshops.Participant",
        null=True,
        on_delete=models.CASCADE,
        related_name="pulse_answers",
    )
    question = models.SlugField(max_length=50)
    answer = models.SlugField(max_length=50)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "question"], name="one_pulse_answer_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class Pulsing:
    """What people answer in the last step. Nothing is pushed: nobody sees it before the report."""

    def pulse_questions(self: "Session") -> list[dict[str, Any]]:
        """The two questions, each with its `options`, in this workshop's words."""
        return self.workshop.content.head("agendas")["pulse"]

    def own_pulse(self: "Session", person: "Participant") -> list[dict[str, Any]]:
        """The questions, each with what this person has `chosen`."""
        made = dict(person.pulse_answers.values_list("question", "answer"))
        return [{**each, "chosen": made.get(each["key"], "")} for each in self.pulse_questions()]

    def answer_pulse(self: "Session", by: "Participant", answers: Mapping[str, str]) -> None:
        """Keep `answers` (key of a question: key of an option) in place of those before.

        An empty answer skips its question; one that is left out stays as it was.
        """
        with self.lock():
            self.must_not_have_ended()
            step = self.current_step()
            if step is None or step.activity_key != "close":
                raise Conflict(_("The two questions are asked in the last step."))
            for question in self.pulse_questions():
                given = answers.get(question["key"])
                if given is not None:
                    self._answer(by, question, given)

    def _answer(self: "Session", by: "Participant", question: dict, given: str) -> None:
        own = self.pulse_answers.filter(participant=by, question=question["key"])
        if not given:
            own.delete()
            return
        if given not in [option["key"] for option in question["options"]]:
            raise NotFit(_("Choose one of the answers, or skip the question."))
        own.update_or_create(
            participant=by,
            question=question["key"],
            defaults={"answer": given, "session": self},
        )

    def forget_whose_pulse(self: "Session") -> None:
        """Drop who gave which answer: rows are written anew in an order that says nothing."""
        kept = sorted(self.pulse_answers.values_list("question", "answer"))
        self.pulse_answers.all().delete()
        PulseAnswer.objects.bulk_create(
            PulseAnswer(session=self, question=question, answer=answer) for question, answer in kept
        )
