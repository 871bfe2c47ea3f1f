"""What a facilitator has looked at before release and found to be fine."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from boards.text import fit
from live.clock import now
from live.rooms import lock
from workshops.models import Workshop
from workshops.refusals import NotFit
from workshops.text import is_blank

LONGEST_REASON = 160


class Checked(models.Model):
    """One point of the check list that is settled, and why.

    `point` stands for what was found, where, and in which words: once the words
    change, it is asked again.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="checked")
    point = models.CharField(max_length=64)
    because = models.CharField(max_length=LONGEST_REASON)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "point"], name="one_check_per_point")
        ]

    def __str__(self) -> str:
        return self.because

    @classmethod
    def settle(cls, workshop: Workshop, by: Any, point: str, because: str) -> None:
        """Say why a point is fine. Of two who say so the first is kept."""
        if is_blank(because):
            raise NotFit(_("Say in a few words why this is fine."))
        reason = fit(because, LONGEST_REASON)
        with lock(f"report-{workshop.pk}"):
            cls.objects.get_or_create(
                workshop=workshop, point=point, defaults={"because": reason, "by": by}
            )

    @classmethod
    def open_again(cls, workshop: Workshop, point: str) -> None:
        """Ask about a point again."""
        with lock(f"report-{workshop.pk}"):
            cls.objects.filter(workshop=workshop, point=point).delete()
