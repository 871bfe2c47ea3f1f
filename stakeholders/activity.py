"""The stakeholder steps of the agenda: timed steps with their script for now."""

from django.utils.translation import gettext_lazy as _

from workshops.activities import NotBuiltYet, register

register(
    NotBuiltYet("stakeholders", _("Stakeholders")),
    NotBuiltYet("relationships", _("Relationship map")),
)
