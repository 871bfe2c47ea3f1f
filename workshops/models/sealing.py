"""Which steps are written first: what people write in them is sealed until it is opened for all."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from live.clock import now

from ..refusals import Conflict, NotFit
from .step import Interval, State, Step

if TYPE_CHECKING:
    from .session import Session


class Sealing:
    """Planning decides which steps are written first; an activity's board keeps the promise."""

    def save_write_first(self: "Session", chosen: Mapping[int, bool]) -> None:
        """Say of steps (by primary key) whether they are written first, until they begin."""
        with self.lock():
            steps = {step.pk: step for step in self.steps.all()}
            if not chosen.keys() <= {pk for pk, step in steps.items() if step.may_write_first}:
                raise NotFit(_("This form is out of date. Load the page again."))
            changed = [steps[pk] for pk, first in chosen.items() if steps[pk].write_first != first]
            for step in changed:
                if step.has_begun:
                    raise Conflict(_("This step has begun. How people write in it stays."))
                step.write_first = chosen[step.pk]
                step.save(update_fields=["write_first"])
            if changed:
                self.show_facilitators()

    def sealed_steps(self: "Session", activity_key: str) -> "QuerySet[Step]":
        """The steps of an activity that were written first, began, and are not opened yet."""
        began = Exists(Interval.objects.filter(step=OuterRef("pk")))
        steps = self.steps.filter(activity_key=activity_key, write_first=True, opened_at=None)
        return steps.filter(began)

    def opened(self: "Session", activity_key: str) -> None:
        """Keep that what was written first here is open now, for good. Call inside the lock."""
        steps = self.sealed_steps(activity_key)
        self.steps.filter(pk__in=list(steps.values_list("pk", flat=True))).update(opened_at=now())

    def promises_to_seal(self: "Session") -> bool:
        """Say whether there is, or is to come, a step in which notes stay sealed at first."""
        return (
            self.steps.filter(write_first=True, opened_at=None)
            .exclude(state=State.SKIPPED)
            .exists()
        )
