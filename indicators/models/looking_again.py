"""What a facilitator says of the plan as a whole: when to look again, and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.models import Session
from workshops.refusals import NotFit

if TYPE_CHECKING:
    from .plan import Plan

MOST_RECOMMENDATIONS = 2  # domain brief 4.9


class LookingAgain:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    @classmethod
    def of(cls: "type[Plan]", session: Session) -> "Plan":
        """Return the session's plan; an unsaved one while nothing is said of it."""
        return cls.objects.filter(session=session).first() or cls(session=session)

    @classmethod
    def look_again(cls: "type[Plan]", session: Session, on: date | None) -> None:
        """Say on which day the group looks at its plan again; None where it does not say."""
        with session.lock():
            session.must_not_have_ended()
            cls._say(session, review_on=on)

    @classmethod
    def recommend(cls: "type[Plan]", session: Session, keys: Iterable[str]) -> None:
        """Choose at most two of the content's recommendations as next steps, in its order."""
        known = [item.key for item in session.workshop.content.items("recommendations")]
        wanted = set(keys)
        with session.lock():
            session.must_not_have_ended()
            if wanted - set(known):
                raise NotFit(_("There is no such recommendation. Load the page again."))
            if len(wanted) > MOST_RECOMMENDATIONS:
                raise NotFit(_("Choose two at most: what fits best comes first."))
            cls._say(session, recommendations=[key for key in known if key in wanted])

    @classmethod
    def _say(cls: "type[Plan]", session: Session, **said) -> None:
        from ..plan.fragments import push_plan

        cls.objects.update_or_create(session=session, defaults=said)
        push_plan(session)
