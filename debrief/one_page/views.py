"""The page on which facilitators write the findings and choose what goes on one page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from workshops.commands import answered
from workshops.desk import at_desk
from workshops.viewers import Viewer

from ..draft import Draft
from .form import OnePageForm
from .page import OnePage


@never_cache
@at_desk("write_report")
def one_page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Write and choose; what was typed stays until it is written."""
    workshop = viewer.workshop
    draft = Draft(workshop)
    form = OnePageForm(draft, OnePage.of(workshop), request.POST or None)
    if request.method == "POST" and form.is_valid() and form.save(viewer.user):
        messages.success(request, _("Saved."))
        return answered(request, {}, reverse("debrief:check", args=[workshop.pk]))
    context = {"workshop": workshop, "form": form, "snapshot": draft.snapshot}
    return render(request, "debrief/prepare/one_page.html", context)
