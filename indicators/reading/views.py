"""Going through the indicators over HTTP: find, ask, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from boards.views import page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.viewers import Viewer

from ..models import Indicator


@require_POST
@behind("tend_indicators")
def set_aside(request: HttpRequest, viewer: Viewer, indicator: str) -> HttpResponse:
    """Set an indicator aside (`because`, which everyone reads)."""
    sign, because = sign_in(viewer, indicator), request.POST.get("because", "")
    answer = perform(viewer, request, lambda: sign.set_aside(viewer, because))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("tend_indicators")
def bring_back(request: HttpRequest, viewer: Viewer, indicator: str) -> HttpResponse:
    """Bring one back that was set aside."""
    sign = sign_in(viewer, indicator)
    return answered(
        request, perform(viewer, request, lambda: sign.bring_back(viewer)), page_of(viewer)
    )


@require_POST
@behind("tend_indicators")
def move(request: HttpRequest, viewer: Viewer, indicator: str) -> HttpResponse:
    """Let the room come to it one place earlier or later (`way`)."""
    sign, earlier = sign_in(viewer, indicator), request.POST.get("way") == "earlier"
    answer = perform(viewer, request, lambda: sign.move(viewer, earlier))
    return answered(request, answer, page_of(viewer))


def sign_in(viewer: Viewer, key: str) -> Indicator:
    """The indicator of this key in the viewer's workshop."""
    return get_object_or_404(Indicator.of(viewer.workshop), key=key)
