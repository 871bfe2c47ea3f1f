"""Choosing a story: one of the content's as it is, a copy that is edited, or one's own."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.views import page_of
from workshops.commands import answered, perform
from workshops.content.reading import Item
from workshops.doors import behind, wants_json
from workshops.models import Session
from workshops.viewers import Viewer
from workshops.views.planning import saved

from ..models import Response, Scenario
from ..sharing.who_has_what import tables_of
from .forms import StoryForm, words_of, words_of_template
from .panel import session_of

TABLE = "scenarios"


@behind("choose_story")
def choose(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The content's stories. POST takes one of them (`template`) as it is."""
    if request.method == "POST":
        template = template_in(viewer, request.POST.get("template", ""))
        return tell(request, viewer, words_of_template(template), template.key)
    context = {
        "stories": viewer.workshop.content.items(TABLE),
        "told": {each.table: each for each in session_of(viewer).scenarios.all()},
        "tables": tables_of(session_of(viewer)),
    }
    return console_page(request, viewer, "choose", context)


@behind("choose_story")
def write(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A story in a form: a copy of a `template`, the one people have, or a blank one."""
    asked = request.POST or request.GET
    template = asked.get("template", "")
    words = starting_words(viewer, template, asked)
    initial = StoryForm.typed(words) if words else {}
    form = StoryForm(request.POST or None, initial=initial, session=session_of(viewer))
    if request.method == "POST" and form.is_valid():
        return tell(request, viewer, form.words(), template)
    status = 422 if form.errors else 200
    context = {
        "form": form,
        "template": template,
        "table": table_in(viewer, asked),
        "tables": tables_of(session_of(viewer)),
    }
    return console_page(request, viewer, "write", context, status)


@require_POST
@behind("choose_story")
def drop(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A table goes on with the story that everyone has."""

    def verb() -> None:
        own = (
            session_of(viewer)
            .scenarios.filter(table=table_in(viewer, request.POST))
            .exclude(table=0)
        )
        for each in own:
            each.drop()

    perform(viewer, request, verb)
    return saved(request, _("This table has everyone’s story."), page_of(viewer))


def tell(
    request: HttpRequest, viewer: Viewer, words: Mapping[str, Any], template: str
) -> HttpResponse:
    """Tell a story; where there are responses to the one before, ask first."""
    session, table = session_of(viewer), table_in(viewer, request.POST)
    responses = responses_at(session, table)
    if responses and "sure" not in request.POST:
        context = {"answered": responses, "title": words["title"]}
        return console_page(request, viewer, "ask", context, 422 if wants_json(request) else 200)

    def verb() -> None:
        Scenario.tell(session, words, template=template, table=table)

    answer = perform(viewer, request, verb)
    if wants_json(request):
        return answered(request, answer, page_of(viewer))
    sentence = _("The story is “%(title)s”.") % {"title": words["title"]}
    return saved(request, sentence, page_of(viewer))


def responses_at(session: Session, table: int) -> int:
    """How many responses there are to the story that a table has, or everyone."""
    return Response.objects.of(session).shown().filter(scenario__table=table).count()


def starting_words(viewer: Viewer, template: str, asked: Mapping[str, str]) -> dict | None:
    """What the form begins with: the template's words, those told now, or none."""
    if "current" in asked:
        told = session_of(viewer).scenarios.filter(table=table_in(viewer, asked)).first()
        return words_of(told) if told else None
    return words_of_template(template_in(viewer, template)) if template else None


def template_in(viewer: Viewer, key: str) -> Item:
    """One of the content's stories; 404 when there is none with this key."""
    try:
        return viewer.workshop.content.item(TABLE, key)
    except KeyError:
        raise Http404 from None


def table_in(viewer: Viewer, asked: Mapping[str, str]) -> int:
    """The table that a form is about; 0, which is everyone, where there is no such table."""
    numbers = {str(table.number): table.number for table in tables_of(session_of(viewer))}
    return numbers.get(asked.get("table", ""), 0)


def console_page(
    request: HttpRequest, viewer: Viewer, name: str, context: dict, status: int = 200
) -> HttpResponse:
    shared = {"viewer": viewer, "session": viewer.session, "workshop": viewer.workshop}
    template = f"indicators/story/pages/{name}.html"
    return render(request, template, {**shared, **context}, status=status)
