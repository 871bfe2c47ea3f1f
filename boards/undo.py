"""Undo over HTTP: one's own last deed, or one named by its number."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.viewers import Viewer

from .models import Deed
from .views import page_of


@require_POST
@behind("undo_own")
def undo(request: HttpRequest, viewer: Viewer, deed: int | None = None) -> HttpResponse:
    """Undo it, and answer in words what was undone (`said`)."""

    def verb() -> dict:
        return {"said": Deed.find(viewer, deed).undo(viewer)}

    return answered(request, perform(viewer, request, verb), page_of(viewer))
