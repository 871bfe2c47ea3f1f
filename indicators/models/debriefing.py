"""What the group takes from the test: lessons, and what acting and not acting would risk."""

from django.db import models

from boards.models import Note

from .response import Response


class Lesson(models.Model):
    """What a note of the debrief is about. The note's column says whether it is a lesson, a risk
    `if_we_act` or a risk `if_we_do_nothing`; risks are about one of the actions.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="lesson")
    about = models.ForeignKey(
        Response, null=True, blank=True, on_delete=models.SET_NULL, related_name="lessons"
    )
