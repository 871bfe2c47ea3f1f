"""What lies behind a door: the same addresses at the place, the console and the screen."""

from django.urls import include, path

from .activities import all_activities
from .views import control, page

patterns = [
    path("", page.page, name="page"),
    path("step/", page.panel, name="step"),
    path("changes", page.changes, name="changes"),
]

console_patterns = [
    path("control/<slug:verb>/", control.control, name="control"),
    path("start/", control.start, name="start"),
    path("take-controls/", control.take, name="take-controls"),
    path("end/", control.end, name="end"),
    path("skip/<int:step>/", control.skip, name="skip"),
]


def activity_patterns() -> list:
    """The addresses that activities bring with them, each under its own key."""
    return [path(f"{each.key}/", include(each.urls)) for each in all_activities() if each.urls]
