"""One's own page: the codes, the devices, the settings, one's notes, and who sees what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..doors import behind, cookie_of, turned_away, wants_json, was_removed
from ..models import Passage
from ..viewers import Viewer
from .invite import qr_picture
from .joining import see_other, who_sees_what
from .planning import saved


def ask_for_code(request: HttpRequest, door: str, key: str) -> HttpResponse:
    """Whoever has no place here may have one elsewhere: ask for their code."""
    if wants_json(request) or was_removed(request, key):
        return turned_away(request, door, key)
    return see_other(reverse("come-back-here", args=[key[:12]]))


@behind("see_own_notes", else_=ask_for_code)
def you(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The page itself."""
    person = viewer.participant
    context = {
        **who_sees_what(viewer.session),
        "viewer": viewer,
        "person": person,
        "devices": person.devices.count(),
        "link": link_of(request, viewer),
    }
    response = render(request, "workshops/you.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("see_own_notes")
def new_code(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make a new personal code; the one before stops working."""
    viewer.participant.renew_personal_code()
    return saved(request, _("You have a new code. The old one no longer works."), _here(viewer))


@require_POST
@behind("see_own_notes")
def link(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make a link for another device."""
    Passage.make(viewer.participant)
    return see_other(f"{_here(viewer)}#another-device")


@behind("see_own_notes")
def link_qr(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The link for another device as a picture; 404 when there is none or it is used."""
    address = link_of(request, viewer)
    if not address:
        raise Http404
    return qr_picture(address)


@require_POST
@behind("see_own_notes")
def sign_out(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Shut the place to this device. The person stays in the workshop, their notes too."""
    viewer.participant.sign_out(_token(request, viewer))
    response = render(request, "workshops/join/signed_out.html", {"code": viewer.session.code})
    response.delete_cookie(cookie_of(viewer.session), path=_place(viewer), samesite="Lax")
    return response


@require_POST
@behind("see_own_notes")
def sign_out_others(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Shut the place to every device but this one."""
    viewer.participant.sign_out_others(_token(request, viewer))
    return saved(request, _("Your other devices are signed out."), _here(viewer))


def link_of(request: HttpRequest, viewer: Viewer) -> str:
    """The whole address that takes this place to another device; empty when there is none now."""
    found = Passage.of(viewer.participant)
    if found is None:
        return ""
    return request.build_absolute_uri(reverse("go-on", args=[viewer.session.code, found.token]))


def _token(request: HttpRequest, viewer: Viewer) -> str:
    return request.COOKIES.get(cookie_of(viewer.session), "")


def _place(viewer: Viewer) -> str:
    return reverse("place:page", args=[viewer.session.code])


def _here(viewer: Viewer) -> str:
    return reverse("place:you", args=[viewer.session.code])
