"""The report lists a merged note once, and says into which it was merged."""

from debrief.appendix import Appendix
from tests.boards.conftest import joan, names, room, sam
from tests.boards.merged import merge

__all__ = ["joan", "names", "room", "sam"]


def test_each_note_is_in_the_appendix_once_and_a_merged_one_names_the_other(room, sam, names):
    stays, goes, third = names
    merge(goes, stays, sam)
    appendix = Appendix([room.session])
    number = appendix.numbers
    assert len(appendix.notes) == len(set(number.values())) == 3
    assert appendix.notes[number[str(goes.pk)]]["merged_into"] == number[str(stays.pk)]
    assert appendix.notes[number[str(stays.pk)]]["merged_into"] == ""
    assert appendix.notes[number[str(third.pk)]]["merged_into"] == ""
