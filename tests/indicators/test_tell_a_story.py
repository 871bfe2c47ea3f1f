"""Choose one of the ten stories, edit a copy or write one; change it when people have answered."""

import pytest

from indicators.models import Scenario, Staging
from tests.boards import conftest as boards
from tests.boards.conftest import joan, place, sam
from tests.indicators.story import STORY, StoryRoom
from workshops.refusals import Conflict

__all__ = ["joan", "place", "sam"]

TYPED = {
    "title": "A bridge is closed",
    "story": "The only bridge is closed.\n\nBuses go round.",
    "facts": "2 buses\n\n 40  people ",
    "local_question": "What would local partners do?",
    "national_question": "What would national bodies do?",
    "focus-data_sharing": "Who knows who is late?",
}


@pytest.fixture
def room(db, checked_content) -> StoryRoom:
    running = StoryRoom(boards.planned(checked_content))
    running.go_to("scenario_respond")
    return running


@pytest.fixture
def console(room, client):
    """Post or get at the console, as a page does."""
    client.force_login(room.grace.user, backend="django.contrib.auth.backends.ModelBackend")

    def ask(address: str, method: str = "post", **fields):
        return getattr(client, method)(f"/run/{room.session.code}/scenario/{address}", fields)

    return ask


def test_the_ten_can_be_chosen_as_they_are(room, console):
    page = console("story/", "get").content.decode()
    assert page.count("Take it as it is") == 10
    assert console("story/", template="winter_surge").status_code == 303

    told, item = room.session.scenarios.get(), room.session.workshop.content
    item = item.item("scenarios", "winter_surge")
    assert (told.title, told.twist, told.template) == (item.label, item["twist"], "winter_surge")
    assert told.focus == [dict(each) for each in item["focus_prompts"]]
    assert console("story/", template="none_such").status_code == 404


def test_it_can_be_chosen_before_the_start(db, checked_content, client):
    early = StoryRoom(boards.planned(checked_content))
    client.force_login(early.grace.user, backend="django.contrib.auth.backends.ModelBackend")
    lobby = f"/run/{early.session.code}/"
    assert 'href="scenario/story/"' in client.get(lobby).content.decode()
    client.post(f"{lobby}scenario/story/", {"template": "multiple_disadvantage"})
    early.go_to("scenario_respond")

    assert early.session.scenarios.get().template == "multiple_disadvantage"
    assert Staging.of(early.session).round == "note"
    assert (
        'href="scenario/story/">Choose the story for later'
        not in client.get(lobby).content.decode()
    )


def test_a_copy_is_edited(room, console):
    page = console("story/write/?template=winter_surge", "get").content.decode()
    assert "The January surge" in page
    assert "Who rings whom at 7 am" in page
    console("story/write/", template="winter_surge", **TYPED)

    told = room.session.scenarios.get()
    assert (told.title, told.template) == ("A bridge is closed", "winter_surge")
    assert "A bridge is closed" in console("story/write/?current", "get").content.decode()


def test_one_is_written(room, console):
    console("story/write/", **TYPED)

    told = room.session.scenarios.get()
    assert told.facts == ["2 buses", "40 people"]
    assert told.focus == [{"indicator": "data_sharing", "prompt": "Who knows who is late?"}]
    assert (told.template, told.twist, told.content_note) == ("", "", "")


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("national_question", " ", "A story needs a question for national government too."),
        ("local_question", "", "Ask what local government would do."),
        ("title", "x" * 121, "This is too long by 1 character."),
        ("story", "", "Write the story."),
        ("story", "x" * 3002, "This is too long by 2 characters."),
        ("facts", "one\n" * 13, "Keep to 12 facts."),
        ("twist", "x" * 401, "This is too long by 1 character."),
        ("focus-data_sharing", "x" * 401, "This is too long by 1 character."),
    ],
)
def test_what_is_missing_or_too_long_is_said_and_all_that_was_typed_is_kept(
    room, console, field, typed, says
):
    answer = console("story/write/", **{**TYPED, field: typed})
    html = answer.content.decode()

    assert answer.status_code == 422
    assert says in html
    assert "40  people" in html or field == "facts"
    assert not room.session.scenarios.exists()


def test_a_story_that_has_answers_is_changed_only_when_asked(room, console, sam):
    room.tell()
    room.go_round("local")
    said = room.respond(sam, "Wait.")
    page = console("story/write/", **TYPED)

    assert "There is 1 response" in page.content.decode()
    assert room.session.scenarios.get().title == STORY["title"]
    console("story/write/", **TYPED, sure="yes")
    assert room.session.scenarios.get().title == "A bridge is closed"
    said.note.refresh_from_db()
    assert (said.note.state, said.text) == ("shown", "Wait.")


def test_another_story_begins_again_an_edited_one_goes_on(room):
    room.tell()
    room.go_round("local")
    room.tell(story="Kit retires on Monday.")
    assert Staging.of(room.session).round == "local"
    room.tell(title="Another", content_note="Touches on loss.")
    assert Staging.of(room.session).round == "note"


def test_a_twist_in_other_words_is_not_revealed_yet(room):
    story = room.tell()
    story.show_twist(True)
    assert room.tell(story="Edited.").twist_shown_at is not None
    assert room.tell(twist="A minister rings.").twist_shown_at is None
    with pytest.raises(Conflict, match="no twist"):
        room.tell(twist="").show_twist(True)


def test_a_table_may_have_a_story_of_its_own(room, console, sam, joan, place):
    room.tell()
    at_table(joan, 2)
    at_table(sam, 1)
    console("story/write/", **TYPED, table="2")
    room.go_round("read")

    assert "A bridge is closed" in page_of(place, joan)
    assert "A bridge is closed" not in page_of(place, sam)
    assert STORY["title"] in page_of(place, sam)
    room.go_round("local")
    assert room.respond(joan, "Go round.").scenario.title == "A bridge is closed"
    console("story/drop/", table="2")
    assert STORY["title"] in page_of(place, joan)


def test_nothing_changes_once_the_workshop_has_ended(room, console):
    room.tell()
    room.session.end(room.grace.facilitator)

    assert console("story/", template="winter_surge").status_code == 409
    assert Scenario.objects.get().title == STORY["title"]


def at_table(person, number: int) -> None:
    from indicators.models import Seat

    Seat.objects.create(participant=person.participant, table=number)


def page_of(place, person) -> str:
    return place(person, "", "get", json=False).content.decode()


def test_one_press_takes_a_story_without_leaving_the_console(room, console, client):
    here = f"/run/{room.session.code}/"
    assert client.get(here).content.decode().count('class="cstory__choice"') == 10

    asked = {"template": "missing_link"}
    answer = client.post(f"{here}scenario/story/", asked, headers={"Accept": "application/json"})
    assert (answer.status_code, "seq" in answer.json()) == (200, True)
    told = room.session.scenarios.get()
    assert (told.template, told.table) == ("missing_link", 0)
    assert 'class="cstory__choice"' not in client.get(here).content.decode()
