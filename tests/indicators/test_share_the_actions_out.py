"""Share the actions out: who owns how many, whatever the spelling, and who owns too much."""

import pytest

from indicators.plan.spread import Share, spread
from tests.boards import conftest as boards
from tests.indicators.plan_room import PlanRoom


def counted(*owners: str) -> list[tuple[str, int]]:
    return [tuple(share) for share in spread(owners).shares]


def test_one_name_in_several_spellings_is_one_owner():
    same = ["Ambleford Council", "the Ambleford council", "Council, Ambleford", "AmblefordCouncil"]
    assert counted(*same, "Health board") == [("Ambleford Council", 4), ("Health board", 1)]


def test_parts_of_one_organisation_are_one_owner_and_two_organisations_are_two():
    assert counted("Council (housing)", "Council (planning)") == [("Council (housing)", 2)]
    assert len(counted("District council", "County council")) == 2
    assert counted("住宅課", "財務課") == [("住宅課", 1), ("財務課", 1)]


@pytest.mark.parametrize(
    ("owners", "too_much"),
    [
        ("AAAABBC", Share("A", 4)),  # the brief's “4 of 7”
        ("AABB", None),  # one half is not more than one half
        ("AAABB", Share("A", 3)),
        ("AAB      ", Share("A", 2)),  # those without an owner do not count
        ("A", None),  # one action cannot be shared out
        ("", None),
    ],
)
def test_who_owns_more_than_half_of_those_with_an_owner_owns_too_much(owners, too_much):
    assert spread(owner.strip() for owner in owners).too_much == too_much


@pytest.fixture
def room(db, checked_content) -> PlanRoom:
    running = PlanRoom(boards.planned(checked_content))
    running.respond_and_close()
    return running


def test_the_facilitator_is_asked_to_share_them_out_and_the_screen_is_not(room, sam):
    for at in range(3):
        room.say(room.choose(at), owner=["Council", "council", "Health board"][at])
    room.own(sam, "I will ring them.")
    asked = "“Council” owns 2 of 3 actions.</strong> Share them out?"
    assert asked in room.making()
    assert "Share them out" not in room.shown()
    assert "<strong>1 action has no owner yet.</strong>" in room.making()
    assert "1 action has no owner yet." in room.shown()
