"""Every command is carried out once, however often it arrives."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from .doors import wants_json
from .fields import uuid_of
from .models import Operation
from .models.one_row import one_row
from .refusals import Conflict, NotAllowed
from .viewers import Viewer


def perform(viewer: Viewer, request: HttpRequest, verb: Callable[[], Any]) -> dict[str, Any]:
    """Carry out `verb` under the room's lock, or repeat the answer it gave before.

    The form's `operation` (a UUID) names the command. A replay is recognised
    before anything else is asked; the same UUID with other content is a Conflict.
    Returns `{"seq": head}` and whatever mapping the verb returned.
    """
    session = viewer.session
    assert session is not None
    operation = operation_of(request)
    fingerprint = _fingerprint(request)
    with session.lock() as room:
        known = one_row(Operation, id=operation) if operation else None
        if known:
            if (known.actor, known.fingerprint) != (viewer.identity, fingerprint):
                raise Conflict(_("This was sent before with other words. Your text is kept."))
            return known.answer
        if viewer.again().roles != viewer.roles:
            raise NotAllowed(_("What you may do here has just changed. Load the page again."))
        answer = {**(verb() or {}), "seq": room.head}
        if operation:
            Operation.objects.create(
                pk=operation,
                session=session,
                actor=viewer.identity,
                fingerprint=fingerprint,
                answer=answer,
            )
        return answer


def answered(request: HttpRequest, answer: dict[str, Any], back: str) -> HttpResponse:
    """Answer a command: JSON for a program, else 303 back to the page it came from."""
    if wants_json(request):
        return JsonResponse(answer)
    response = HttpResponseRedirect(back)
    response.status_code = 303
    return response


def operation_of(request: HttpRequest) -> UUID | None:
    """Return the command's UUID; None when the form has none."""
    given = request.POST.get("operation", "")
    return uuid_of(given) if given else None


def _fingerprint(request: HttpRequest) -> str:
    """Hash what was asked: the address and the fields, without the CSRF token.

    The hash is keyed, so that it says nothing about words that were taken back.
    """
    asked = {k: v for k, v in request.POST.lists() if k not in {"csrfmiddlewaretoken"}}
    text = json.dumps([request.path, asked], sort_keys=True)
    return salted_hmac("workshops.operation", text, algorithm="sha256").hexdigest()
