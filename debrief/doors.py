"""The door of the report: only those who may read or make it learn that it is there."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from workshops.models import Workshop
from workshops.rights import may
from workshops.viewers import Viewer


def of_workshop(act: str) -> Callable:
    """Call a view with `(request, viewer, ...)` if the viewer may do `act` in this workshop.

    Signed out: to sign in. Nothing to do with the workshop: 404, as for one that does
    not exist. Part of it without this right (an observer): 403.
    """

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            workshop = get_object_or_404(Workshop.objects.select_related("content"), pk=pk)
            viewer = Viewer("plan", workshop, user=request.user)
            if may(viewer, act):
                response = view(request, viewer, **kwargs)
                response["Cache-Control"] = "no-store"
                return response
            if may(viewer, "see_workshop"):
                raise PermissionDenied
            raise Http404

        guarded.act = act  # type: ignore[attr-defined]  # read by the permission matrix test
        return guarded

    return guard
