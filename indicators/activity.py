"""The steps on the Healthy System Indicators: timed steps with their script for now."""

from django.utils.translation import gettext_lazy as _

from workshops.activities import NotBuiltYet, register

register(
    NotBuiltYet("indicators", _("Indicators")),
    NotBuiltYet("scenario", _("Scenario")),
    NotBuiltYet("debrief", _("Debrief")),
)
