"""Proxies over HTTP: find, ask, answer."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from boards.views import base, board_of, page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import Refused
from workshops.viewers import Viewer

from ..models import Gap, Indicator, Proxy
from . import read_back


@require_POST
@behind("change_note")
def change(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Change text, kind and where to look, from the version `base`."""
    proxy, text = proxy_of(viewer, note), request.POST.get("text", "")
    return reworded(
        request, viewer, lambda: proxy.change(viewer, text, base(request), request.POST), proxy
    )


@require_POST
@behind("change_note")
def test(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Change the answers of the stress test, from the version `base`."""
    proxy = proxy_of(viewer, note)
    return reworded(request, viewer, lambda: proxy.test(viewer, base(request), request.POST), proxy)


@require_POST
@behind("make_call")
def call(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Make or change one's own call (`call`: yes, change, park)."""
    proxy, made = proxy_of(viewer, note), request.POST.get("call", "")
    answer = perform(viewer, request, lambda: proxy.call(viewer, made))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("settle_proxy")
def settle(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Say for the group what becomes of it (`state`: agreed, to_change, parked, proposed)."""
    proxy, state = proxy_of(viewer, note), request.POST.get("state", "")
    answer = perform(viewer, request, lambda: proxy.settle(state))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("sort_notes")
def gap(request: HttpRequest, viewer: Viewer, indicator: str) -> HttpResponse:
    """Leave an indicator as a gap, or not (`on`: yes, no)."""
    board, on = board_of(viewer, "proxies"), request.POST.get("on") == "yes"
    found = get_object_or_404(Indicator.of(viewer.workshop).standing(), key=indicator)
    answer = perform(viewer, request, lambda: Gap.leave(board, viewer, found, on))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("run_steps")
def read(request: HttpRequest, viewer: Viewer, verb: str) -> HttpResponse:
    """Bring the room to the next proxy that waits (`on`), or back to all of them (`end`)."""
    board = board_of(viewer, "proxies")
    go = read_back.go_on if verb == "on" else read_back.end
    return answered(request, perform(viewer, request, lambda: go(board)), page_of(viewer))


def reworded(
    request: HttpRequest, viewer: Viewer, verb: Callable[[], None], proxy: Proxy
) -> HttpResponse:
    """What was typed stands on the page of a refusal, to be sent again."""
    try:
        return answered(request, perform(viewer, request, verb), page_of(viewer))
    except Refused as refusal:
        refusal.form, refusal.viewer = proxy.note.board.activity.form_template, viewer
        raise


def proxy_of(viewer: Viewer, note: UUID) -> Proxy:
    """Return a proxy of this session that the viewer may know of, else 404."""
    found = get_object_or_404(
        Proxy.objects.select_related("note__column__board__session", "note__merged_into"),
        note=note,
        note__column__board__session=viewer.session,
    )
    if found.note.may_be_known_to(viewer):
        return found
    raise Http404
