"""What facilitators write and choose for the page that most people read."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models

from live.clock import now
from live.rooms import lock
from workshops.models import Workshop

FINDINGS = (1, 2, 3)


class OnePage(models.Model):
    """The three findings of a workshop and what its one page tells.

    `said` holds a value for each field of the form that was ever filled in (see form.py):
    words, names of pieces, and ids of notes, which have other numbers in each version.
    """

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="one_page")
    said = models.JSONField(default=dict)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.workshop}, on one page"

    @classmethod
    def of(cls, workshop: Workshop) -> "OnePage":
        """The workshop's page, unsaved while nobody has written on it."""
        return cls.objects.filter(workshop=workshop).first() or cls(workshop=workshop)

    @classmethod
    def write(
        cls, workshop: Workshop, by: Any, seen: Mapping[str, Any], typed: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Set each field of `typed` that still is as it was `seen`; return the others, as they are.

        Nothing is written while somebody else has changed one of them meanwhile.
        """
        with lock(f"report-{workshop.pk}"):
            page = cls.of(workshop)
            others = {
                name: page.said.get(name)
                for name, value in typed.items()
                if page.said.get(name) not in (seen.get(name), value)
            }
            if typed and not others:
                page.said = {**page.said, **typed}
                page.changed_by, page.changed_at = by, now()
                page.save()
            return others

    def findings(self) -> list[dict[str, Any]]:
        """The findings that were written, each with `line`, `sentence` and ids of `notes`."""
        told = [
            {part: self.said.get(f"{part}_{n}", "") for part in ("line", "sentence", "notes")}
            for n in FINDINGS
        ]
        return [{**each, "notes": each["notes"] or []} for each in told if each["line"]]
