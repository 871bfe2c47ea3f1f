"""The registry of activities: what a step can be about.

Each app with activities has an `activity.py` that calls `register(...)`; it is
found at start-up. So a new activity is a new folder and a line in INSTALLED_APPS.
"""

from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import Session, Step
    from .viewers import Viewer


class Activity:
    """A timed step with its script and no board of its own; the base of all others.

    `panel_template` names one template for each door: place, console and screen.
    `urls` is the module with the addresses it adds behind each door where people act,
    `shown_urls` that of addresses for whoever watches, the screen too.
    `shows_agenda` says whether its panels list the steps to come.
    `closing_order` says where that stands which it shows in the last step, the lowest first.
    `look_back_template` shows what `look_back` tells, with its `door`.
    """

    key = ""
    title: str | Promise = ""
    is_built = True
    shows_agenda = False
    closing_order = 50
    panel_template = "workshops/_panel_timed_{door}.html"
    look_back_template = ""
    urls: str = ""
    shown_urls: str = ""

    def open(self, step: "Step") -> None:
        """Prepare what the step needs; called inside the room's lock as the step starts."""

    def open_beside(self, step: "Step") -> None:
        """Prepare what `step`, of whatever activity, needs of this one; in the lock, after open."""

    def panel(self, step: "Step", viewer: "Viewer") -> dict[str, Any]:
        """Return the template context of the step's panel for one viewer."""
        return {}

    def heard_from(self, step: "Step") -> set[int] | None:
        """Return the pks of participants who have written; None when nobody is asked to."""
        return None

    def on_paper(self, step: "Step") -> int:
        """Return how many notes facilitators have entered for people without a device."""
        return 0

    def notes_in(self, step: "Step") -> int:
        """Return how many notes were written in this step and are shown."""
        return 0

    def may_write_first(self, step: "Step") -> bool:
        """Say whether notes of this step could stay sealed until all of them open."""
        return False

    def sealed(self, session: "Session") -> dict[str, Any] | None:
        """Return `key`, `title` and how many `notes` wait to be opened; None when all are open."""
        return None

    def asks_to_open(self, step: "Step") -> bool:
        """Say whether leaving this step asks first what becomes of its sealed notes."""
        return False

    def holder_pages(self, step: "Step") -> list[dict[str, Any]]:
        """Return pages that ask the holder of the controls before something final is done.

        Each has an `address`, relative to the console, and the `words` of its link.
        """
        return []

    def must_be_open_to_leave(self, step: "Step") -> None:
        """Raise Refused while notes wait to be opened and this step asks about them."""

    def leave(self, step: "Step") -> None:
        """Forget what was kept while the room was on `step`, of whatever activity; in the lock."""

    def people_changed(self, session: "Session") -> None:
        """Follow who is here: someone has just come or was removed; in the lock."""

    def session_ended(self, session: "Session") -> None:
        """Forget what was kept only while the session lasted; in the lock."""

    def closing(self, step: "Step", viewer: "Viewer") -> dict[str, Any] | None:
        """Return what this activity shows in the last step: a `template` and its context.

        There is a template for each `{door}`, as with panels. None when there is nothing.
        """
        return None

    def prepares(self, session: "Session") -> list[dict[str, Any]]:
        """Return pages on which a facilitator can prepare, before the start, what comes later.

        Each has an `address`, relative to the console, and the `words` of its link.
        """
        return []

    def says_now(self, step: "Step") -> str:
        """Return what people are to do now, where a step has parts; empty for its own sentence."""
        return ""

    def question(self, step: "Step", key: str) -> dict[str, str] | None:
        """Return the `title` and `text` of the question behind `key`; None when there is none."""
        return None

    def set_aside(self, session: "Session") -> dict[str, Any] | None:
        """Return what waits for a facilitator in any step: a `template` and its context."""
        return None

    def paper(self, session: "Session") -> dict[str, Any] | None:
        """Return what of it can be printed to work without a device; None when nothing can."""
        return None

    def look_back(self, session: "Session") -> dict[str, Any] | None:
        """Return what a later session should know of this one, as plain data; None when nothing.

        Only what was shown and open to everyone; no names of people, nothing of who wrote it.
        """
        return None

    def voices_missing(self, session: "Session") -> list[dict[str, str]]:
        """Return who was missing: `name`, `kind`, and `approached_by`, empty while nobody will."""
        return []

    def report_part(self, session: "Session") -> dict[str, Any] | None:
        """Return this activity's part of the debrief as plain data; None when it has none."""
        return None


class NotBuiltYet(Activity):
    """An activity of the agenda that runs as a timed step with its script only."""

    is_built = False

    def __init__(self, key: str, title: str | Promise) -> None:
        self.key, self.title = key, title


_activities: dict[str, Activity] = {}


def register(*activities: Activity) -> None:
    """Add activities; a key can be taken once."""
    for each in activities:
        if each.key in _activities:
            raise ValueError(f"Two activities are named {each.key}.")
        _activities[each.key] = each


def activity(key: str) -> Activity:
    """Return the activity for a step; one that nobody registered runs as a timed step."""
    return _activities.get(key) or NotBuiltYet(key, _("Timed step"))


def all_activities() -> list[Activity]:
    """Return every registered activity, in order of registration."""
    return list(_activities.values())
