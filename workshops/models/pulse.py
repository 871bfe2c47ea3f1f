"""The pulse: two closing questions, for the report alone."""

from django.db import models


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
