"""The story is told in rounds: its content note, the reading, the first round, local, national."""

import pytest

from indicators.models import Passed, Round, Staging
from indicators.models.staging import rounds_of
from indicators.story.before import is_true_before, name_of_first
from tests.boards import conftest as boards
from tests.boards.conftest import joan, place, sam
from tests.indicators.story import STORY, StoryRoom
from tests.workshops.running import press
from workshops.refusals import Conflict, NotFit

__all__ = ["joan", "place", "sam"]

HARD = {"content_note": "Touches on loss."}
WITH_FIRST = ["read", "first", "local", "national"]


@pytest.fixture
def planned(db, checked_content) -> StoryRoom:
    return StoryRoom(boards.planned(checked_content))


@pytest.fixture
def room(planned) -> StoryRoom:
    planned.go_to("scenario_respond")
    return planned


@pytest.fixture
def early(planned) -> StoryRoom:
    """The same with the step for a first response before the indicators are read."""
    planned.session.add_step("first_response")
    planned.go_to("first_response")
    planned.tell()
    return planned


def test_without_a_step_of_its_own_the_first_round_is_no_before(room, sam):
    room.tell()
    assert rounds_of(room.session.current_step()) == WITH_FIRST
    room.go_round("first")
    room.first(sam, "Ask Kit.")

    assert not is_true_before(room.session)
    assert name_of_first(room.session) == "First response"


def test_in_its_own_step_before_the_indicators_it_is_the_true_before(early):
    assert rounds_of(early.session.current_step()) == ["read", "first"]
    early.go_round("first")
    assert not is_true_before(early.session)
    early.first(early.person("Sam"), "Ask Kit.")
    early.go_to("scenario_respond")

    assert is_true_before(early.session)
    assert name_of_first(early.session) == "Before"
    assert rounds_of(early.session.current_step()) == ["read", "local", "national"]
    assert Staging.of(early.session).round == "read"


def test_a_step_in_which_nobody_answered_leaves_the_first_round_to_the_scenario(early):
    early.go_to("scenario_respond")
    assert rounds_of(early.session.current_step()) == WITH_FIRST


def test_after_the_indicators_were_read_no_step_makes_a_before(planned):
    planned.session.add_step("first_response")
    step = planned.session.steps.get(key="first_response")
    reading = planned.session.steps.get(key="indicators_read")
    step.position, reading.position = reading.position, step.position
    step.save()
    reading.save()
    planned.go_to("indicators_read")
    planned.go_to("first_response")
    planned.tell()
    planned.go_round("first")
    planned.first(planned.person("Sam"), "Ask Kit.")

    assert not is_true_before(planned.session)


def test_the_content_note_comes_before_every_word_of_the_story(room, sam, place, client):
    room.tell(**HARD)
    assert rounds_of(room.session.current_step())[:2] == ["note", "read"]
    screen = f"/screen/{room.session.screen_token}/"
    for page in (page_of(place, sam), client.get(screen).content.decode()):
        assert "Touches on loss." in page
        assert "Kit retires" not in page

    room.go_round("read")
    for page in (page_of(place, sam), client.get(screen).content.decode()):
        assert page.index("Touches on loss.") < page.index("Kit retires")


def test_the_facilitator_goes_on_and_back_with_one_press(room, client):
    room.tell()
    client.force_login(room.grace.user, backend="django.contrib.auth.backends.ModelBackend")
    for to in ("local", "national", "read"):
        assert press(client, room.session, "scenario/round/", round=to).status_code == 200
        assert Staging.of(room.session).round == to
    assert press(client, room.session, "scenario/round/", round="note").status_code == 422


def test_no_round_without_a_story_nor_in_another_step(room):
    with pytest.raises(Conflict, match="Choose a story first"):
        room.go_round("local")
    room.tell()
    with pytest.raises(NotFit, match="no such round"):
        room.go_round("note")
    room.go_to("scenario_debrief")
    with pytest.raises(Conflict, match="not on the story"):
        room.go_round("local")


def test_back_in_the_step_the_round_is_where_it_was(room):
    room.tell()
    room.go_round("national")
    room.go_to("scenario_debrief")
    room.session.go_back(room.session.current_step().pk)

    assert Staging.of(room.session).round == Round.NATIONAL


def test_whoever_passes_is_sent_nothing_of_the_story_and_nobody_is_told(room, sam, joan, place):
    room.tell(**HARD)
    room.go_round("read")
    before = everyone_elses_pages(room, joan, place)
    assert place(sam, "scenario/pass/").status_code == 200

    page = page_of(place, sam)
    assert [STORY["title"] in page, "Kit retires" in page, "Nobody is told" in page] == [
        False,
        False,
        True,
    ]
    now = everyone_elses_pages(room, joan, place)
    assert [set(one) ^ set(other) for one, other in zip(now, before, strict=True)] == [set()] * 3
    room.go_round("local")
    assert "What would happen?" not in page_of(place, sam)
    place(sam, "scenario/pass/", on="no")
    assert "Kit retires" in page_of(place, sam)


def test_who_passed_is_forgotten_with_another_story_and_at_the_end(room, sam):
    Passed.put(room.tell(), sam.participant, True)
    room.tell(story="Edited.")
    assert Passed.objects.count() == 1
    story = room.tell(title="Another")
    assert Passed.objects.count() == 0
    Passed.put(story, sam.participant, True)
    room.session.end(room.grace.facilitator)
    assert Passed.objects.count() == 0


def test_heard_from_are_those_who_answered_on_the_board_of_the_round(room, sam, joan):
    room.tell()
    room.go_round("first")
    room.first(sam, "Ask Kit.")
    step = room.session.current_step()
    assert step.activity.heard_from(step) == {sam.participant.pk}
    room.go_round("local")
    room.respond(joan, "Sit with Kit.")
    assert step.activity.heard_from(step) == {joan.participant.pk}


def test_each_round_says_what_to_do_now(room):
    step = room.session.current_step()
    assert "chooses the story" in step.now_sentence
    room.tell()
    room.go_round("local")
    assert step.now_sentence.startswith("write what local government would do")


def test_a_first_response_that_comes_after_its_round_is_kept_as_late(room, sam):
    room.tell()
    room.go_round("first")
    room.go_round("local")
    assert room.first(sam, "Ask Kit.").note.state == "late"


def page_of(place, person) -> str:
    return place(person, "", "get", json=False).content.decode()


def everyone_elses_pages(room, joan, place) -> list[list[str]]:
    """What the others' panels hold, without what is new in every answer."""
    import re

    from django.test import Client

    grace = Client()
    grace.force_login(room.grace.user, backend="django.contrib.auth.backends.ModelBackend")
    answers = [
        place(joan, "step/", "get", json=False),
        grace.get(f"/run/{room.session.code}/step/"),
        grace.get(f"/screen/{room.session.screen_token}/step/"),
    ]
    new = re.compile(r'value="[\w-]{20,}"|data-head="\d+"|notes/[\w-]+/|data-spent="\d+"|\d\d:\d\d')
    return [new.sub("", answer.content.decode()).split() for answer in answers]
