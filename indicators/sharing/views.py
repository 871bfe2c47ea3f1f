"""Pairs and tables over HTTP: find, ask, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from boards.views import page_of
from live.rooms import position
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.fields import number_in
from workshops.models import Session
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from ..models import Indicator, Pair, Seat


@require_GET
@behind("see_console")
def sharing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Pairs and tables, for a console that heard that someone came or went."""
    session = session_of(viewer)
    context = {"at": position(session.room_key), "viewer": viewer, "session": session}
    response = render(request, "indicators/sharing/_console.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("share_out")
def make_pairs(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make the pairs, or with `anew` make others."""
    anew = "anew" in request.POST
    answer = perform(viewer, request, lambda: Pair.make(session_of(viewer), anew=anew))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("share_out")
def make_tables(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Seat everyone at tables."""
    answer = perform(viewer, request, lambda: Seat.make_tables(session_of(viewer)))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("share_out")
def one_table(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Let everyone sit together again."""
    answer = perform(viewer, request, lambda: Seat.one_table(session_of(viewer)))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("share_out")
def move_person(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Let a `person` work with another `pair`, or sit at another `table`."""

    def verb() -> None:
        seat = seat_in(viewer, request)
        if "table" in request.POST:
            seat.move_to_table(number_in(request, "table"))
        else:
            seat.move_to(pair_in(viewer, request))

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("share_out")
def move_indicator(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Give an `indicator` (its key) to another `pair`."""
    key = request.POST.get("indicator", "")

    def verb() -> None:
        indicator = get_object_or_404(Indicator.of(viewer.workshop), key=key)
        pair_in(viewer, request).take(indicator)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


def session_of(viewer: Viewer) -> Session:
    assert viewer.session is not None
    return viewer.session


def seat_in(viewer: Viewer, request: HttpRequest) -> Seat:
    """The seat of a `person`, who may have been removed since the page was made."""
    found = Seat.objects.filter(participant__session=viewer.session)
    seat = found.filter(participant=number_in(request, "person")).select_related("participant")
    if not seat.exists():
        raise Conflict(_("This person is not here any more. Look at the pairs, then try again."))
    return seat.get()


def pair_in(viewer: Viewer, request: HttpRequest) -> Pair:
    """The `pair` (its number), which may have been made anew since."""
    pair = Pair.objects.filter(session=viewer.session, number=number_in(request, "pair")).first()
    if pair is None:
        raise Conflict(_("This pair is not there any more. Look at the pairs, then try again."))
    return pair
