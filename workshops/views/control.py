"""The facilitator's controls: each is one form and one verb of the session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..commands import answered, perform
from ..doors import behind
from ..fields import number_in
from ..models import Session
from ..refusals import NotFit
from ..viewers import Viewer

VERBS: dict[str, Callable[[Session, HttpRequest], None]] = {
    "next": lambda session, request: session.go_on(
        number_in(request, "step"), leave_sealed=request.POST.get("sealed") == "leave"
    ),
    "back": lambda session, request: session.go_back(number_in(request, "step")),
    "pause": lambda session, request: session.pause(number_in(request, "step")),
    "carry-on": lambda session, request: session.carry_on(number_in(request, "step")),
    "add": lambda session, request: session.add_minutes(
        number_in(request, "step"), number_in(request, "minutes", most=60)
    ),
    "keep-time": lambda session, request: session.keep_time(
        number_in(request, "step"), request.user
    ),
    "leave-time": lambda session, request: session.leave_time(
        number_in(request, "step"), request.user
    ),
    "offer-break": lambda session, request: session.offer_break(number_in(request, "step")),
    "end-break": lambda session, request: session.end_break(number_in(request, "step")),
    "lock-board": lambda session, request: session.lock_board(True),
    "open-board": lambda session, request: session.lock_board(False),
    "focus": lambda session, request: session.look_at(request.POST.get("focus", "")[:60]),
}


@require_POST
@behind("run_steps")
def control(request: HttpRequest, viewer: Viewer, verb: str) -> HttpResponse:
    """Carry out one of VERBS for the holder of the controls."""
    act = VERBS.get(verb)
    if act is None:
        raise NotFit(_("There is no such control."))
    return _done(request, viewer, lambda: act(viewer.session, request))


@require_POST
@behind("run_steps")
def skip(request: HttpRequest, viewer: Viewer, step: int) -> HttpResponse:
    """Leave a planned step out, or put it back."""
    chosen = get_object_or_404(viewer.session.steps, pk=step)
    return _done(request, viewer, lambda: viewer.session.skip(chosen))


@require_POST
@behind("take_controls")
def start(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Leave the lobby."""
    return _done(request, viewer, lambda: viewer.session.start(viewer.facilitator))


@require_POST
@behind("take_controls")
def take(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Take the controls, knowingly."""
    return _done(request, viewer, lambda: viewer.session.take_controls(viewer.facilitator))


def _done(request: HttpRequest, viewer: Viewer, verb: Callable) -> HttpResponse:
    return answered(request, perform(viewer, request, verb), f"/run/{viewer.session.code}/")
