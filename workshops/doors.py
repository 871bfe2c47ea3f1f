"""The doors of a session: the place, the console and the screen.

A view behind a door is called with the viewer it let in; everyone else gets the
answer that the door gives to strangers, the same for a wrong code as for a right one.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from .codes import tidy
from .models import Device, Participant, Session, Workshop
from .models.one_row import one_row
from .pace import keep_pace
from .presence import seen
from .refusals import NotAllowed, Refused
from .rights import may
from .viewers import Viewer

ADDRESSES = {"place": "/s/", "console": "/run/", "screen": "/screen/"}


def cookie_of(session: Session) -> str:
    """The name of the cookie that holds a place in this session."""
    return f"place-{session.pk}"


def viewer_at(door: str, key: str, cookies, user) -> Viewer | None:
    """Return who stands at a door, or None for a stranger.

    `key` is the session's code, or the screen's token. Also used for sockets,
    so it reads rows anew each time it is asked.
    """
    if door == "screen":
        session = _session(screen_token=key)
        return Viewer("screen", session.workshop, session) if session else None
    session = _session(code=tidy(key))
    if session is None:
        return None
    if door == "console":
        viewer = Viewer("console", session.workshop, session, user=user)
        return viewer if may(viewer, "see_board") else None
    person = _participant(session, cookies.get(cookie_of(session), ""))
    return Viewer("place", session.workshop, session, participant=person) if person else None


def behind(act: str, else_: Callable[..., HttpResponse] | None = None) -> Callable:
    """Let a view be called with `(request, viewer, ...)` if the viewer may do `act`.

    Strangers get what `else_` answers, as a rule `turned_away`.
    """

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, door: str, key: str, **kwargs) -> HttpResponse:
            viewer = viewer_at(door, key, request.COOKIES, request.user)
            if viewer is None or is_someone_else(request, viewer):
                return (else_ or turned_away)(request, door, key)
            return let_through(act, view, request, viewer, **kwargs)

        guarded.act = act  # type: ignore[attr-defined]  # read by the permission matrix test
        return guarded

    return guard


def let_through(
    act: str, view: Callable[..., HttpResponse], request: HttpRequest, viewer: Viewer, **kwargs
) -> HttpResponse:
    """Answer with the view if the viewer may do `act`, or with the sentence of a refusal."""
    try:
        if not may(viewer, act):
            raise NotAllowed(_("That is not yours to do here."))
        keep_pace(request, viewer)
        seen(viewer)
        return view(request, viewer, **kwargs)
    except Http404:
        if not wants_json(request):
            raise
        return JsonResponse({"error": _("This is not here, or not any more.")}, status=404)
    except Refused as refusal:
        response = refused(request, refusal)
        if refusal.wait:
            response["Retry-After"] = refusal.wait
        return response


def is_someone_else(request: HttpRequest, viewer: Viewer) -> bool:
    """Say whether a program wrote for a person who is no longer the one with the cookie.

    Words that waited in a browser must not go out under the name of whoever joined there since.
    """
    written_by = request.headers.get("X-Person", "")
    return bool(written_by) and written_by != viewer.identity


def turned_away(request: HttpRequest, door: str, key: str) -> HttpResponse:
    """Answer a stranger: join first, sign in first, or nothing here.

    A program hears 401 where coming back can help, and 403 where the place was closed.
    """
    removed = door == "place" and was_removed(request, key)
    if wants_json(request):
        sentence = _("The facilitator has closed your place.") if removed else ""
        error = sentence or _("You are not in this workshop.")
        return JsonResponse({"error": error}, status=403 if removed else 401)
    if removed:
        return render(request, "workshops/join/removed.html", status=403)
    if door == "place":
        return redirect(f"{reverse('join')}?code={quote(key[:12])}")
    if door == "console" and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise Http404


def was_removed(request: HttpRequest, key: str) -> bool:
    """Say whether this browser holds a place here that a facilitator has closed."""
    session = _session(code=tidy(key))
    token = request.COOKIES.get(cookie_of(session), "") if session else ""
    if session is None or not token:
        return False
    places = session.participants.filter(devices__token_hash=Participant.hash_of(token))
    return places.exclude(removed_at=None).exists()


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Answer with the refusal's sentence, as JSON for a program or as a page."""
    if wants_json(request):
        return JsonResponse({"error": str(refusal)}, status=refusal.status)
    typed, again = request.POST.get(refusal.field, ""), refusal.again or request.path
    context: dict[str, Any] = {"sentence": str(refusal), "typed": typed, "again": again}
    context |= {"form": refusal.form, "field": refusal.field, "viewer": refusal.viewer}
    return render(request, refusal.template, context, status=refusal.status)


def wants_json(request: HttpRequest) -> bool:
    """Say whether a program (our own pages' fetch included) asked."""
    return request.headers.get("Accept", "").startswith("application/json")


def _session(**where: str) -> Session | None:
    session = one_row(Session, **where)
    if session and (workshop := one_row(Workshop, id=session.workshop_id)):
        session.workshop = workshop
    return session


def _participant(session: Session, token: str) -> Participant | None:
    device = one_row(Device, token_hash=Participant.hash_of(token)) if token else None
    person = one_row(Participant, id=device.participant_id) if device else None
    return person if person and person.is_in(session) else None
