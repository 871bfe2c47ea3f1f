"""The report says of each suggested indicator what it means, why, and what became of it."""

from debrief.printing import printable
from debrief.snapshot import snapshot_of

from .adding import LABEL, adopted, suggest, write_for


def part(room, key: str) -> dict:
    data, _used = snapshot_of(room.session.workshop)
    return next(each["data"] for each in data["parts"] if each["key"] == key)


def test_each_is_told_with_its_decision(room, sam, joan):
    suggest(room, sam, description="Budgets cross borders.", why="Nobody pays.").adopt(
        room.grace, "proposed"
    )
    suggest(room, joan, "Data is safe").merge(room.grace, "proposed", "data_sharing")
    suggest(room, joan, "Carers are heard").park(room.grace, "proposed")
    suggest(room, joan, "We stop things")
    told = part(room, "additions")
    first, *_others = told["proposed"]
    assert (first["label"], first["description"], first["why"]) == (
        LABEL,
        "Budgets cross borders.",
        "Nobody pays.",
    )
    assert [(each["decision"], each["number"], each["into"]) for each in told["proposed"]] == [
        ("adopted", 11, ""),
        ("merged", None, "8 Common approach to data"),
        ("parked", None, ""),
        ("proposed", None, ""),
    ]
    assert told["adopted"] == 1


def test_an_adopted_one_stands_among_the_ten_in_the_other_parts(room, sam):
    adopted(room, sam)
    room.go_to("indicators_proxies")
    for key in ("indicators", "proxies"):
        assert [each["label"] for each in part(room, key)["indicators"]][10:] == [LABEL]


def test_words_that_went_are_not_in_it_and_others_work_is(room, sam, joan):
    addition = adopted(room, sam)
    write_for(room, joan, addition.indicator.key, "Nobody's budget.")
    suggest(room, sam, "Gone with its words").note.take_back(sam)
    addition.note.take_back(sam)
    [told] = part(room, "additions")["proposed"]
    assert (told["label"], told["decision"]) == ("Taken back by its writer", "adopted")
    assert "note" not in told
    assert LABEL not in str(snapshot_of(room.session.workshop)[0])


def test_the_page_shows_it(room, sam):
    suggest(room, sam, why="Nobody pays.").adopt(room.grace, "proposed")
    data, _used = snapshot_of(room.session.workshop)
    page = printable({**data, "version": 1})
    assert "Added indicators" in page
    assert "Nobody pays." in page
    assert "stand under its name" in page
