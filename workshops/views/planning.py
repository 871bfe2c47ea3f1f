"""Planning: the list, a new workshop, its overview and its facts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..commands import answered
from ..desk import at_desk
from ..forms import FactsForm, NewWorkshopForm, SessionForm
from ..models import ContentSet, Session, Workshop
from ..refusals import Conflict
from ..rights import may
from ..viewers import Viewer


@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """The workshops in which someone has a part, newest first."""
    user = request.user
    theirs = Q(facilitators__user=user) | Q(observers__user=user) | Q(owner=user)
    sessions = Prefetch("sessions", Session.objects.order_by("starts_at"))
    found = Workshop.objects.filter(theirs).distinct().prefetch_related(sessions)
    return render(request, "workshops/plan/list.html", {"workshops": found})


@login_required
def create(request: HttpRequest) -> HttpResponse:
    """A new workshop on one page; then its agenda."""
    form = NewWorkshopForm(request.POST or None, content=ContentSet.newest())
    if request.method == "POST" and form.is_valid():
        workshop = form.plan(request.user)
        first = workshop.sessions.first()
        return answered(request, {}, reverse("workshops:agenda", args=[workshop.pk, first.pk]))
    return page(request, "create", {"form": form})


@at_desk("see_workshop")
def overview(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """One workshop: what it is, its sessions, and what can be done next."""
    workshop = viewer.workshop
    context = {
        "workshop": workshop,
        "sessions": workshop.sessions.all(),
        "use_case": workshop.content.item("use_cases", workshop.use_case),
        "may_plan": may(viewer, "plan"),
        "may_see_console": may(viewer, "see_console"),
        "may_manage_people": may(viewer, "manage_people"),
    }
    return page(request, "overview", context)


@at_desk("plan")
def facts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Change what the workshop is about and who may read of it."""
    workshop = viewer.workshop
    form = FactsForm(request.POST or None, initial=FactsForm.of(workshop), content=workshop.content)
    if request.method == "POST" and form.is_valid():
        try:
            workshop.revise(**form.cleaned_data)
            return saved(request, _("Saved."), reverse("workshops:overview", args=[workshop.pk]))
        except Conflict as refusal:
            form.add_error("shared_with_policy_lab", str(refusal))
    return page(request, "facts", {"workshop": workshop, "form": form})


@at_desk("plan")
def session(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Change when a session is and how many are expected."""
    sitting = viewer.session
    form = SessionForm(request.POST or None, initial=SessionForm.of(sitting))
    if request.method == "POST" and form.is_valid():
        try:
            sitting.reschedule(
                starts_at=form.starts_at(),
                expected=form.cleaned_data["expected"],
                names_on_screen=form.cleaned_data["names_on_screen"],
            )
            back = reverse("workshops:overview", args=[viewer.workshop.pk])
            return saved(request, _("Saved."), back)
        except Conflict as refusal:
            form.add_error("date", str(refusal))
    return page(request, "session", {"workshop": viewer.workshop, "form": form, "session": sitting})


def page(request: HttpRequest, name: str, context: dict) -> HttpResponse:
    """A page of the desk."""
    return render(request, f"workshops/plan/{name}.html", context)


def saved(request: HttpRequest, sentence: str, back: str) -> HttpResponse:
    """Say what was done on the page one comes back to."""
    messages.success(request, sentence)
    return answered(request, {}, back)
