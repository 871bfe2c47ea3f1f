from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from ..models import ContentSet


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and holds content, else 503 with the reason."""
    try:
        content = ContentSet.objects.order_by("-loaded_at").values("key", "version").first()
    except DatabaseError:
        return JsonResponse({"ok": False, "database": False, "content": None}, status=503)
    return JsonResponse(
        {"ok": content is not None, "database": True, "content": content},
        status=200 if content else 503,
    )
