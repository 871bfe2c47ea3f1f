from django.http import HttpRequest, HttpResponse, JsonResponse

from .asked import Asked
from .reading import read_stretch
from .rooms import position
from .viewer import Viewer


def changes_response(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Answer ?epoch=&since= with one frame; ask again from its head while it says `more`.

    400 when the question makes no sense, 409 when the page must be loaded again.
    """
    try:
        asked = Asked.from_query(request.GET)
    except ValueError as why:
        return _fresh(JsonResponse({"error": str(why)}, status=400))
    where = position(viewer.room_key)
    if asked.is_lost(where):
        return _fresh(JsonResponse({**where._asdict(), "reload": True}, status=409))
    stretch = read_stretch(viewer.room_key, where.epoch, asked.since, where.head, viewer.audiences)
    frame = stretch.frame(viewer.audiences)
    return _fresh(HttpResponse(frame.text(), content_type="application/json"))


def _fresh(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response
