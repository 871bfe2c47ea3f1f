"""Every indicator ends with an agreed proxy or a stated gap, and the sums say how far we are."""

import pytest

from indicators.models import Gap, Indicator
from tests.indicators.proxies import room
from workshops.refusals import Conflict

__all__ = ["room"]


def words_of(change) -> str:
    """What a fragment says, without its tags' line breaks."""
    return " ".join(change.html.split())


def leave(room, by, key="local_need", on=True) -> None:
    Gap.leave(room.board, by, room.indicator(key), on)


def test_a_gap_is_left_by_anyone_here_and_taken_up_again(room, sam):
    leave(room, sam)
    left = room.state()
    leave(room, room.grace, on=False)

    assert (left, room.state()) == ("gap", "none")


def test_the_row_of_a_gap_says_so_to_everyone(room, sam):
    leave(room, sam)

    row = room.grid().row("local_need")
    told = words_of(room.change(row.live_key))
    assert "Left as a gap." in told
    assert "Look for a proxy after all" in told


def test_a_new_proxy_opens_the_question_again(room, sam, joan):
    leave(room, sam)

    room.propose(joan, "Days to an answer")

    assert room.state() == "waits"
    row = room.grid().row("local_need")
    assert 'data-gap="waits"' in room.change(row.live_key).html


def test_an_indicator_with_an_agreed_proxy_is_no_gap(room, sam):
    room.propose(sam, "Days to an answer").settle("agreed")

    with pytest.raises(Conflict, match="has an agreed proxy"):
        leave(room, sam)

    assert not Gap.objects.exists()


@pytest.mark.parametrize("spoil", ["set aside", "locked", "ended"])
def test_a_gap_that_cannot_be_left_is_told(room, sam, spoil):
    if spoil == "set aside":
        Indicator.of(room.session.workshop).filter(key="local_need").update(set_aside_because="No.")
    if spoil == "locked":
        room.session.lock_board(True)
    if spoil == "ended":
        room.session.end(room.grace)

    with pytest.raises(Conflict):
        leave(room, room.grace if spoil == "ended" else sam)

    assert not Gap.objects.exists()


def test_the_sums_say_in_words_what_is_agreed_and_what_is_open(room, sam):
    room.propose(sam, "Days to an answer").settle("agreed")
    room.propose(sam, "Hours to an answer", "clear_outcomes")
    leave(room, sam, "shared_success")
    Indicator.of(room.session.workshop).filter(key="right_people").update(set_aside_because="No.")
    leave(room, sam, "shared_responsibility")

    told = words_of(room.change(f"proxies-{room.board.pk}"))
    assert "<strong>1 of 9</strong> have an agreed proxy." in told
    assert "<strong>5 have none, 1 waits for a call.</strong>" in told
    assert "2 are left as gaps." in told
    assert "5 indicators" not in told
    assert "<strong>6 indicators have neither an agreed proxy nor a stated gap.</strong>" in told


def test_an_added_indicator_is_a_row_like_the_ten(room, sam):
    added = Indicator.objects.create(
        workshop=room.session.workshop, session=room.session, key="tenants_time", position=11
    )
    room.board.bring_columns()

    room.propose(sam, "Visits before a repair is finished", "tenants_time").settle("agreed")

    row = room.grid().row("tenants_time")
    assert (row.indicator, row.number, row.state) == (added, "+", "agreed")
    assert "<strong>1 of 11</strong>" in room.change(f"proxies-{room.board.pk}").html


def test_a_proxy_that_moves_to_another_indicator_changes_both_rows(room, sam):
    note = room.propose(sam, "Days to an answer").note
    rows = [room.grid().row(key) for key in ("local_need", "data_sharing")]

    note.move(sam, "data_sharing", note.version)

    told = [room.change(row.live_key).html for row in rows]
    assert ['data-gap="none"' in told[0], 'data-gap="waits"' in told[1]] == [True, True]
    assert room.state("data_sharing") == "waits"
