"""Reports as a queue in the database: asked for, taken on with a lease, finished or failed."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from live.clock import now
from live.rooms import lock

from .changes import changes_since
from .outline import outline_of
from .snapshot import snapshot_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from workshops.models import Workshop

    from .models import Report

LEASE = timedelta(seconds=15)
MOST_TRIES = 3


class Queue:
    """What happens to a report on its way from being asked for to being whole."""

    @classmethod
    def ask(cls: "type[Report]", workshop: "Workshop", by: "User | None") -> "Report":
        """Return the version being made, or take a snapshot now and queue the next version."""
        snapshot, used = snapshot_of(workshop)
        with lock(f"report-{workshop.pk}"):
            waiting = workshop.reports.filter(state__in=["waiting", "making"]).first()
            if waiting:
                return waiting
            return cls.next_version(workshop, snapshot, used, by)

    @classmethod
    def next_version(
        cls: "type[Report]",
        workshop: "Workshop",
        snapshot: dict[str, Any],
        used: dict[str, int],
        by: "User | None",
        **release: Any,
    ) -> "Report":
        """Put the next version into the queue, a draft without `release`. Call inside the lock."""
        before, outline = workshop.reports.first(), outline_of(snapshot, used)
        version = before.version + 1 if before else 1
        when = release["released_at"].isoformat() if release else ""
        snapshot |= {"version": version, "draft": not release, "released_at": when}
        snapshot["changes"] = changes_since(before, snapshot, outline)
        return cls.objects.create(
            workshop=workshop,
            version=version,
            snapshot=snapshot,
            used=used,
            outline=outline,
            asked_by=by,
            **release,
        )

    @classmethod
    def take_next(cls: "type[Report]") -> "Report | None":
        """Take on the job that waits longest, or one whose maker has died; None when idle."""
        free = Q(state="waiting") | Q(state="making", lease__lt=now())
        for report in cls.objects.filter(free).order_by("asked_at"):
            with lock(f"report-{report.workshop_id}"):
                taken = cls.objects.filter(free, pk=report.pk).update(
                    state="making", lease=now() + LEASE, tries=report.tries + 1
                )
            if taken:
                report.refresh_from_db()
                if report.tries <= MOST_TRIES:
                    return report
                report.fail("stopped")
        return None

    def renew(self: "Report") -> None:
        """Say that its maker is alive."""
        self._while_making(lease=now() + LEASE)

    def finish(self: "Report", folder: str, files: list[dict[str, Any]]) -> bool:
        """All forms are whole and in place. False when the report was withdrawn meanwhile."""
        return self._while_making(
            state="ready", folder=folder, files=files, made_at=now(), lease=None, error=""
        )

    def fail(self: "Report", error: str) -> None:
        """Give up, with one of `Failure`."""
        self._while_making(state="failed", error=error, lease=None)

    def _while_making(self: "Report", **changes: Any) -> bool:
        with lock(f"report-{self.workshop_id}"):
            changed = type(self).objects.filter(pk=self.pk, state="making").update(**changes)
        self.refresh_from_db()
        return bool(changed)
