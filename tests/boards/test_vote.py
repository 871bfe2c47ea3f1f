"""Give a few votes, take them back, and see the totals when voting closes, not before."""

from uuid import uuid4

import pytest

from boards.models import Deed, Note, Poll, Vote
from live.clock import now
from live.models import Change
from workshops.models import Operation
from workshops.refusals import Conflict, Gone

KEY = "stakeholders_key"


@pytest.fixture
def names(room, sam, joan) -> list[Note]:
    """Four names, two by each, and the room on the step that votes."""
    room.go_to("stakeholders_brainstorm")
    board = room.session.boards.get(activity_key="stakeholders")
    said = [(sam, "Tenants"), (joan, "Landlords"), (sam, "Housing team"), (joan, "GP network")]
    found = [Note.write(board, by, uuid4(), "users_citizens", text) for by, text in said]
    room.go_to(KEY)
    return found


@pytest.fixture
def poll(names) -> Poll:
    return Poll.objects.get(key=KEY)


def own(room, poll: Poll, viewer) -> str:
    """What this person was last sent of their votes."""
    person = viewer.participant
    return room.change(f"votes-{poll.pk}-{person.pk}", person.identity).html


def counts(poll: Poll) -> dict[str, int]:
    poll.refresh_from_db()
    return {Note.objects.get(pk=pk).text: n for pk, n in poll.counts().items()}


def give(poll: Poll, viewer, *notes: Note) -> None:
    for note in notes:
        poll.vote(viewer, note)


def test_the_step_that_votes_opens_one_poll_with_three_votes_each(room, poll):
    room.session.go_back(room.session.current_step().pk)
    room.go_to(KEY)
    assert [(each.key, each.votes_each) for each in Poll.objects.all()] == [(KEY, 3)]


def test_i_am_told_what_i_have_given_and_what_is_left(room, poll, names, sam):
    give(poll, sam, *names[:2])
    assert "You have 1 vote left." in own(room, poll, sam)
    assert [f'data-voted-for="{note.pk}"' in own(room, poll, sam) for note in names] == [
        True,
        True,
        False,
        False,
    ]


def test_the_same_vote_twice_is_one(poll, names, sam):
    give(poll, sam, names[0], names[0])
    assert Vote.objects.count() == 1


def test_a_fourth_vote_is_refused_until_one_is_taken_back(poll, names, sam):
    give(poll, sam, *names[:3])
    with pytest.raises(Conflict, match=r"all three votes\. Take one back first\."):
        poll.vote(sam, names[3])
    poll.withdraw(sam, names[0])
    poll.vote(sam, names[3])
    assert {vote.note for vote in Vote.objects.all()} == set(names[1:])


def test_closing_shows_the_totals_on_the_notes_to_everyone(room, poll, names, sam, joan):
    give(poll, sam, names[0], names[1])
    give(poll, joan, names[0])
    assert counts(poll) == {}
    assert "2 votes" not in room.change(names[0].live_key).html
    poll.close(room.grace)
    assert counts(poll) == {"Tenants": 2, "Landlords": 1}
    assert "2 votes" in room.change(names[0].live_key).html
    assert "1 vote<" in room.change(names[1].live_key).html


def test_after_closing_no_vote_changes(room, poll, names, sam):
    give(poll, sam, names[0])
    poll.close(room.grace)
    for change in (poll.vote, poll.withdraw):
        with pytest.raises(Conflict, match=r"closed\. Your votes did not change\."):
            change(sam, names[0])
    with pytest.raises(Conflict, match="closed already"):
        poll.close(room.grace)
    room.session.go_back(room.session.current_step().pk)
    room.go_to(KEY)
    assert (counts(poll), Poll.objects.count()) == ({"Tenants": 1}, 1)


def test_nobody_votes_in_another_step_or_on_a_locked_board(room, poll, names, sam):
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="The board is closed for now"):
        poll.vote(sam, names[0])
    room.session.lock_board(False)
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(Conflict, match="Voting is closed"):
        poll.vote(sam, names[0])
    assert Vote.objects.count() == 0


@pytest.mark.parametrize("state", ["hidden", "late", "sealed"])
def test_a_note_that_is_not_on_the_board_takes_no_vote(state, poll, names, sam):
    Note.objects.filter(pk=names[0].pk).update(state=state)
    with pytest.raises(Conflict, match="not on the board any more"):
        poll.vote(sam, names[0])
    assert Vote.objects.count() == 0


def test_a_vote_for_what_is_taken_back_is_mine_again(room, poll, names, sam, joan):
    give(poll, joan, *names[:3])
    names[0].take_back(sam)
    assert "You have 1 vote left." in own(room, poll, joan)
    assert Vote.objects.count() == 2
    with pytest.raises(Gone):
        poll.vote(joan, names[0])
    poll.vote(joan, names[3])


def test_a_vote_for_what_is_hidden_is_mine_until_it_comes_back(room, poll, names, sam):
    give(poll, sam, *names[:3])
    names[0].hide(room.grace, "Holds a name.")
    assert "You have 1 vote left." in own(room, poll, sam)
    names[0].restore(room.grace)
    assert "You have no votes left." in own(room, poll, sam)
    poll.close(room.grace)
    assert counts(poll) == {"Tenants": 1, "Landlords": 1, "Housing team": 1}


