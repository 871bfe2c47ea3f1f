"""What boards show in the last step, whatever was worked on: the notes that were parked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workshops.activities import Activity, register
from workshops.models import Step
from workshops.viewers import Viewer

from .parked import parked_context


class Parked(Activity):
    """Each note that was kept for later gets an owner, or a reason to drop it."""

    key = "parked"
    title = _("Parked for later")
    closing_order = 30

    def closing(self, step: Step, viewer: Viewer) -> dict[str, Any] | None:
        return {"template": "boards/_parked_{door}.html", **parked_context(step.session)}


register(Parked())
