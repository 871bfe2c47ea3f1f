"""When a note that a report quotes is taken back or hidden, the report goes and is made again."""

from typing import TYPE_CHECKING

from django.conf import settings

from boards.models import Dissent, Note
from live.rooms import lock

from .folders import discard

if TYPE_CHECKING:
    from workshops.models import Workshop

    from .models import Report


class Withdrawing:
    """Boards know nothing of reports: they say that words went, and a report looks for its own.

    It also looks whenever it is read, so nothing depends on having been told.
    """

    @classmethod
    def renew_stale(cls: "type[Report]", workshop: "Workshop") -> None:
        """Withdraw what quotes words that went since, and queue the next version."""
        if cls.withdraw_stale(workshop):
            cls.ask(workshop, None)

    @classmethod
    def withdraw_stale(cls: "type[Report]", workshop: "Workshop") -> bool:
        """Withdraw every version that quotes a note no longer shown.

        Says whether the version people read was among them, so that it must be made again.
        """
        kept = list(workshop.reports.exclude(state="withdrawn").defer("snapshot"))
        stale = [report for report in kept if report.quotes_what_went()]
        for report in stale:
            report.withdraw()
        return bool(stale) and stale[0] == kept[0]

    def quotes_what_went(self: "Report") -> bool:
        """Say whether words in this version were taken back, hidden or deleted since."""
        shown = Note.objects.shown().filter(column__board__session__workshop=self.workshop_id)
        notes = {str(key) for key in shown.values_list("pk", flat=True)}
        dissents = {each.used_as for each in Dissent.objects.filter(note__in=shown).only("pk")}
        return not set(self.used) <= notes | dissents

    def withdraw(self: "Report") -> None:
        """Erase the words: snapshot and files go, the version number stays taken."""
        with lock(f"report-{self.workshop_id}"):
            rows = type(self).objects.filter(pk=self.pk)
            folder = rows.select_for_update().get().folder
            if folder:
                discard(settings.MEDIA_ROOT / folder)
            rows.update(state="withdrawn", snapshot={}, used={}, folder="", files=[], lease=None)
