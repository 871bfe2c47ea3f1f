"""Pairs and tables: who works on what. It has no step of its own."""

from django.utils.translation import gettext_lazy as _

from live.rooms import push_fetch
from workshops.activities import Activity
from workshops.models import Session, Step

from ..stage import STAGE_2

KEY = "sharing"


class Sharing(Activity):
    """Follows who is here, once a facilitator has made pairs or tables."""

    key = KEY
    title = _("Pairs and tables")
    urls = "indicators.sharing.urls"

    def open_beside(self, step: Step) -> None:
        if step.stage == STAGE_2:
            self.people_changed(step.session)

    def people_changed(self, session: Session) -> None:
        from ..models import Seat
        from .settling import settle

        if Seat.objects.filter(participant__session=session).exists():
            settle(session)
            session.show_everyone()
        step = session.current_step()
        if step and step.stage == STAGE_2:
            push_fetch(session.room_key, KEY, f"{KEY}/", audience="facilitators")

    def session_ended(self, session: Session) -> None:
        """Who sat where and worked with whom is forgotten; what each pair had is not."""
        from ..models import Seat

        Seat.objects.filter(participant__session=session).delete()
