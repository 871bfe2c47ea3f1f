"""The check list before release: what there is to look at, and how to mend it where it stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from boards.models import Note
from workshops.commands import answered
from workshops.desk import at_desk
from workshops.fields import number_in
from workshops.models.workshop import Marking
from workshops.refusals import NotFit
from workshops.viewers import Viewer

from ..models import Checked
from .check_list import CheckList


@require_GET
@never_cache
@at_desk("write_report")
def check(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """All points of this moment."""
    return render(request, "debrief/prepare/check.html", context(viewer))


@require_POST
@at_desk("write_report")
def settle(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say why a point is fine (`because`)."""
    point, because = request.POST.get("point", "")[:64], request.POST.get("because", "")
    Checked.settle(viewer.workshop, viewer.user, point, because)
    return back(request, viewer, _("Noted as fine."))


@require_POST
@at_desk("write_report")
def ask_again(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Take back that a point is fine."""
    Checked.open_again(viewer.workshop, request.POST.get("point", ""))
    return back(request, viewer, _("It is on the list again."))


@require_POST
@at_desk("hide_note")
def hide(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Take a note off its board, and so out of the report."""
    found = find(viewer, note)
    found.hide(viewer, request.POST.get("because", ""))
    return back(request, viewer, _("The note is hidden. You can put it back on the console."))


@require_POST
@at_desk("enter_note")
def change(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Correct a note that was entered for the room."""
    find(viewer, note).mend(viewer, request.POST.get("text", ""), number_in(request, "base"))
    return back(request, viewer, _("The note is changed."))


@require_POST
@at_desk("plan")
def mark(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Give the workshop its marking."""
    chosen = request.POST.get("marking", "")
    if chosen not in Marking.values or not chosen:
        raise NotFit(_("Choose a marking. If none is needed, say why that is fine."))
    viewer.workshop.revise(marking=chosen)
    return back(request, viewer, _("The marking is set."))


def context(viewer: Viewer) -> dict[str, Any]:
    """What the list shows, and what a release of it is asked with."""
    return {
        "workshop": viewer.workshop,
        "list": CheckList(viewer.workshop),
        "sessions": viewer.workshop.sessions.all(),
        "markings": [each for each in Marking.choices if each[0]],
    }


def find(viewer: Viewer, note: UUID) -> Note:
    """Return a note of this workshop; who wrote it is no part of what follows."""
    rows = Note.objects.select_related("column__board__session__workshop")
    found = rows.filter(pk=note, column__board__session__workshop=viewer.workshop).first()
    if found is None or not found.may_be_known_to(viewer):
        raise Http404
    return found


def back(request: HttpRequest, viewer: Viewer, sentence: str) -> HttpResponse:
    """Say what was done above the list."""
    messages.success(request, sentence)
    return answered(request, {}, reverse("debrief:check", args=[viewer.workshop.pk]))
