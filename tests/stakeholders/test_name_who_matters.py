"""A note on the stakeholders' board is a stakeholder, of the workshop and of its session."""

from stakeholders.models import Stakeholder


def test_the_board_has_four_kinds_and_a_tray(room):
    keys = [column.key for column in room.board.columns.all()]

    assert keys == [
        "national_government",
        "local_government",
        "service_delivery_partners",
        "users_citizens",
        "unsorted",
    ]


def test_a_note_is_a_stakeholder_of_the_workshop_and_its_session(room, sam):
    named = room.name(sam, "Housing association", "service_delivery_partners")

    assert (named.workshop, named.session) == (room.session.workshop, room.session)
    assert (named.name, named.category) == ("Housing association", "service_delivery_partners")


def test_a_note_sent_twice_is_one_stakeholder(room, sam):
    note = room.write(sam, "District housing team")
    note.write(room.board, sam, note.pk, "unsorted", "District housing team")

    assert Stakeholder.objects.get().note == note


def test_a_late_note_is_a_stakeholder_too(room, sam):
    board = room.board
    room.go_to("break")
    late = room.write(sam, "Housing ombudsman")

    assert (late.state, late.stakeholder.note.column.board) == ("late", board)
