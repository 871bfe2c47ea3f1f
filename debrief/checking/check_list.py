"""All that is worth a look before a report is released, and what of it is settled."""

from functools import cached_property

from workshops.models import Workshop

from ..draft import Draft
from .checked import Checked
from .points import KINDS, Point
from .rules import RULES


class CheckList:
    """The points of this moment. None says who wrote anything."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.draft = Draft(workshop)
        self.points = [point for rule in RULES for point in rule(self.draft)]

    @cached_property
    def reasons(self) -> dict[str, Checked]:
        """Why points were found to be fine, by their key."""
        return {each.point: each for each in Checked.objects.filter(workshop=self.workshop)}

    @cached_property
    def open(self) -> list[Point]:
        """What still asks for an answer."""
        found = [each for each in self.points if each.asks and each.key not in self.reasons]
        return sorted(found, key=lambda each: list(KINDS).index(each.kind))

    @cached_property
    def settled(self) -> list[tuple[Point, Checked]]:
        """What was found to be fine, with the reason."""
        return [
            (each, self.reasons[each.key])
            for each in self.points
            if each.asks and each.key in self.reasons
        ]

    @cached_property
    def told(self) -> list[Point]:
        """What is good to know before release."""
        return [each for each in self.points if not each.asks]
