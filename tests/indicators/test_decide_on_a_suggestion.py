import pytest

from boards.models import Column
from indicators.models import Indicator, Pair
from indicators.sharing.who_has_what import pairs_of
from workshops.refusals import Conflict, NotFit

from .adding import LABEL, adopted, board_of, keys_in_use, suggest, where, write_for


def labels_on(room, about):
    return [column.label for column in board_of(room, about).columns.all()]


def test_an_adopted_one_is_an_indicator_like_the_ten(room, sam):
    addition = adopted(room, sam)
    indicator = Indicator.named(room.session.workshop, f"added-{addition.pk}")
    assert (indicator.label, indicator.position, indicator.is_added) == (LABEL, 11, True)
    assert labels_on(room, "indicators")[-1] == LABEL


def test_a_board_that_opens_later_has_a_column_for_it(room, sam):
    adopted(room, sam)
    room.go_to("indicators_proxies")
    assert labels_on(room, "proxies")[-1] == LABEL


def test_a_pair_gets_it(room, sam, joan):
    Pair.make(room.session)
    addition = adopted(room, sam)
    assert addition.indicator in [
        each for pair in pairs_of(room.session) for each in pair.indicators
    ]


def test_everyone_is_told_to_get_the_step_anew(room, sam):
    addition = suggest(room, sam)
    before = room.change("step").seq
    addition.adopt(room.grace, "proposed")
    assert room.change("step").seq > before


def test_five_can_be_adopted_and_the_sixth_stays_on_the_list(room, sam):
    for number in range(5):
        adopted(room, sam, f"Sign {number}")
    sixth = suggest(room, sam)
    with pytest.raises(Conflict, match="Five are adopted"):
        sixth.adopt(room.grace, "proposed")
    sixth.park(room.grace, "proposed")
    assert sixth.decision == "parked"


def test_two_who_decide_at_once_decide_once(room, sam):
    addition = suggest(room, sam)
    addition.park(room.grace, "proposed")
    with pytest.raises(Conflict, match="parked"):
        addition.adopt(room.grace, "proposed")


def test_a_suggestion_becomes_part_of_one_of_the_ten(room, sam):
    addition = suggest(room, sam)
    addition.merge(room.grace, "proposed", "shared_responsibility")
    assert addition.merged_into.key == "shared_responsibility"
    assert len(keys_in_use(room)) == 10
    assert "Part of 4 Shared responsibility" in room.change(addition.note.live_key).html


def test_it_cannot_be_part_of_itself_or_of_what_is_part_of_it(room, sam):
    one, other = adopted(room, sam, "One"), adopted(room, sam, "Other")
    with pytest.raises(NotFit):
        one.merge(room.grace, "adopted", one.indicator.key)
    one.merge(room.grace, "adopted", other.indicator.key)
    with pytest.raises(NotFit):
        other.merge(room.grace, "adopted", one.indicator.key)


def test_nothing_becomes_part_of_what_is_set_aside(room, sam):
    indicators = Indicator.of(room.session.workshop)
    indicators.filter(key="data_sharing").update(set_aside_because="Not ours.")
    with pytest.raises(Conflict, match="Not ours"):
        suggest(room, sam).merge(room.grace, "proposed", "data_sharing")


def test_one_that_nobody_worked_on_goes_when_it_is_parked(room, sam):
    addition = adopted(room, sam)
    addition.park(room.grace, "adopted")
    assert not Indicator.objects.filter(key=f"added-{addition.pk}").exists()
    assert not Column.objects.filter(label=LABEL).exists()


def test_one_that_someone_wrote_for_is_set_aside_and_comes_back_with_it(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "Nobody's budget.")
    addition.park(room.grace, "adopted")
    assert addition.indicator.key not in keys_in_use(room)
    assert where(note) == addition.indicator.key
    addition.adopt(room.grace, "parked")
    assert addition.indicator.key in keys_in_use(room)
    assert note.text == "Nobody's budget."


def test_what_the_group_has_not_adopted_comes_back_by_adopting_it_alone(room, sam, joan):
    addition = adopted(room, sam)
    write_for(room, joan, addition.indicator.key, "Nobody's budget.")
    addition.park(room.grace, "adopted")
    indicator = Indicator.objects.get(pk=addition.indicator.pk)
    with pytest.raises(Conflict, match="not adopted"):
        indicator.bring_back(room.grace)


def test_adopted_again_after_it_went_it_takes_what_was_meant_for_it(room, sam, joan):
    addition = adopted(room, sam)
    key = addition.indicator.key
    addition.park(room.grace, "adopted")
    with pytest.raises(NotFit):
        write_for(room, joan, key, "Nobody's budget.")
    addition.adopt(room.grace, "parked")
    assert where(write_for(room, joan, key, "Nobody's budget.")) == key


def test_words_taken_back_leave_every_board_and_others_work_stays(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "Nobody's budget.")
    addition.note.take_back(sam)
    indicator = Indicator.named(room.session.workshop, note.column.key)
    assert indicator.label == "Taken back by its writer"
    assert labels_on(room, "indicators")[-1] == "Taken back by its writer"
    assert where(note) == indicator.key


def test_words_taken_back_before_anyone_worked_on_it_take_the_indicator_with_them(room, sam):
    addition = adopted(room, sam)
    addition.note.take_back(sam)
    assert len(labels_on(room, "indicators")) == 10
    assert not Indicator.objects.filter(pk=addition.indicator.pk).exists()


def test_hidden_words_leave_every_board_and_come_back(room, sam, joan):
    addition = adopted(room, sam)
    write_for(room, joan, addition.indicator.key, "Nobody's budget.")
    addition.note.hide(room.grace, "Holds a name.")
    assert labels_on(room, "indicators")[-1] == "Hidden by the facilitator"
    addition.note.restore(room.grace)
    assert labels_on(room, "indicators")[-1] == LABEL
