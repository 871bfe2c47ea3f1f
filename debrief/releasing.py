"""A report is a draft until somebody releases it: what was checked becomes the next version."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from live.clock import now
from live.rooms import lock
from workshops.refusals import Conflict

from .checking.texts import typed_words
from .snapshot import snapshot_of

if TYPE_CHECKING:
    from workshops.models import Workshop

    from .models import Report

# What differs from one look to the next although nobody has changed anything.
PASSING = {"taken_at", "version", "draft", "released_at", "timing", "changes"}


class Reports(models.QuerySet):
    def released(self) -> "Reports":
        """The versions that were released, are whole and were not withdrawn, newest first."""
        return self.filter(released_at__isnull=False, state="ready")


class Releasing:
    """What makes a report more than a draft."""

    @property
    def is_draft(self: "Report") -> bool:
        return self.released_at is None

    @property
    def releaser(self: "Report") -> str:
        """Who released it, as the page names them."""
        by = self.released_by
        return (by.first_name or by.get_username()) if by else _("somebody whose account is gone")

    @classmethod
    def release(cls: "type[Report]", workshop: "Workshop", by: Any, checked: str) -> "Report":
        """Queue the next version as a released one, if it says what was `checked`.

        Of two who release the same the second gets the version of the first. Raises
        Conflict where the boards have changed since they were checked.
        """
        snapshot, used = snapshot_of(workshop)
        if digest_of(snapshot) != checked:
            raise Conflict(_("Something has changed since you looked. Look through it again."))
        return cls.queue_released(workshop, snapshot, used, by)

    @classmethod
    def release_again(cls: "type[Report]", gone: "Report", said: set[str]) -> "Report":
        """Queue the next version in the place of one that was withdrawn because words went.

        It is released too, in the same name, if it has no words but those `said` before; what
        nobody has checked becomes a draft.
        """
        workshop = gone.workshop
        snapshot, used = snapshot_of(workshop)
        if typed_words(snapshot, workshop.content.tables) <= said:
            return cls.queue_released(workshop, snapshot, used, gone.released_by)
        return cls.ask(workshop, None)

    @classmethod
    def queue_released(
        cls: "type[Report]",
        workshop: "Workshop",
        snapshot: dict[str, Any],
        used: dict[str, int],
        by: Any,
    ) -> "Report":
        """Return the version that is released with these words, or queue one."""
        checked = digest_of(snapshot)
        with lock(f"report-{workshop.pk}"):
            same = workshop.reports.filter(checked=checked, released_at__isnull=False)
            if there := same.exclude(state__in=["failed", "withdrawn"]).first():
                return there
            return cls.next_version(
                workshop, snapshot, used, by, released_at=now(), released_by=by, checked=checked
            )


def digest_of(snapshot: dict[str, Any]) -> str:
    """Return a digest of what a report says: the same for as long as nobody changes anything."""
    said = {name: part for name, part in snapshot.items() if name not in PASSING}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
