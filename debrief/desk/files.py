"""Files that leave the desk: which forms of a report, and figures as files of commas."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from ..forms.commas import csv_of
from ..forms.table import Table
from ..models import Report

OFFERED = ("pdf", "zip")  # on the page; the ZIP holds every form


def name_in_parcel(report: Report) -> str:
    """The name of a report's ZIP beside others: two of one place must not have the same.

    Raises FileNotFoundError where there is no ZIP.
    """
    return f"{report.workshop_id}-{report.path_of('zip').name}"


def csv_file(table: Table) -> HttpResponseBase:
    answer = HttpResponse(csv_of(table), content_type="text/csv; charset=utf-8")
    return as_file(answer, f"across-workshops-{table.name}.csv")


def as_file(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    """Say that this is to be saved, and under which name."""
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
