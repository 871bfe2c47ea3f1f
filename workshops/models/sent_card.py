"""Prompt cards that facilitators showed: on the room's screen, on all phones, or on both."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from live.clock import now
from live.rooms import push_fetch

from ..card_fragments import push_card
from ..cards import Card, all_cards
from ..refusals import NotFit
from ..screen_fragments import push_question

if TYPE_CHECKING:
    from .session import Session


class Place(models.TextChoices):
    SCREEN = "screen", gettext_lazy("On the screen")
    PHONES = "phones", gettext_lazy("On all phones")


class SentCard(models.Model):
    """One showing of a card in one place, kept for the report; the newest may still be on view.

    `card` is its key (see workshops.cards); `step` is what the room was on, None in the lobby.
    """

    session = models.ForeignKey(
        "workshops.Session", on_delete=models.CASCADE, related_name="sent_cards"
    )
    step = models.ForeignKey(
        "workshops.Step", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    card = models.SlugField(max_length=110)
    place = models.CharField(max_length=10, choices=Place)
    sent_at = models.DateTimeField(default=now)
    taken_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "place"],
                condition=Q(taken_off_at=None),
                name="one_card_at_a_time_in_a_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.card} ({self.place})"


class Sending:
    """What facilitators send beside the step. Sending is undone by taking it off, and again."""

    def send_card(self: "Session", key: str, places: list[str]) -> None:
        """Show a card in each of `places`; another that is there goes, the same one stays.

        Where it stays nothing is pushed: whoever has closed it meanwhile keeps it closed.
        """
        with self.lock():
            self.must_not_have_ended()
            if key not in all_cards(self.workshop.content):
                raise NotFit(_("There is no such card."))
            there = self.cards_on_view().filter(card=key).values_list("place", flat=True)
            changed = set(_known(places)) - set(there)
            self.cards_on_view().filter(place__in=changed).update(taken_off_at=now())
            for place in sorted(changed):
                self.sent_cards.create(card=key, place=place, step=self.current_step())
            if Place.SCREEN in changed and self.screen_question:
                self.screen_question = ""
                self.save(update_fields=["screen_question"])
            self.show_cards(changed)

    def take_cards_off(self: "Session", places: list[str]) -> None:
        """Take away what is on view in each of `places`."""
        with self.lock():
            self.must_not_have_ended()
            self.cards_on_view().filter(place__in=_known(places)).update(taken_off_at=now())
            self.show_cards(places)

    def cards_on_view(self: "Session"):
        """What is shown now: one row at most for each place."""
        return self.sent_cards.filter(taken_off_at=None)

    def card_on(self: "Session", place: str) -> tuple[SentCard, Card] | None:
        """Return what is on view in a place and its words; None when nothing is."""
        sent = self.cards_on_view().filter(place=place).first()
        card = all_cards(self.workshop.content).get(sent.card) if sent else None
        return (sent, card) if sent and card else None

    def show_cards(self: "Session", places: Collection[str]) -> None:
        """Push what is on view in these places, and tell facilitators. Call inside the lock."""
        if Place.PHONES in places:
            push_card(self)
        if Place.SCREEN in places:
            push_question(self)
        push_fetch(self.room_key, "card-state", "cards/", audience="facilitators")
        push_fetch(self.room_key, "runsheet", "run-sheet/", audience="facilitators")

    def leave_cards(self: "Session") -> None:
        """The room moves on: what was shown belongs to the step that is left. In the lock."""
        if self.cards_on_view().update(taken_off_at=now()):
            push_card(self)
        push_fetch(self.room_key, "cards", "cards/", audience="facilitators")


def _known(places: list[str]) -> list[str]:
    """Return the places, or raise NotFit for none or another."""
    if not places or set(places) - set(Place.values):
        raise NotFit(_("Choose the screen, all phones, or both."))
    return places
