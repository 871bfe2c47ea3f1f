"""The activities that belong to every workshop: welcome, break and close."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .activities import Activity, NotBuiltYet, all_activities, register
from .look_back import look_back_context
from .models import Session, Step
from .viewers import Viewer


class Welcome(Activity):
    """Names, ground rules and what is stored; in a later session a look back at the earlier."""

    key = "welcome"
    title = _("Welcome")
    shows_agenda = True
    panel_template = "workshops/_panel_welcome_{door}.html"

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        rules = step.session.workshop.content.head("agendas")["ground_rules"]
        return {"ground_rules": rules, **look_back_context(step.session)}


class Break(Activity):
    """A countdown and what comes next; boards are read-only."""

    key = "break"
    title = _("Break")
    shows_agenda = True
    panel_template = "workshops/_panel_break_{door}.html"

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        return {"following": step.session.next_planned()}


class Close(Activity):
    """The last step: what each activity has to show or to settle before people go."""

    key = "close"
    title = _("Close")
    closing_order = 90
    panel_template = "workshops/_panel_close_{door}.html"

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        in_order = sorted(all_activities(), key=lambda each: each.closing_order)
        parts = [each.closing(step, viewer) for each in in_order]
        return {"closing": [part for part in parts if part]}

    def closing(self, step: Step, viewer: Viewer) -> dict[str, Any] | None:
        """The pulse and one's own notes, last of all; facilitators read what was asked."""
        if viewer.participant:
            pulse = step.session.own_pulse(viewer.participant)
        elif viewer.door == "console" and viewer.facilitator:
            pulse = step.session.pulse_questions()
        else:
            return None
        return {"template": "workshops/_pulse_{door}.html", "pulse": pulse}

    def session_ended(self, session: Session) -> None:
        """The answers stay; whose they were is forgotten."""
        session.forget_whose_pulse()

    def holder_pages(self, step: Step) -> list[dict[str, Any]]:
        """Whatever any other activity asks in this step."""
        others = [each for each in all_activities() if each is not self]
        return [page for each in others for page in each.holder_pages(step)]


register(Welcome(), Break(), Close(), NotBuiltYet("barometer", _("Barometer")))
