"""Print what a room needs that has people without a device: cards, questions, numbered sheets."""

import pytest

from boards.activities import BoardActivity
from workshops.activities import all_activities


@pytest.fixture
def pack(room, client):
    """The facilitator's page: `pack(sheets=6)` gives its words as HTML."""
    client.force_login(room.session.workshop.owner)

    def ask(status: int = 200, **chosen) -> str:
        answer = client.get(f"/run/{room.session.code}/paper/", chosen)
        assert answer.status_code == status
        return answer.content.decode()

    return ask


def test_each_of_the_eight_has_its_card_and_its_question(room, pack):
    html = pack(board="diagnosis", part=["cards", "questions"], sheets=0, first=1)

    items = room.session.workshop.content.items("characteristics")
    assert len(items) == 8
    for item in items:
        assert html.count(f"{item.label}</h3>") == 2
        assert html.count(item["description"].replace("'", "&#x27;")) == 1
        assert html.count(item["prompt"].replace("'", "&#x27;")) == 1


def test_sheets_are_numbered_from_the_chosen_number(pack):
    html = pack(board="diagnosis", part="sheets", sheets=7, first=25)

    assert html.count('class="psheet"') == 7
    assert html.count("2 pages of A4") == 1
    assert [n for n in range(24, 33) if f"sheet</span> {n}</h3>" in html] == list(range(25, 32))


@pytest.mark.parametrize("sheets", ["121", "-1", "many", "", "1000000000000000000000"])
def test_so_many_sheets_cannot_be_asked_for(pack, sheets):
    html = pack(board="diagnosis", part="sheets", sheets=sheets, first=1)

    assert "Enter a whole number of sheets from 0 to 120." in html
    assert 'class="psheet"' not in html


def test_a_board_that_is_not_on_the_agenda_is_refused_in_words(pack):
    assert "Choose one of those listed." in pack(
        board="no_such_board", part="sheets", sheets=1, first=1
    )


def test_every_board_of_the_agenda_is_in_it_unless_its_steps_are_left_out(room, pack):
    boards = {each.key for each in all_activities() if isinstance(each, BoardActivity)}
    planned = set(room.session.steps.values_list("activity_key", flat=True))
    html = pack()

    assert {key for key in boards if f'id="pack-{key}"' in html} == boards & planned
    room.session.steps.filter(activity_key="diagnosis").update(state="skipped")
    assert 'id="pack-diagnosis"' not in pack()


def test_nothing_that_anyone_wrote_is_on_paper(room, sam, pack):
    room.write(sam, "Seen by the room.")

    assert "Seen by the room." not in pack()
