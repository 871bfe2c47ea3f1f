"""Coming back to a place: by two codes, or by a link that another device made."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..doors import cookie_of, wants_json
from ..join_forms import ComeBackForm
from ..models import Participant, Passage, Session
from ..refusals import Gone
from ..throttle import TooManyTries, tried
from .joining import into_place

SHORT = 2  # signs of a session's code by which a day's wrong tries are counted


@never_cache
def come_back(request: HttpRequest, code: str = "") -> HttpResponse:
    """The boxes for the session's code and one's own. A GET reads no row, so it tells nothing."""
    typed = request.POST if request.method == "POST" else None
    form = ComeBackForm(typed, initial={"code": code[:12]})
    if form.is_valid():
        return knock(request, form)
    return page(request, form, 422 if form.is_bound else 200)


def knock(request: HttpRequest, form: ComeBackForm) -> HttpResponse:
    """Let the right codes in; say the same of all that are wrong, used up or shut."""
    code, personal = form.cleaned_data["code"], form.cleaned_data["personal_code"]
    try:
        person = tried(request, lambda: Participant.returning(code, personal), code[:SHORT])
    except TooManyTries:
        form.add_error(None, _("Too many tries. Wait 1 minute, or ask the facilitator."))
        return page(request, form, 429)
    if person is None:
        sentence = _("These two codes together lead to no place. Check them both.")
        form.add_error("personal_code", sentence)
        return page(request, form, 404)
    token = person.add_device(held_here(request, person.session))
    return into_place(person.session, token)


@never_cache
def go_on(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Ask "Go on here as Sam?". Only the POST uses the link up: previews of links send a GET."""
    found = Passage.open_with(code, token)
    if found is None:
        return used(request, code)
    session = found.participant.session
    if request.method == "POST":
        try:
            return into_place(session, found.use(held_here(request, session)))
        except Gone:
            return used(request, code)
    context = {"person": found.participant, "session": session, "workshop": session.workshop}
    return render(request, "workshops/join/go_on.html", context)


def used(request: HttpRequest, code: str) -> HttpResponse:
    """Say the same of a link that was used, is too old, or never was."""
    if wants_json(request):
        return JsonResponse({"error": _("This link has been used or is too old.")}, status=410)
    return render(request, "workshops/join/link_used.html", {"code": code[:12]}, status=410)


def held_here(request: HttpRequest, session: Session) -> str:
    """The token of the place that this browser has held so far; empty when it has none."""
    return request.COOKIES.get(cookie_of(session), "")


def page(request: HttpRequest, form: ComeBackForm, status: int) -> HttpResponse:
    """The form, and to a program that was refused the first of its sentences."""
    if status != 200 and wants_json(request):
        sentences = [str(each) for errors in form.errors.values() for each in errors]
        return JsonResponse({"error": sentences[0]}, status=status)
    return render(request, "workshops/join/come_back.html", {"form": form}, status=status)
