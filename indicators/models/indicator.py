"""A sign of a healthy system: one of the ten, or one that a group added; alike from then on."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from workshops.content.reading import Item
from workshops.models import Session, Workshop
from workshops.refusals import Conflict

from .going_through import LONGEST_REASON, GoingThrough

TABLE = "indicators"
LONGEST_LABEL = 120


class Indicators(models.QuerySet):
    def standing(self) -> "Indicators":
        """Those that are an indicator of their own: not merged into another."""
        return self.filter(merged_into=None)

    def in_use(self) -> "Indicators":
        """Those that the group works with: not merged, not set aside."""
        return self.standing().filter(set_aside_because="")


class Indicator(GoingThrough, models.Model):
    """One indicator of a workshop. Its `position` is the number that it has everywhere.

    `turn` is its place in the order in which a facilitator goes through them, where that is
    another one. `key` is that of the content for the ten; `session` says where an added one
    came from. The words of the ten are the content's; those of an added one stand in its
    `addition`.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="indicators")
    session = models.ForeignKey(Session, null=True, on_delete=models.SET_NULL, related_name="+")
    key = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=LONGEST_REASON, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )

    objects = Indicators.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "key"], name="one_indicator_per_key")
        ]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(cls, workshop: Workshop) -> "Indicators":
        """Return a workshop's indicators; the ten are made when they are first asked for."""
        found = workshop.indicators.select_related("addition__note")
        if not found.exists():
            cls.objects.bulk_create(
                cls(workshop=workshop, key=item.key, position=item.order)
                for item in workshop.content.items(TABLE)
            )
        return found.all()

    @classmethod
    def named(cls, workshop: Workshop, key: str) -> "Indicator | None":
        """Return the indicator behind a key: the one it was merged into, if it was."""
        found = cls.of(workshop).filter(key=key).first()
        while found and found.merged_into:
            found = found.merged_into
        return found

    @property
    def is_added(self) -> bool:
        return self.session_id is not None

    @property
    def label(self) -> str:
        return self.item.label

    @property
    def is_in_use(self) -> bool:
        """Say whether the group works with it: not merged, not set aside."""
        return not self.merged_into_id and not self.set_aside_because

    @property
    def item(self) -> Item:
        """Its words: `key`, `order`, `label`, `description`, `prompt`, `scenario_prompt`,
        and the example `proxies`, of which an added one has none."""
        if not self.is_added:
            return self.workshop.content.item(TABLE, self.key)
        return Item(self._added_words())

    def _added_words(self) -> dict[str, Any]:
        addition = getattr(self, "addition", None)
        return {
            "key": self.key,
            "order": self.position,
            "label": addition.label if addition else _("Taken back by its writer"),
            "description": addition.meaning if addition else "",
            "prompt": _("Where do we see this sign of health here, and where is it missing?"),
            "scenario_prompt": _("What would this sign of health ask of us here?"),
            "proxies": [],
        }

    def must_be_in_use(self) -> None:
        """Raise Conflict for one that the group has set aside."""
        if self.set_aside_because:
            raise Conflict(
                _("“%(indicator)s” is set aside: %(reason)s Your text is kept.")
                % {"indicator": self.label, "reason": self.set_aside_because}
            )
