"""Read and discuss: one indicator at a time, all of them in a list beside it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..columns import IndicatorColumns

if TYPE_CHECKING:
    from ..models import Indicator, RatingRound


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

    def open(self, step: Step) -> None:
        """The room begins with the first indicator in use, and stays where it is brought."""
        super().open(step)
        first = first_in_use(step.session)
        if first:
            step.session.focus = first.key
            step.session.save(update_fields=["focus"])

    def holder_pages(self, step: Step) -> list[dict[str, Any]]:
        """Closing the rating, beside what a board asks."""
        rating = self._rating_in(step.session)
        close = {"address": "indicators/rating/close/", "words": gettext("Close the rating")}
        return [*super().holder_pages(step), *([close] if rating and rating.is_open else [])]

    def set_aside(self, session: Session) -> dict[str, Any] | None:
        """The late and hidden notes, and in other steps what there is to know of the rating."""
        trays, rating = super().set_aside(session), self._rating_in(session)
        if trays is None or rating is None:
            return trays
        return {**trays, "template": "indicators/reading/_waiting_console.html", "rating": rating}

    def session_ended(self, session: Session) -> None:
        """A rating is closed, and whose ratings they were is forgotten."""
        super().session_ended(session)
        rating = self._rating_in(session)
        if rating:
            rating.forget_people()

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)

    def _rating_in(self, session: Session) -> "RatingRound | None":
        from ..models import RatingRound

        return RatingRound.of(session)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)


def first_in_use(session: Session) -> "Indicator | None":
    """Where the room's way through the indicators begins."""
    from ..models import Indicator

    in_use = Indicator.of(session.workshop).in_use()
    return min(in_use, key=lambda each: each.place_in_order, default=None)
