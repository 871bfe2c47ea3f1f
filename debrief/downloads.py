"""What leaves by download: each form of a version, and the schema of its data."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from workshops.desk import at_desk
from workshops.viewers import Viewer

from .forms.schema import MEDIA_TYPE, SCHEMA_FILE
from .models import Report
from .views import find, renew_stale


@require_GET
@never_cache
@at_desk("read_report")
def download(request: HttpRequest, viewer: Viewer, version: int, form: str) -> HttpResponse:
    """One form of one version, when it is whole."""
    renew_stale(viewer)
    return carrying(find(viewer, version), form)


def carrying(report: Report, form: str) -> HttpResponse:
    """Answer with a form under its own name; raises Http404 where there is none, or no more."""
    found = report.file_of(form)
    if found is None:
        raise Http404
    try:
        content = report.path_of(form).read_bytes()
    except FileNotFoundError:  # withdrawn between the look at the row and the look at the disk
        raise Http404 from None
    return HttpResponse(
        content,
        content_type=found["media_type"],
        headers={"Content-Disposition": f'attachment; filename="{found["name"]}"'},
    )


@require_GET
def schema(request: HttpRequest, number: int) -> HttpResponse:
    """The schema of one kind of data that reports ever had, for whoever reads such a file."""
    path = SCHEMA_FILE.with_name(f"report-{number}.json")
    if not path.is_file():
        raise Http404
    return HttpResponse(path.read_bytes(), content_type=MEDIA_TYPE)
