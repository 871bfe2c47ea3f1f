"""Prompt cards: look at one, send it to the screen, to all phones, or take it off again."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from live.rooms import position

from ..cards import Card, all_cards, suggested
from ..commands import answered, perform
from ..doors import behind
from ..models import Session
from ..viewers import Viewer

PLACES = {"everyone": ["screen", "phones"], "screen": ["screen"], "phones": ["phones"]}


@require_GET
@behind("send_card")
def cards(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The console's part about cards: what is on view, the one that fits, and all of them."""
    return _shown(request, viewer, "workshops/_console_cards.html", cards_context)


@require_GET
@behind("send_card")
def card(request: HttpRequest, viewer: Viewer, card: str) -> HttpResponse:
    """One card as people would see it, with where it can be sent."""
    if card not in all_cards(viewer.workshop.content):
        raise Http404
    return _shown(request, viewer, "workshops/card.html", partial(preview_context, key=card))


@require_POST
@behind("send_card")
def send(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Send the card `card` to `place`: everyone, screen or phones."""
    key, places = request.POST.get("card", ""), _places(request)
    answer = perform(viewer, request, lambda: viewer.session.send_card(key, places))
    return answered(request, answer, f"/run/{viewer.session.code}/")


@require_POST
@behind("send_card")
def take_off(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Take off what is on view in `place`: everyone, screen or phones."""
    places = _places(request)
    answer = perform(viewer, request, lambda: viewer.session.take_cards_off(places))
    return answered(request, answer, f"/run/{viewer.session.code}/")


def cards_context(session: Session) -> dict[str, Any]:
    """What is on view (`on_view`), all cards by group, and the first that fits as `preview`.

    The first is one that was not shown in this session, as long as there is one.
    """
    found = all_cards(session.workshop.content)
    _, fitting = suggested(session.workshop.content, _step_key(session))
    shown = set(session.sent_cards.values_list("card", flat=True))
    first = next((key for key in fitting if key not in shown), next(iter(fitting), ""))
    return {
        "on_view": on_view(session, found),
        "card_groups": grouped(found, shown),
        **preview_context(session, first),
    }


def preview_context(session: Session, key: str) -> dict[str, Any]:
    """`preview` is the card, `when` says when it fits the step, `another` is the next that does."""
    content = session.workshop.content
    when, fitting = suggested(content, _step_key(session))
    there = fitting.index(key) + 1 if key in fitting else 0
    following = (fitting[there:] + fitting[:there])[:1]
    return {
        "preview": all_cards(content).get(key),
        "when": when if key in fitting else "",
        "another": following[0] if following and following[0] != key else "",
    }


def on_view(session: Session, found: dict[str, Card]) -> list[dict[str, Any]]:
    """What is shown now: each card once, with its places."""
    places: dict[str, list[str]] = {}
    for sent in session.cards_on_view():
        places.setdefault(sent.card, []).append(sent.place)
    return [
        {"card": found[key], "place": "everyone" if len(where) > 1 else where[0]}
        for key, where in places.items()
        if key in found
    ]


def grouped(found: dict[str, Card], shown: set[str]) -> list[dict[str, Any]]:
    """Every card under its group, each with `was_shown`."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for key, each in found.items():
        groups.setdefault(each.group, []).append({"card": each, "was_shown": key in shown})
    return [{"label": label, "cards": cards} for label, cards in groups.items()]


def _step_key(session: Session) -> str:
    step = session.current_step()
    return step.key if step else ""


def _places(request: HttpRequest) -> list[str]:
    return PLACES.get(request.POST.get("place", ""), [])


def _shown(
    request: HttpRequest, viewer: Viewer, template: str, context: Callable[[Session], dict]
) -> HttpResponse:
    session = viewer.session
    assert session is not None
    at = position(session.room_key)
    session.read_again()  # it was read at the door, before the position
    named = {"viewer": viewer, "session": session, "workshop": session.workshop, "at": at}
    response = render(request, template, named | context(session))
    response["Cache-Control"] = "no-store"
    return response
