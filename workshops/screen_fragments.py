"""Fragments of the room's screen: pushed to screens only."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from live.rooms import push

if TYPE_CHECKING:
    from .models import Session


def push_cover(session: "Session") -> None:
    """Push what covers a blanked screen. Call inside the lock."""
    _push(session, "cover", "workshops/_screen_cover.html", {})


def push_code(session: "Session") -> None:
    """Push how to join, or nothing while it is hidden. Call inside the lock."""
    _push(session, "join-code", "workshops/_screen_code.html", {})


def push_question(session: "Session") -> None:
    """Push the question or card that the facilitator shows. Call inside the lock."""
    _push(session, "question", "workshops/_screen_question.html", question_context(session))


def question_context(session: "Session") -> dict:
    """`question` has `title` and `text`, `card` is a prompt card; None, or one at a time."""
    step = session.current_step()
    key = session.screen_question
    on_view = session.card_on("screen")
    return {
        "question": step.activity.question(step, key) if step and key else None,
        "card": on_view[1] if on_view else None,
    }


def _push(session: "Session", key: str, template: str, context: dict) -> None:
    html = render_to_string(template, {"session": session, **context})
    push(session.room_key, key, html, audience="screen")
