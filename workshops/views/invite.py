"""How people come in: join link, code, QR and a sheet to print."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ..desk import at_desk
from ..look_back import missing_context
from ..models import Session
from ..outline import outline_of
from ..rights import may
from ..viewers import Viewer
from .planning import page

QUIET_ZONE = 4  # modules of white around the code, as its standard asks


@at_desk("plan")
def invite(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Everything that can be sent, shown or printed."""
    context = {**_context(request, viewer), **missing_context(viewer.session)}
    return page(request, "invite", context)


@at_desk("plan")
def sheet(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """One page of paper for the wall or the table."""
    outline = outline_of(viewer.session)
    rules = viewer.workshop.content.head("agendas")["ground_rules"]
    context = {**_context(request, viewer), "outline": outline, "ground_rules": rules}
    return page(request, "sheet", context)


@at_desk("plan")
def qr(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The join link as a picture: black on white with its quiet zone."""
    return qr_picture(join_link(request, viewer.session))


def qr_picture(text: str) -> HttpResponse:
    """Answer with a QR code in SVG. It has an address of its own: data: images are blocked."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", border=QUIET_ZONE, scale=8, dark="#000", light="#fff", omitsize=True
    )
    response = HttpResponse(out.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "no-store"
    return response


def join_link(request: HttpRequest, session: Session) -> str:
    """The whole address that the QR code holds."""
    return request.build_absolute_uri(reverse("join-link", args=[session.link_token]))


def _context(request: HttpRequest, viewer: Viewer) -> dict:
    session = viewer.session
    screen = reverse("screen:page", args=[session.screen_token])
    return {
        "workshop": viewer.workshop,
        "session": session,
        "join_link": join_link(request, session),
        "check_link": request.build_absolute_uri(reverse("check")),
        "join_address": request.build_absolute_uri(reverse("join")),
        "screen_link": request.build_absolute_uri(screen),
        "may_renew": may(viewer, "manage_screen"),
        "has_people": session.participants.exists(),
    }
