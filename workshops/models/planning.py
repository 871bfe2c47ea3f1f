"""How a workshop comes into being: sessions with an agenda made from a template."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from .content import ContentSet
from .kinds import Kind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .session import Session
    from .workshop import Workshop

# Two linked sessions take these templates, the second a week after the first until it is moved.
LINKED = {Kind.STAGE_1: "stage_1_only", Kind.STAGE_2: "stage_2_only"}
BETWEEN = timedelta(weeks=1)
KIND_OF = {
    "stage_1_only": Kind.STAGE_1,
    "stage_2_only": Kind.STAGE_2,
    "barometer_only": Kind.BAROMETER,
}


class Planning:
    """The verbs that make a workshop."""

    @classmethod
    def plan(
        cls: "type[Workshop]",
        owner: "User",
        content: ContentSet,
        *,
        starts_at: datetime,
        agenda: str = "half_day_3h",
        expected: int | None = None,
        **facts: Any,
    ) -> "Workshop":
        """Make a workshop with its session, or its two linked sessions.

        `facts` are fields of Workshop (policy_area, use_case, place, format, marking ...);
        `agenda` is the key of a template of the content set, not used for two sessions.
        """
        with transaction.atomic():
            workshop = cls.objects.create(owner=owner, content=content, **facts)
            workshop.facilitators.create(user=owner)
            if workshop.format == "two_sessions":
                for number, (kind, template) in enumerate(LINKED.items()):
                    start = starts_at + number * BETWEEN
                    workshop.add_session(kind, template, start, expected)
            else:
                kind = KIND_OF.get(agenda, Kind.COMBINED)
                workshop.add_session(kind, agenda, starts_at, expected)
        return workshop

    def add_session(
        self: "Workshop", kind: str, agenda: str, starts_at: datetime, expected: int | None = None
    ) -> "Session":
        """Add one sitting with the steps of an agenda template."""
        session = self.sessions.create(
            kind=kind, agenda=agenda, starts_at=starts_at, expected=expected
        )
        session.steps_from_template()
        return session
