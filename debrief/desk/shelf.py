"""What lies on Policy Lab's desk: the newest released report of each workshop shared with it.

What a list says of a report is what its own cover says: a workshop whose facts were changed
since the release stands here as it was released.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from ..models import Report


def shelf() -> QuerySet[Report]:
    """Every report that Policy Lab may read. Drafts and withdrawn ones never lie here."""
    shared = Report.objects.released().filter(workshop__shared_with_policy_lab=True)
    same = shared.filter(workshop=OuterRef("workshop")).order_by("-version")
    return shared.filter(pk=Subquery(same.values("pk")[:1]))


@dataclass(frozen=True)
class Entry:
    """One line of the list: a report by its cover."""

    pk: int
    workshop: int
    version: int
    released_at: datetime
    cover: dict[str, Any]

    @property
    def title(self) -> str:
        return self.cover["title"]

    @property
    def place(self) -> str:
        return self.cover["place"]

    @property
    def use_case(self) -> str:
        return self.cover["use_case"]

    @property
    def dates(self) -> list[date]:
        """The days of its sessions, in the time zone of this server."""
        moments = (parse_datetime(each) for each in self.cover["dates"])
        return [timezone.localdate(each) for each in moments if each]


def entries() -> list[Entry]:
    """All that lies on the desk, the latest workshop first. Only covers are read, not reports."""
    names = ("pk", "workshop_id", "version", "released_at", "snapshot__workshop")
    rows: Iterable[tuple[Any, ...]] = shelf().values_list(*names)
    return sorted((Entry(*row) for row in rows), key=latest_first)


def latest_first(entry: Entry) -> tuple[int, int]:
    last = max(entry.dates, default=date.min)
    return -last.toordinal(), -entry.workshop


def fresh(found: Iterable[Entry]) -> Iterable[Report]:
    """Yield the reports of these entries one by one, in their order.

    One that quotes words which have gone since is withdrawn instead, as whenever it is read.
    """
    for entry in found:
        report = shelf().select_related("workshop").filter(pk=entry.pk).first()
        if report and not report.quotes_what_went():
            yield report
        elif report:
            Report.renew_stale(report.workshop)
