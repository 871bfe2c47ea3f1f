"""What the templates of proxies ask: kinds and questions, what was called, what a form says."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template
from django.contrib.humanize.templatetags.humanize import apnumber
from django.http import HttpRequest

from boards.models import Note

from ..models import Proxy
from ..models.proxy import Call, Kind, State
from ..proxies.grid import Grid, Row
from ..proxies.said import TEST

register = template.Library()

ICONS = {
    Kind.MEASURE: "count-it",
    Kind.ARTEFACT: "look-for-it",
    Kind.PRACTICE: "people-do-it",
    Kind.EXPERIENCE: "people-say-it",
}


@register.simple_tag
def proxy_kinds() -> list[tuple[str, Any, str]]:
    """The four kinds: value, words, and the name of the sign that stands before them."""
    return [(kind.value, kind.label, ICONS[kind]) for kind in Kind]


@register.filter
def kind_icon(kind: str) -> str:
    return ICONS.get(Kind(kind), "gap")


@register.filter
def kind_words(kind: str) -> str:
    return str(Kind(kind).label)


@register.filter
def standing_words(state: str) -> str:
    return str(State(state).label)


@register.simple_tag
def calls_to_make() -> list[tuple[str, Any]]:
    return Call.choices


@register.simple_tag
def called(proxy: Proxy) -> list[tuple[Any, int]]:
    """How many calls of each kind there are, of those that anyone made."""
    counts = proxy.counts()
    return [(call.label, counts[call]) for call in Call if counts[call]]


@register.filter
def call_on(own_calls: Any, note: Note) -> str:
    """What a person has called a proxy; empty where nothing, and in what is pushed to all."""
    return dict(own_calls or ()).get(note.pk, "")


@register.simple_tag
def tested(proxy: Proxy) -> list[tuple[Any, str]]:
    """The questions of the stress test that were answered, with the answers."""
    return [(words, said) for field, words in TEST.items() if (said := getattr(proxy, field))]


@register.filter
def tests_in_words(answers: dict[str, str]) -> list[tuple[Any, str]]:
    """The same from the data of a report."""
    return [(words, answers[field]) for field, words in TEST.items() if field in answers]


@register.simple_tag
def test_fields(said: Any) -> list[tuple[str, Any, str]]:
    """Each question of the stress test as a field: its name, its words, and what was said."""
    of = said.get if isinstance(said, Mapping) else lambda field, _none: getattr(said, field)
    return [(field, words, of(field, "")) for field, words in TEST.items()]


@register.simple_tag
def example_asked_for(request: HttpRequest, grid: Grid) -> dict[str, Any]:
    """The example that ?use= names, as the fields of the box: `column`, `text`, `kind`."""
    key, _dash, number = request.GET.get("use", "").rpartition("-")
    row = next((row for row in grid.rows if row.indicator.key == key), None)
    examples = row.indicator.item["proxies"] if row else []
    if row and number.isascii() and number.isdigit() and int(number) < len(examples):
        found = examples[int(number)]
        return {"column": key, "text": found["label"], "kind": found["kind"]}
    return {"column": request.GET.get("for", ""), "text": "", "kind": ""}


@register.simple_tag
def proxy_now(key: UUID | None) -> Note | None:
    """The note of a proxy as it is, beside what someone typed for it."""
    return Note.objects.filter(pk=key, proxy__isnull=False).first() if key else None


@register.filter
def in_number_words(rows: list[Row]) -> str:
    return str(apnumber(len(rows)))
