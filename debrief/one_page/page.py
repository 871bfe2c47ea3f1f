"""What facilitators write and choose for the page that most people read."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models

from live.clock import now
from live.rooms import lock
from workshops.models import Workshop

FINDINGS = (1, 2, 3)
Said = Mapping[str, Any]


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
        cls, workshop: Workshop, by: Any, seen: Said, typed: Said, shown: set[str]
    ) -> dict[str, Any]:
        """Set the fields of `typed`, which were as `seen`; return those that are not so any more.

        With one of these nothing is written. Of notes only those `shown` could be seen.
        """
        with lock(f"report-{workshop.pk}"):
            page = cls.of(workshop)
            stands = {name: seen_of(name, page.said.get(name), shown) for name in typed}
            others = {
                name: value
                for name, value in stands.items()
                if value not in (seen[name] or None, typed[name] or None)
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


def seen_of(name: str, value: Any, shown: set[str]) -> Any:
    """What somebody who looks at a field sees of what is kept; None for nothing."""
    if name.startswith("notes_") or name == "actions":
        value = [each for each in value or [] if each in shown]
    return value or None
