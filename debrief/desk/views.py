"""Policy Lab's desk over HTTP: find released reports, read one, take files, see the figures."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from workshops.desk import at_desk
from workshops.refusals import Refused
from workshops.viewers import Viewer

from ..downloads import carrying
from ..models import Report
from .across import Across
from .asked import Asked
from .door import at_policy_labs_desk
from .files import OFFERED, as_file, csv_file
from .packing import pack
from .shelf import fresh, shelf
from .tables import TABLES


@require_GET
@never_cache
@at_policy_labs_desk
def listing(request: HttpRequest) -> HttpResponse:
    """The released reports that meet the search, the latest workshop first."""
    return show_list(request, Asked(request.GET))


@require_GET
@never_cache
@at_policy_labs_desk
def figures(request: HttpRequest) -> HttpResponse:
    """Counts across the reports that meet the search."""
    asked = Asked(request.GET)
    across = Across.of(fresh(asked.found))
    return render(request, "debrief/desk/figures.html", {"asked": asked, "across": across})


@require_GET
@never_cache
@at_policy_labs_desk
def table(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of the tables of figures as a file of commas."""
    if name not in TABLES:
        raise Http404
    across = Across.of(fresh(Asked(request.GET).found))
    return csv_file(TABLES[name](across))


@require_GET
@never_cache
@at_policy_labs_desk
def take_many(request: HttpRequest) -> HttpResponseBase:
    """One ZIP with the ZIPs of what is ticked, or of all that was found; or why not."""
    asked = Asked(request.GET)
    try:
        parcel = pack(asked)
    except Refused as refusal:
        return show_list(request, asked, refusal)
    return as_file(StreamingHttpResponse(parcel, content_type="application/zip"), "reports.zip")


@require_GET
@never_cache
@at_desk("read_shared")
def read(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The newest released report of one workshop, as a page."""
    report = find(viewer)
    context = {"report": report, "snapshot": report.snapshot, "workshop": viewer.workshop}
    return render(request, "debrief/desk/read.html", {**context, "forms": OFFERED})


@require_GET
@never_cache
@at_desk("read_shared")
def take(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """One form of the newest released report of one workshop."""
    return carrying(find(viewer), form)


def find(viewer: Viewer) -> Report:
    """Return the newest released report, unless it quotes words that have gone."""
    Report.renew_stale(viewer.workshop)
    report = shelf().filter(workshop=viewer.workshop).first()
    if report is None:
        raise Http404
    return report


def show_list(request: HttpRequest, asked: Asked, refusal: Refused | None = None) -> HttpResponse:
    """The list, with why nothing was sent where that was asked; ticks stay as they are."""
    context = {"asked": asked, "refusal": refusal}
    status = refusal.status if refusal else 200
    return render(request, "debrief/desk/list.html", context, status=status)
