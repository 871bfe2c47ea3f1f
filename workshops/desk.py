"""The desk: where people who signed in plan a workshop, before and after it runs."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from .doors import let_through
from .models import Session, Workshop
from .viewers import Viewer


def viewer_at_desk(user, workshop: int, session: int | None = None) -> Viewer | None:
    """Return who sits at a workshop's desk, or None for someone who has no part in it."""
    found = Workshop.objects.select_related("content", "owner").filter(pk=workshop).first()
    if found is None:
        return None
    sitting = None
    if session is not None:
        sitting = Session.objects.filter(workshop=found, pk=session).first()
        if sitting is None:
            return None
        sitting.workshop = found
    viewer = Viewer("desk", found, sitting, user=user)
    return viewer if viewer.roles else None


def at_desk(act: str) -> Callable:
    """Let a view be called with `(request, viewer, ...)` if the viewer may do `act`.

    Someone without any part in the workshop gets the answer for a workshop that
    does not exist.
    """

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, workshop: int, session: int | None = None, **kwargs):
            viewer = viewer_at_desk(request.user, workshop, session)
            if viewer is None:
                raise Http404
            return let_through(act, view, request, viewer, **kwargs)

        guarded.act = act  # type: ignore[attr-defined]  # read by the permission matrix test
        return guarded

    return guard
