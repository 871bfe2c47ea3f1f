"""Whoever suggested an indicator takes the words back: they go everywhere, others' work stays."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.core import serializers

from boards.models import Deed, Note
from indicators.models import Pair
from workshops.models import Operation
from workshops.viewers import Viewer

from .adding import board_of, suggest, write_for

WORDS = "Zebras graze by night"
MORE = {"description": f"{WORDS}, as meant.", "why": f"{WORDS}, because."}


def left_of(words: str) -> list[str]:
    """Every row of every table that holds these words in any field."""
    rows = (row for model in apps.get_models() for row in model._base_manager.all())
    return [str(row._meta) for row in rows if words in serializers.serialize("json", [row])]


@pytest.fixture
def built_on(room, sam, joan):
    """An adopted indicator with a note, a proxy, a tag, a share, and something undone."""
    room.go_to("indicators_proxies")
    Pair.make(room.session)
    addition = suggest(room, sam, WORDS, **MORE)
    addition.adopt(room.grace, "proposed")
    key = addition.indicator.key
    proxy = write_for(room, joan, key, "Hoof prints.", "proxies")
    write_for(room, joan, key, "Who has seen one?")
    proxy.move(joan, "clear_outcomes", proxy.version)
    undone(room, joan)
    room.go_to("scenario_respond")
    return addition


def undone(room, by: Viewer) -> None:
    """Undo the last deed as the page does, whose answer is remembered."""
    Operation.objects.create(
        id=uuid4(),
        session=room.session,
        actor=by.identity,
        fingerprint="",
        answer={"seq": 1, "said": Deed.find(by).undo(by)},
    )


def test_the_words_are_in_no_row_any_more(room, sam, built_on):
    assert left_of(WORDS) != []
    built_on.note.take_back(sam)
    assert left_of(WORDS) == []


def test_what_others_wrote_for_it_stays(room, sam, built_on):
    built_on.note.take_back(sam)
    kept = Note.objects.filter(column__key=built_on.indicator.key)
    assert {note.text for note in kept} == {"Hoof prints.", "Who has seen one?"}
    labels = [column.label for column in board_of(room, "proxies").columns.all()]
    assert labels[-1] == "Taken back by its writer"


def test_hidden_words_are_on_no_page_any_more(room, built_on):
    built_on.note.hide(room.grace, "Holds a name.")
    seen = [row for row in left_of(WORDS) if row != "boards.note"]
    assert set(seen) <= {"live.change", "indicators.addition"}
    told = room.session.room_key
    changes = apps.get_model("live.Change").objects.filter(room__key=told, html__contains=WORDS)
    assert set(changes.values_list("audience", flat=True)) <= {"facilitators", own(built_on)}


def own(addition) -> str:
    return addition.note.writer.identity
