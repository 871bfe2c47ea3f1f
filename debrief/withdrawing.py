"""When a note that a report quotes is taken back or hidden, the report goes and is made again."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F

from boards.models import Dissent, Note
from live.rooms import lock

from .checking.texts import typed_words
from .folders import discard
from .snapshot import SCHEMA

if TYPE_CHECKING:
    from workshops.models import Workshop

    from .models import Report


class Withdrawing:
    """Boards know nothing of reports: they say that words went, and a report looks for its own.

    It also looks whenever it is read, so nothing depends on having been told.
    """

    @classmethod
    def renew_stale(cls: "type[Report]", workshop: "Workshop") -> None:
        """Withdraw every version that quotes words that went since, and queue the next one.

        So is one that an older program took its snapshot for: our templates cannot tell it.

        A next one there is where the newest version had to go, or the released one: then it is
        released in its place.
        """
        rows = workshop.reports.exclude(state="withdrawn").defer("snapshot", "outline")
        kept = list(rows.annotate(schema=F("snapshot__schema")))
        stale = [each for each in kept if each.schema != SCHEMA or each.quotes_what_went()]
        if not stale:
            return
        released = next((each for each in kept if not each.is_draft), None)
        said = released.words() if released in stale else None
        for report in stale:
            report.withdraw()
        if released and said is not None:
            cls.release_again(released, said)
        elif stale[0] == kept[0]:
            cls.ask(workshop, None)

    def quotes_what_went(self: "Report") -> bool:
        """Say whether words in this version were taken back, hidden or deleted since."""
        shown = Note.objects.shown().filter(column__board__session__workshop=self.workshop_id)
        notes = {str(key) for key in shown.values_list("pk", flat=True)}
        dissents = {each.used_as for each in Dissent.objects.filter(note__in=shown).only("pk")}
        return not set(self.used) <= notes | dissents

    def words(self: "Report") -> set[str]:
        """All that somebody typed and this version quotes."""
        return typed_words(self.snapshot, self.workshop.content.tables)

    def withdraw(self: "Report") -> None:
        """Erase the words: snapshot and files go, the version number stays taken."""
        with lock(f"report-{self.workshop_id}"):
            rows = type(self).objects.filter(pk=self.pk)
            folder = rows.select_for_update().get().folder
            if folder:
                discard(settings.MEDIA_ROOT / folder)
            rows.update(state="withdrawn", snapshot={}, used={}, folder="", files=[], lease=None)
