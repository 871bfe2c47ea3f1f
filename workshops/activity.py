"""The activities that belong to every workshop: welcome, break and close."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .activities import Activity, NotBuiltYet, register
from .models import Step
from .viewers import Viewer


class Welcome(Activity):
    """Names, ground rules and what is stored."""

    key = "welcome"
    title = _("Welcome")
    shows_agenda = True
    panel_template = "workshops/_panel_welcome_{door}.html"

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        content = step.session.workshop.content
        return {"ground_rules": content.head("agendas")["ground_rules"]}


class Break(Activity):
    """A countdown and what comes next; boards are read-only."""

    key = "break"
    title = _("Break")
    shows_agenda = True
    panel_template = "workshops/_panel_break_{door}.html"

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        return {"following": step.session.next_planned()}


class Close(Activity):
    """The last step: a timed step with its script for now."""

    is_built = False
    key = "close"
    title = _("Close")


register(Welcome(), Break(), Close(), NotBuiltYet("barometer", _("Barometer")))
