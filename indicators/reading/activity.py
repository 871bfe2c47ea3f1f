"""Read and discuss: one indicator at a time, all of them in a list beside it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from workshops.models import Step
from workshops.viewers import Viewer

from ..columns import IndicatorColumns


class Reading(IndicatorColumns):
    """What people see of each indicator here, with "I see it differently" on others' notes."""

    key = "indicators"
    title = _("Indicators")
    may_differ = frozenset({"write", "agree"})  # people discuss what they read while they write
    panel_template = "indicators/reading/_panel_{door}.html"
    column_head = "indicators/reading/_head_console.html"
    urls = "indicators.reading.urls"
    write_label = _("What do you see here?")
    where_label = _("Which indicator?")
    columns_label = _("Signs of a healthy system")
    all_columns = _("All of them")
    none_yet = ngettext_lazy(
        "%(number)d indicator has none yet.", "%(number)d indicators have none yet.", "number"
    )
    filled_in = ngettext_lazy("on %(number)d indicator.", "on %(number)d indicators.", "number")

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)