def test_what_i_have_given_elsewhere_meanwhile_stays_there(room, poll, names, sam):
    give(poll, sam, *names[:3])
    names[0].hide(room.grace, "Holds a name.")
    poll.vote(sam, names[3])
    names[0].restore(room.grace)
    poll.close(room.grace)
    assert counts(poll) == {"Landlords": 1, "Housing team": 1, "GP network": 1}


def test_undoing_a_hide_brings_the_votes_back_to_the_note(room, poll, names, sam):
    give(poll, sam, *names[:3])
    names[0].hide(room.grace, "Holds a name.")
    Deed.find(room.grace).undo(room.grace)
    assert "You have no votes left." in own(room, poll, sam)


def test_everyone_is_told_when_notes_go_so_that_being_told_says_nothing(room, poll, names, joan):
    give(poll, joan, names[0])
    names[3].hide(room.grace, "Holds a name.")
    told = Change.objects.filter(key__startswith=f"votes-{poll.pk}-", gone=False)
    assert set(told.values_list("audience", flat=True)) == {
        person.identity for person in room.session.people_here()
    }


def test_someone_removed_before_closing_has_no_vote_and_after_it_keeps_it(
    room, poll, names, sam, joan
):
    give(poll, sam, names[0])
    give(poll, joan, names[0])
    sam.participant.removed_at = now()
    sam.participant.save()
    poll.close(room.grace)
    assert counts(poll) == {"Tenants": 1}
    joan.participant.removed_at = now()
    joan.participant.save()
    assert counts(poll) == {"Tenants": 1}


def test_the_end_closes_voting_and_forgets_whose_votes_they_were(room, poll, names, sam, joan):
    give(poll, sam, names[1], names[0])
    give(poll, joan, names[0])
    room.session.end(room.grace.facilitator)
    assert counts(poll) == {"Tenants": 2, "Landlords": 1}
    assert not Vote.objects.exclude(participant=None).exists()
    in_order = [vote.note_id for vote in Vote.objects.order_by("pk")]
    assert in_order == sorted(in_order)
    left = Change.objects.filter(key__startswith="votes-")
    assert all(each.gone and not each.html for each in left)
    assert not any("voted" in str(each.answer) for each in Operation.objects.all())


def test_a_person_votes_and_only_the_holder_closes(room, poll, names, sam, place, client):
    vote = f"notes/{names[0].pk}/vote/"
    assert place(sam, vote, poll=KEY).json().keys() == {"seq"}
    assert place(sam, vote, json=False, poll=KEY).status_code == 303
    assert Vote.objects.get().participant == sam.participant
    assert place(sam, vote, poll="nothing").status_code == 404
    close = f"boards/stakeholders/polls/{KEY}/close/"
    assert place(sam, close).status_code == 403
    client.force_login(room.grace.user)
    page = client.get(f"/run/{room.session.code}/{close}").content.decode()
    assert "Everyone sees the totals at once" in page
    assert "1 person has voted." in page
    assert Poll.objects.get().closed_at is None
    assert client.post(f"/run/{room.session.code}/{close}").status_code == 303
    assert Poll.objects.get().closed_at is not None


def test_who_voted_for_two_that_are_merged_has_voted_once(room, poll, names, sam, joan):
    tenants, landlords, housing, doctors = names
    give(poll, sam, tenants, landlords, housing)
    give(poll, joan, landlords)
    landlords.merge(room.grace, tenants, landlords.version)
    assert "You have 1 vote left." in own(room, poll, sam)
    assert f'data-voted-for="{tenants.pk}"' in own(room, poll, joan)
    poll.vote(sam, doctors)
    poll.close(room.grace)
    assert counts(poll) == {"Tenants": 2, "Housing team": 1, "GP network": 1}


def test_taking_notes_apart_again_gives_each_its_own_votes(room, poll, names, sam, joan):
    tenants, landlords, *_others = names
    give(poll, sam, tenants, landlords)
    give(poll, joan, landlords)
    landlords.merge(room.grace, tenants, landlords.version)
    landlords.unmerge(room.grace)
    assert "You have 1 vote left." in own(room, poll, sam)
    poll.close(room.grace)
    assert counts(poll) == {"Tenants": 1, "Landlords": 2}


def test_a_vote_for_a_merged_note_is_one_for_what_stands_for_it(room, poll, names, sam):
    tenants, landlords, *_others = names
    landlords.merge(room.grace, tenants, landlords.version)
    give(poll, sam, landlords, tenants)
    assert "You have 2 votes left." in own(room, poll, sam)
    poll.withdraw(sam, tenants)
    assert Vote.objects.count() == 0


def test_at_the_end_who_voted_for_two_that_are_merged_counts_once(room, poll, names, sam):
    tenants, landlords, *_others = names
    give(poll, sam, tenants, landlords)
    landlords.merge(room.grace, tenants, landlords.version)
    room.session.end(room.grace.facilitator)
    assert counts(poll) == {"Tenants": 1}
