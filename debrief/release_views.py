"""Releasing a report and taking a released version back: each asks first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from workshops.commands import answered
from workshops.desk import at_desk
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from . import maker
from .checking.check_list import CheckList
from .models import Report
from .views import find


@never_cache
@at_desk("release_report")
def release(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask, with what is still open; then release what was `checked`, and nothing else."""
    checked = request.POST.get("checked", request.GET.get("checked", ""))
    if request.method == "POST":
        try:
            report = Report.release(viewer.workshop, viewer.user, checked)
        except Conflict:
            return asked(request, viewer, checked, 409)
        maker.wake()
        messages.success(request, said_of(report, viewer))
        return answered(request, {}, reverse("debrief:report", args=[viewer.workshop.pk]))
    return asked(request, viewer, checked)


def asked(request: HttpRequest, viewer: Viewer, checked: str, status: int = 200) -> HttpResponse:
    """The question; where something has changed since the list was shown, the way back to it."""
    found = CheckList(viewer.workshop)
    context = {
        "workshop": viewer.workshop,
        "list": found,
        "has_changed": checked != found.draft.digest,
    }
    return render(request, "debrief/prepare/release.html", context, status=status)


def said_of(report: Report, viewer: Viewer) -> str:
    """What both of two people are told who release the same at once."""
    if report.released_by == viewer.user:
        return _("Version %(version)d is released.") % {"version": report.version}
    when = date_format(timezone.localtime(report.released_at), "j F Y, H:i")
    sentence = _("%(name)s has released the same already: version %(version)d, on %(when)s.")
    return sentence % {"name": report.releaser, "version": report.version, "when": when}


@never_cache
@at_desk("release_report")
def withdraw(request: HttpRequest, viewer: Viewer, version: int) -> HttpResponse:
    """Ask, then erase a released version from everywhere it can be read."""
    report = find(viewer, version)
    if request.method == "POST":
        report.withdraw()
        messages.success(request, _("Version %(version)d is withdrawn.") % {"version": version})
        return answered(request, {}, reverse("debrief:report", args=[viewer.workshop.pk]))
    context = {"workshop": viewer.workshop, "report": report}
    return render(request, "debrief/prepare/withdraw.html", context)
