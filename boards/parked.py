"""What was parked, in the last step: everyone reads it, facilitators say what becomes of it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from live.rooms import push
from workshops.commands import answered, perform
from workshops.doors import behind, wants_json
from workshops.refusals import Question
from workshops.viewers import Viewer

from .models import Parking
from .person_names import looks_like_a_person

if TYPE_CHECKING:
    from workshops.models import Session


def parked_context(session: "Session") -> dict[str, Any]:
    """The `parked` notes, and how many of them are still `unsettled`."""
    notes = Parking.parked_in(session)
    open_ones = [note for note in notes if note.settled is None or not note.settled.says]
    return {"session": session, "parked": notes, "unsettled": len(open_ones)}


def push_parked(session: "Session") -> None:
    """Show everyone what is parked, and facilitators what they can say of it. In the lock."""
    context = parked_context(session)
    for template, key, audience in (
        ("boards/_parked.html", "parked", "all"),
        ("boards/_parked_to_settle.html", "parked-to-settle", "facilitators"),
    ):
        html = render_to_string(template, context)
        push(session.room_key, key, html, audience=audience)


@require_POST
@behind("settle_parked")
def settle(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Say who owns a parked note (`owner`) or why it is dropped (`because`)."""
    from .views import note_in, page_of

    owner = request.POST.get("owner", "")
    must_not_name(request, owner)
    found = note_in(viewer, note)
    because = request.POST.get("because", "")
    answer = perform(viewer, request, lambda: Parking.settle(found, owner, because))
    return answered(request, answer, page_of(viewer))


def must_not_name(request: HttpRequest, owner: str) -> None:
    """Raise Question about an owner that looks like a person, where no page has asked."""
    if looks_like_a_person(owner) and not wants_json(request) and "sure" not in request.POST:
        question = Question(
            _("Is this the name of a person? Write the role or the organisation, if you can.")
        )
        question.field = "owner"
        raise question
