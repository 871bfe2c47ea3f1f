"""The rating over HTTP: opened by one press, closed on a page that asks first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.views import page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from ..models import Indicator, RatingRound


@require_POST
@behind("run_rating")
def open_rating(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Let people rate."""

    def verb() -> None:
        RatingRound.open(viewer)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@behind("run_rating")
def close_rating(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """GET asks. POST closes the rating for good."""
    rating = get_object_or_404(RatingRound, session=viewer.session)
    if request.method == "POST":
        answer = perform(viewer, request, lambda: rating.close(viewer))
        return answered(request, answer, page_of(viewer))
    context = {"viewer": viewer, "session": viewer.session, "rating": rating}
    response = render(request, "indicators/reading/close_rating.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("rate")
def rate(request: HttpRequest, viewer: Viewer, indicator: str) -> HttpResponse:
    """Say how far an indicator is true here (`how_far`, one of the five words by its key)."""
    sign = Indicator.named(viewer.workshop, indicator)
    how_far = request.POST.get("how_far", "")

    def verb() -> None:
        rating = RatingRound.objects.filter(session=viewer.session).first()
        if sign is None or rating is None:
            raise Conflict(_("There is nothing to rate here."))
        rating.rate(viewer, sign, how_far)

    return answered(request, perform(viewer, request, verb), page_of(viewer))
