"""The activities that belong to every workshop: welcome, break and close."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .activities import Activity, NotBuiltYet, register
from .look_back import look_back_context
from .models import Step
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
    """The last step: a timed step with its script for now."""

    is_built = False
    key = "close"
    title = _("Close")


register(Welcome(), Break(), Close(), NotBuiltYet("barometer", _("Barometer")))
