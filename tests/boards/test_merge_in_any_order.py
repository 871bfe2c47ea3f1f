"""Whatever people merge, take apart, hide and take back: a forest, and nothing is lost."""

from contextlib import suppress
from random import Random

import pytest

from boards.models import Note
from workshops.refusals import Refused

from .merged import fresh, merge, undo


def merge_two(dice: Random, notes: list[Note], people, grace) -> None:
    merge(dice.choice(notes), dice.choice(notes), dice.choice(people))


def take_apart(dice: Random, notes: list[Note], people, grace) -> None:
    fresh(dice.choice(notes)).unmerge(dice.choice(people))


def undo_the_last(dice: Random, notes: list[Note], people, grace) -> None:
    undo(dice.choice([*people, grace]))


def hide(dice: Random, notes: list[Note], people, grace) -> None:
    fresh(dice.choice(notes)).hide(grace, "Holds a name")


def restore(dice: Random, notes: list[Note], people, grace) -> None:
    fresh(dice.choice(notes)).restore(grace)


def take_back(dice: Random, notes: list[Note], people, grace) -> None:
    if dice.random() < 0.2:
        fresh(dice.choice(notes)).take_back(dice.choice(people))


ACTS = [merge_two, merge_two, merge_two, take_apart, undo_the_last, hide, restore, take_back]


def must_be_a_forest(notes: list[Note]) -> None:
    for note in map(fresh, notes):
        for _each in notes:
            note = note and note.merged_into
        assert note is None


def must_show_what_stands(room, notes: list[Note]) -> None:
    """Everyone has been sent those that stand, each with its members' words, and no other."""
    for note in map(fresh, notes):
        change = room.change(note.live_key)
        stays_answered = note.state == "taken_back" and note.dissents.exists()
        assert bool(change) == (note.stands() or stays_answered)
        if note.stands():
            words = {each.text for each in map(fresh, notes) if each.text}
            told = {text for text in words if f">{text}<" in change.html}
            assert told == {each.text for each in note.family()}


def picture(notes: list[Note]) -> list[tuple]:
    return [
        (
            *(note.text, note.state, note.column_id, note.order, note.parked, note.merged_into_id),
            *note.dissents.values_list("participant", "sentence"),
        )
        for note in map(fresh, notes)
    ]


@pytest.mark.parametrize("seed", range(2))
def test_taking_everything_apart_gives_back_what_was(room, sam, joan, seed):
    dice = Random(seed)
    notes = [room.write(dice.choice([sam, joan]), f"Name {number}.") for number in range(7)]
    room.go_to("diagnosis_agree")
    for name in ("Ann", "Bea"):  # who do nothing else, and so undo nothing
        dice.choice(notes).see_differently(room.person(name), f"{name}: not so.")
    before = picture(notes)
    for _each in range(25):
        with suppress(Refused):
            dice.choice(ACTS)(dice, notes, [sam, joan], room.grace)
        must_be_a_forest(notes)
        must_show_what_stands(room, notes)
    for note in notes:
        with suppress(Refused):
            fresh(note).restore(room.grace)
    for note in notes:
        with suppress(Refused):
            fresh(note).unmerge(room.grace)
    kept = [fresh(note).state != "taken_back" for note in notes]
    assert sum(kept) > 2
    now = picture(notes)
    assert [row for row, is_there in zip(now, kept, strict=True) if is_there] == [
        row for row, is_there in zip(before, kept, strict=True) if is_there
    ]
