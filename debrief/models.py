"""A report: one version of what leaves the room, and the job that makes its forms."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from live.clock import now
from workshops.models import Workshop

from .checking.checked import Checked
from .one_page.page import OnePage
from .queue import Queue
from .releasing import Releasing, Reports
from .withdrawing import Withdrawing

__all__ = ["Checked", "Failure", "OnePage", "Report", "State"]


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    MAKING = "making", _("Being made")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Not made")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Failure(models.TextChoices):
    """Why a file was not made: a sentence for the facilitator, with a next step."""

    TIME = (
        "time",
        _("Making the PDF took too long and was stopped. The page is whole: print that instead."),
    )
    MEMORY = (
        "memory",
        _("Making the PDF needed too much memory. The page is whole: print that instead."),
    )
    DISK = (
        "disk",
        _("The server’s disk is full, so there is no PDF. Tell whoever looks after the server."),
    )
    STOPPED = (
        "stopped",
        _("Making the PDF was stopped before it was whole. Nothing is lost: make it again."),
    )
    BROKEN = (
        "broken",
        _("The PDF could not be made from this report. The page is whole: print that instead."),
    )


class Report(Queue, Releasing, Withdrawing, models.Model):
    """One version of a workshop's report; every form is made from its `snapshot`.

    `used` says which notes it quotes and in which version; it stays on the server
    and is in no form. `folder` is a path in the reports' folder, set when all is whole; `files`
    are then its forms, each with `form`, `name`, `media_type`, `bytes` and `sha256`. `outline` is
    what stays of it when it is withdrawn: no words. A version is a
    draft unless it was `released_at` some time; `checked` then is the digest of what was checked.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="reports")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    snapshot = models.JSONField(default=dict)
    used = models.JSONField(default=dict)
    outline = models.JSONField(default=dict)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=now)
    made_at = models.DateTimeField(null=True, blank=True)
    lease = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=10, choices=Failure, blank=True)
    folder = models.CharField(max_length=120, blank=True)
    files = models.JSONField(default=list)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked = models.CharField(max_length=64, blank=True)

    objects = Reports.as_manager()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "version"], name="one_report_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.workshop}, version {self.version}"

    @property
    def is_on_its_way(self) -> bool:
        return self.state in (State.WAITING, State.MAKING)

    def file_of(self, form: str) -> dict[str, Any] | None:
        """What is known of one form: pdf, ods, csv, json or zip; None where there is none."""
        return next((each for each in self.files if each["form"] == form), None)

    def path_of(self, form: str) -> Path:
        """Where a form of a finished version lies. Raises FileNotFoundError where there is none."""
        found = self.file_of(form)
        if found is None:
            raise FileNotFoundError(form)
        return Path(settings.MEDIA_ROOT) / self.folder / found["name"]

    @property
    def path(self) -> Path:
        """Where the finished PDF lies."""
        return self.path_of("pdf")
