"""Who helps and who watches: the owner gives seats and takes them back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from ..desk import at_desk
from ..forms import PersonForm
from ..viewers import Viewer
from .planning import page, saved


@at_desk("manage_people")
def seats(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The seats of a workshop. POST gives one; the answer does not say whether it could."""
    workshop = viewer.workshop
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["sign_in"]
        workshop.give_seat(form.cleaned_data["part"], typed)
        sentence = _("If somebody signs in here as “%(name)s”, they have a seat now.")
        return saved(request, sentence % {"name": typed}, _here(viewer))
    context = {
        "workshop": workshop,
        "form": form,
        "facilitators": workshop.facilitators.select_related("user"),
        "observers": workshop.observers.select_related("user"),
    }
    return page(request, "seats", context)


@at_desk("manage_people")
def take(request: HttpRequest, viewer: Viewer, part: str, seat: int) -> HttpResponse:
    """Ask, then take a seat back."""
    if request.method == "POST":
        viewer.workshop.take_seat(part, seat)
        return saved(request, _("Seat taken back."), _here(viewer))
    found = get_object_or_404(getattr(viewer.workshop, part).select_related("user"), pk=seat)
    return page(request, "take_seat", {"workshop": viewer.workshop, "person": found.user})


def _here(viewer: Viewer) -> str:
    return reverse("workshops:seats", args=[viewer.workshop.pk])
