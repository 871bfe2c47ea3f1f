"""The card on phones: pushed to participants; screens get it with their question."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from live.rooms import push

if TYPE_CHECKING:
    from .models import Session


def push_card(session: "Session") -> None:
    """Push the card that is on all phones, or its absence. Call inside the lock."""
    html = render_to_string("workshops/_card_place.html", card_context(session))
    push(session.room_key, "card", html, audience="participants")


def card_context(session: "Session") -> dict:
    """`card` is on all phones and `sent` is its row; both None when there is none."""
    sent, card = session.card_on("phones") or (None, None)
    return {"sent": sent, "card": card}
