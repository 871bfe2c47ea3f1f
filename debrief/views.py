"""The report over HTTP: read it, have it made, watch it arrive."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from workshops.desk import at_desk
from workshops.rights import may
from workshops.viewers import Viewer

from . import maker
from .at_the_end import is_beginning
from .models import Report


@require_GET
@never_cache
@at_desk("read_report")
def report(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The newest version that is whole; an older one stays until the next is."""
    return render(request, "debrief/page.html", page_context(viewer))


@require_GET
@never_cache
@at_desk("read_report")
def version(request: HttpRequest, viewer: Viewer, version: int) -> HttpResponse:
    """One version, as it was."""
    context = page_context(viewer)
    found = find(viewer, version)
    return render(
        request, "debrief/page.html", {**context, "report": found, "snapshot": found.snapshot}
    )


@require_POST
@at_desk("make_report")
def make(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask for the next version; the page then shows how far it is."""
    Report.ask(viewer.workshop, viewer.user)
    maker.wake()
    response = redirect("debrief:report", viewer.workshop.pk)
    response.status_code = 303
    return response


@require_GET
@never_cache
@at_desk("read_report")
def making(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """How far the newest version is; empty (204) while nothing has changed since `seen`."""
    context = page_context(viewer)
    if (seen := request.GET.get("seen")) and seen == context["stands"]:
        return HttpResponse(status=204)
    return render(request, "debrief/_making.html", {**context, "arrived": True})


def page_context(viewer: Viewer) -> dict:
    """What the report page shows: the version to read, the newest one and how far it is."""
    renew_stale(viewer)
    reports = list(viewer.workshop.reports.defer("snapshot", "used", "outline"))
    whole = next((each for each in reports if each.state == "ready"), None)
    unprinted = next((each for each in reports if each.state == "failed"), None)
    shown = whole or unprinted
    newest = reports[0] if reports else None
    begins = is_beginning(viewer.workshop, newest)
    ever = [each for each in reports if not each.is_draft]
    return {
        "workshop": viewer.workshop,
        "newest": newest,
        "begins": begins,
        "stands": "begins" if begins else newest and f"{newest.version}-{newest.state}",
        "whole": whole,
        "report": shown,
        "snapshot": shown.snapshot if shown else None,
        "released": next((each for each in ever if each.state == "ready"), None),
        "releasing": next((each for each in ever if each.is_on_its_way), None),
        "unreleased": ever[0] if ever and ever[0].state == "withdrawn" else None,
        "may_make": may(viewer, "make_report"),
        "may_release": may(viewer, "release_report"),
    }


def renew_stale(viewer: Viewer) -> None:
    """Withdraw what quotes a note that went since, have it made again, and keep the maker going."""
    Report.renew_stale(viewer.workshop)
    if viewer.workshop.reports.filter(state__in=["waiting", "making"]).exists():
        maker.wake()


def find(viewer: Viewer, version: int) -> Report:
    """Return one version of this workshop's report, unless it was withdrawn."""
    found = viewer.workshop.reports.exclude(state="withdrawn").filter(version=version).first()
    if found is None:
        raise Http404
    return found
