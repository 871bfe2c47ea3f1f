from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What one sitting covers."""

    COMBINED = "combined", _("Half-day")
    STAGE_1 = "stage_1", _("Stage 1")
    STAGE_2 = "stage_2", _("Stage 2")
    BAROMETER = "barometer", _("Barometer")
