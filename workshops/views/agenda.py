"""The agenda of a session: minutes, order, and which steps there are."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..agenda_minutes import MinutesForm
from ..desk import at_desk
from ..models import Session, Step
from ..outline import Outline, outline_of
from ..refusals import NotFit, Refused
from ..viewers import Viewer
from .planning import page, saved

STEP_VERBS: dict[str, Callable[[Session, Step], None]] = {
    "up": lambda session, step: session.move(step, up=True),
    "down": lambda session, step: session.move(step, up=False),
    "leave-out": lambda session, step: session.leave_out(step),
    "put-back": lambda session, step: session.put_back(step),
}
_OTHER = {"up": "down", "down": "up"}


@at_desk("plan")
def agenda(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The plan with its clock times. POST saves the minutes and what the pressed button says."""
    form = MinutesForm(viewer.session, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
            pressed = request.POST.get("press", "")
            _press(viewer.session, pressed)
            at = f"?at={pressed}" if pressed else ""
            return saved(request, _saved(viewer.session), _here(viewer) + at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {**_context(viewer), "form": form}
    _put_fields(context["outline"], form, request.GET.get("at", ""))
    return page(request, "agenda", context)


@at_desk("plan")
def step(request: HttpRequest, viewer: Viewer, step: int) -> HttpResponse:
    """One step of the plan: what is done and said in it. POST leaves it out or puts it back."""
    found = get_object_or_404(viewer.session.steps, pk=step)
    if request.method == "POST":
        _press(viewer.session, f"{request.POST.get('press', '')}-{found.pk}")
        return saved(request, _saved(viewer.session), _here(viewer))
    notes = found.activity.notes_in(found)
    return page(request, "step", {**_context(viewer), "step": found, "notes": notes})


@require_POST
@at_desk("plan")
def add_break(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Add a break of ten minutes after a step."""
    after = viewer.session.steps.filter(pk=number(request.POST.get("after", ""))).first()
    if after is None:
        raise NotFit(_("Choose the step after which people have a break."))
    viewer.session.add_break(after)
    return saved(request, _saved(viewer.session), _here(viewer))


@require_POST
@at_desk("plan")
def add_step(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Add a step of the content that this agenda lacks."""
    viewer.session.add_step(request.POST.get("key", ""))
    return saved(request, _saved(viewer.session), _here(viewer))


@at_desk("plan")
def start_again(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask, then make the agenda anew from its template."""
    if request.method == "POST":
        viewer.session.start_again()
        return saved(request, _saved(viewer.session), _here(viewer))
    return page(request, "start_again", _context(viewer))


def _put_fields(outline: Outline, form: MinutesForm, pressed: str) -> None:
    """Give each row its fields, and the focus to the button that was pressed last."""
    verb, _dash, given = pressed.rpartition("-")
    for row in (row for part in outline.parts for row in part.rows):
        row.field = form[f"minutes-{row.step.pk}"]
        row.first = form[name] if (name := f"first-{row.step.pk}") in form.fields else None
        if given == str(row.step.pk) and verb in ("up", "down"):
            row.focus = verb if getattr(row, f"may_go_{verb}") else _OTHER[verb]


def _press(session: Session, press: str) -> None:
    """Carry out a button such as `up-12`; no button, or Save, does nothing more."""
    verb, _dash, given = press.rpartition("-")
    if not press:
        return
    if verb not in STEP_VERBS or not number(given):
        raise NotFit(_("This form is out of date. Load the page again."))
    found = session.steps.filter(pk=number(given)).first()
    if found is None:
        raise NotFit(_("This form is out of date. Load the page again."))
    STEP_VERBS[verb](session, found)


def _saved(session: Session) -> str:
    time = date_format(timezone.localtime(session.ends()), "G:i")
    return _("Agenda saved. The workshop ends at %(time)s.") % {"time": time}


def _here(viewer: Viewer) -> str:
    return reverse("workshops:agenda", args=[viewer.workshop.pk, viewer.session.pk])


def _context(viewer: Viewer) -> dict:
    session = viewer.session
    return {
        "workshop": viewer.workshop,
        "session": session,
        "outline": outline_of(session),
        "advice": session.advice(),
        "template": viewer.workshop.content.item("agendas", session.agenda),
        "to_add": session.steps_to_add(),
        "starts_at": session.started_at or session.starts_at,
        "ends_at": session.ends(),
    }


def number(given: str) -> int:
    """Return a typed primary key; 0, which no row has, for anything else."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
