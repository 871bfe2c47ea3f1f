"""In the last step people vote among the responses: until it is closed nobody is told anything.

Wim votes in two ways, and all that anybody else can ask for or is sent is compared.
"""

from dataclasses import replace
from uuid import uuid4

import pytest

from boards.models import Board, Note, Poll
from indicators.models import Action
from workshops.models import Step
from workshops.viewers import Viewer

from .live_rows import LIVE
from .plan_rows import at_the_close
from .test_keep_votes_blind import GUARDS, Vote, laid_down, reported, seen_after, told
from .world import World, joined, make_world

ROWS = [row for row in LIVE if row.method == "GET" and row.route.endswith((":page", ":step"))]


class PlanVote(Vote):
    """The world at its close with four responses, of which two are in the plan, and Wim."""

    def __init__(self, world: World) -> None:
        step = Step(session=world.session, activity_key="scenario", mode="write")
        board, owner = Board.open_for(step), world.viewer("owner")
        places = [column.key for column in board.columns.all()[:4]]
        self.names = [
            Note.write(board, owner, uuid4(), place, f"Name {n}") for n, place in enumerate(places)
        ]
        at_the_close(world)
        board.open_poll(world.session.current_step())
        person, self.token = joined(world.session, "Wim")
        self.wim = Viewer("place", world.workshop, world.session, participant=person)
        self.poll = Poll.objects.get()
        for name in self.names[1:3]:
            Action.choose(name, True)
        self.world = replace(world, note=self.names[0])


@pytest.fixture
def vote(db, still, content, settings, tmp_path) -> PlanVote:
    settings.MEDIA_ROOT = tmp_path
    return PlanVote(make_world())


def asked(vote: Vote) -> dict:
    return told(vote, ROWS)


@pytest.mark.parametrize("look", [asked, laid_down, reported])
def test_nobody_else_is_told_who_was_voted_for_until_it_is_closed(look, vote: PlanVote):
    def closed(vote: Vote):
        vote.poll.close(vote.world.viewer("owner"))
        return look(vote)

    first, second = (seen_after(vote, chosen, look) for chosen in ((0, 1), (2, 3)))
    assert first == second
    first, second = (seen_after(vote, chosen, closed) for chosen in ((0, 1), (2, 3)))
    assert first != second


def test_everyone_sees_the_responses(vote: PlanVote):
    assert sum("Name 0" in text for text in asked(vote).values()) > 5


@pytest.mark.parametrize("guard", GUARDS)
def test_without_this_guard_somebody_would_be_told(guard: str, vote: PlanVote, monkeypatch):
    monkeypatch.setattr(Poll, "_tell", GUARDS[guard])
    assert seen_after(vote, (0, 1), laid_down) != seen_after(vote, (2, 3), laid_down)
