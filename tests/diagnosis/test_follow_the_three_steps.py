"""What the place shows in each of the three steps."""

import re


def page(place, viewer) -> str:
    return place(viewer, "", "get", json=False).content.decode()


def test_to_read_there_are_eight_cards_with_question_and_example(room, sam, place):
    room.session.steps.filter(key="diagnosis_write").update(key="diagnosis_intro", mode="read")
    html = page(place, sam)
    assert html.count('class="card"') == 8
    assert "What has been tried already" in html
    assert 'id="write"' not in html


def test_to_write_there_is_a_box_and_eight_columns(room, sam, place):
    html = page(place, sam)
    assert len(re.findall(r'<section class="column"', html)) == 8
    assert 'id="write"' in html


def test_to_agree_the_room_is_on_the_description_the_facilitator_chose(room, sam, place):
    room.go_to("diagnosis_agree")
    room.session.look_at("unsolved")
    key = room.board.column("unsolved").live_key
    assert f'data-room-on="{key}"' in page(place, sam)


def test_a_locked_board_takes_the_box_away_and_says_so(room, sam, place):
    room.session.lock_board(True)
    html = page(place, sam)
    assert 'id="write"' not in html
    assert "The board is closed for now. You can read it." in html


def test_a_paused_step_says_so_and_keeps_the_box(room, sam, place):
    room.session.pause(room.session.current_step().pk)
    html = page(place, sam)
    assert "Paused. The clock has stopped." in html
    assert 'id="write"' in html


def test_another_persons_note_holds_no_name_on_the_page(room, sam, joan, place):
    room.write(joan, "Each pilot ended.")
    html = page(place, sam)
    assert "Each pilot ended." in html
    assert "Joan" not in html
