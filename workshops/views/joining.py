"""Joining: the code, the link, and who comes in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..codes import tidy
from ..doors import cookie_of, viewer_at
from ..join_forms import CodeForm, JoinForm
from ..models import Participant, Session
from ..refusals import Refused
from ..throttle import TooManyTries, tried

DAYS = 30


@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """The box for the code. The address it leads to says whether the code is right."""
    form = CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")[:12]})
    if request.method == "POST" and form.is_valid():
        return see_other(reverse("join-details", args=[form.cleaned_data["code"]]))
    return render(request, "workshops/join/code.html", {"form": form})


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """A join link or QR code: 128 random bits, so it is not slowed down."""
    session = get_object_or_404(Session, link_token=token)
    return see_other(details_address(session))


@never_cache
def details(request: HttpRequest, code: str) -> HttpResponse:
    """Who comes in. It lies below the place, so that a place one already has is known here."""
    session = Session.objects.filter(code=tidy(code)).first()
    if session and has_place(request, session):
        return see_other(place_address(session))
    if session is None or not is_invited(request, session):
        return knock(request, code)
    try:
        session.must_be_joinable()
    except Refused as refusal:
        context = {"workshop": session.workshop, "session": session, "sentence": str(refusal)}
        return render(request, "workshops/join/closed.html", context, status=refusal.status)
    form = JoinForm(request.POST or None, session=session)
    if request.method == "POST" and form.is_valid():
        try:
            return welcome(session, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "workshops/join/details.html", _details(session, form))


def knock(request: HttpRequest, code: str) -> HttpResponse:
    """Let a right code in; say the same of an unknown, an ended and a locked one."""
    try:
        session = tried(request, lambda: Session.open_with(code))
    except TooManyTries:
        sentence, status = _("Too many tries. Wait 1 minute, or ask the facilitator."), 429
    else:
        if session:
            return see_other(details_address(session))
        sentence, status = _("We do not know this code. Check it on the screen."), 404
    form = CodeForm({"code": code[:12]})
    form.is_valid()
    form.errors.clear()
    form.add_error("code", sentence)
    return render(request, "workshops/join/code.html", {"form": form}, status=status)


def welcome(session: Session, form: JoinForm) -> HttpResponse:
    """Give the place and go there."""
    _person, token = Participant.join(session, **form.cleaned_data)
    return into_place(session, token)


def into_place(session: Session, token: str) -> HttpResponse:
    """Put the token into a cookie that only this place is sent, and go there."""
    response = see_other(place_address(session))
    response.set_cookie(
        cookie_of(session),
        token,
        max_age=DAYS * 24 * 60 * 60,
        path=place_address(session),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


def has_place(request: HttpRequest, session: Session) -> bool:
    """Say whether this browser holds a place; without a cookie no row is read, so none is told."""
    held = cookie_of(session) in request.COOKIES
    return held and viewer_at("place", session.code, request.COOKIES, None) is not None


def is_invited(request: HttpRequest, session: Session) -> bool:
    """Say whether the address carries the session's link token."""
    return constant_time_compare(request.GET.get("link", ""), session.link_token)


def place_address(session: Session) -> str:
    return reverse("place:page", args=[session.code])


def details_address(session: Session) -> str:
    return f"{reverse('join-details', args=[session.code])}?link={session.link_token}"


def see_other(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def who_sees_what(session: Session) -> dict:
    """What the page says about who sees what and what is kept."""
    words = session.workshop.content.head("joining")
    shared = "shared" if session.workshop.shared_with_policy_lab else "not_shared"
    return {
        "session": session,
        "workshop": session.workshop,
        "seals": session.promises_to_seal(),
        "words": words,
        "policy_lab": words["shared_with_policy_lab"][shared],
    }


def _details(session: Session, form: JoinForm) -> dict:
    rules = session.workshop.content.head("agendas")["ground_rules"]
    return {**who_sees_what(session), "form": form, "ground_rules": rules}
