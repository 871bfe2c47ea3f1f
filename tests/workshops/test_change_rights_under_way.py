"""Rights withdrawn while a request is under way: what counts is what they may do under the lock."""

from uuid import uuid4

import pytest

from live.clock import now
from tests.permissions.world import World, make_world
from workshops import commands
from workshops.viewers import Viewer


@pytest.fixture
def world(db, content, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return make_world()


@pytest.fixture
def meanwhile(monkeypatch):
    """Let something happen after the door and before the lock."""

    def happens(act) -> None:
        known = commands.operation_of

        def operation_of(request):
            act()
            return known(request)

        monkeypatch.setattr(commands, "operation_of", operation_of)

    return happens


def test_a_note_of_someone_removed_meanwhile_is_not_written(world, meanwhile):
    def remove():
        world.session.participants.filter(pk=world.participant.pk).update(removed_at=now())

    assert write(world).status_code == 200
    meanwhile(remove)

    answer = write(world)

    assert answer.status_code == 403
    assert answer.json()["error"] == "What you may do here has just changed. Load the page again."
    assert world.participant.notes.filter(text="One more.").count() == 1


def test_whoever_lost_the_controls_meanwhile_moves_nothing(world, meanwhile):
    co = world.workshop.facilitators.get(user__username="co")
    meanwhile(lambda: world.session.take_controls(co))
    step = world.step

    answer = post(world, "owner", f"/run/{world.session.code}/control/next/", step=step)

    assert answer.status_code == 403
    assert world.step == step


def test_after_the_end_a_facilitator_changes_no_board(world):
    world.session.end(world.workshop.facilitators.get(user__username="owner"))
    run = f"/run/{world.session.code}/"
    note = {"board": "diagnosis", "column": "unsolved", "text": "Too late."}

    answers = [
        post(world, "owner", f"{run}notes/{uuid4()}/", **note),
        post(world, "owner", f"{run}notes/{world.note.pk}/park/"),
        post(world, "owner", f"{run}diagnosis/unsolved/finding/", text="Too late."),
        post(world, "owner", f"{run}diagnosis/unsolved/show/"),
    ]

    assert [answer.status_code for answer in answers] == [409] * 4
    sentence = "The workshop has ended. Its boards can be read, not changed."
    assert {answer.json()["error"] for answer in answers} == {sentence}


def test_reading_someone_again_gives_the_roles_they_have_now(world):
    viewer = Viewer("place", world.workshop, world.session, participant=world.participant)
    assert viewer.again().roles == {"participant"}
    world.session.participants.update(removed_at=now())

    assert viewer.again().roles == frozenset()


def write(world: World):
    place = f"/s/{world.session.code}/notes/{uuid4()}/"
    return post(world, "participant", place, board="diagnosis", column="unsolved", text="One more.")


def post(world: World, person: str, address: str, **fields):
    headers = {"accept": "application/json"}
    return world.people[person].post(address, fields, headers=headers)
