"""The map and its list follow whatever becomes of stakeholders and links, and keep no names."""

from uuid import uuid4

import pytest
from django.db.models import Q

from boards.models import Board, Note
from live.models import Change
from stakeholders import pictures
from stakeholders.models import Relationship
from stakeholders.pictures import Picture
from tests.boards.conftest import joan, place, sam
from tests.stakeholders.map_room import example, room
from workshops.models import Participant, Step
from workshops.viewers import Viewer

__all__ = ["example", "joan", "place", "room", "sam"]


@pytest.fixture
def screen(room, client):
    return lambda address: client.get(f"/screen/{room.session.screen_token}/{address}")


def map_seq(room) -> int:
    return Change.objects.get(key=f"map-{room.map_board.pk}").seq


def listed(room) -> list[str]:
    return [f"{row.one.text}–{row.other.text}" for row in room.chart().rows]


def test_each_change_of_a_link_tells_every_page_to_get_the_map(room, sam, place):
    seqs = []
    link = room.link(sam, "A", "B")
    seqs.append(map_seq(room))
    link.change(sam, "Now and then.", 1, room.said("A", "B"))
    seqs.append(map_seq(room))
    link.note.hide(room.grace, "Holds a name.")
    seqs.append(map_seq(room))
    told = Change.objects.get(key=f"map-{room.map_board.pk}")

    assert seqs == sorted(set(seqs))
    assert (told.audience, told.fetch, told.html) == ("all", "relationships/map/", "")


def test_so_does_what_becomes_of_a_stakeholder(room):
    assert not Change.objects.filter(key=f"map-{room.map_board.pk}").exists()
    room.who["A"].note.hide(room.grace, "Not ours.")

    assert map_seq(room) > 0


def test_when_a_stakeholder_goes_its_links_go_and_come_back_with_it(room, sam):
    room.link(sam, "A", "B")
    room.link(sam, "B", "C")
    note = room.who["A"].note
    note.hide(room.grace, "Not one of ours.")
    assert listed(room) == ["Council–Hospital"]

    note.restore(room.grace)
    assert listed(room) == ["Department–Council", "Council–Hospital"]
    note.take_back(room.writer)
    assert listed(room) == ["Council–Hospital"]
    assert Relationship.objects.count() == 2


def test_a_link_within_one_family_is_not_shown_and_comes_back_with_the_unmerge(room, sam):
    room.link(sam, "C", "D")
    room.link(sam, "D", "E")
    note = room.who["D"].note
    note.merge(room.grace, room.who["C"].note, note.version)
    assert listed(room) == ["Hospital–Residents’ group"]

    note.refresh_from_db()
    note.unmerge(room.grace)
    assert listed(room) == ["Hospital–Charity", "Charity–Residents’ group"]


def test_no_fragment_of_the_map_keeps_the_name_of_a_stakeholder_or_a_role(room, sam):
    link = room.link(sam, "A", "B", "They meet.", contact="Policy lead")
    keys = Q(key__contains=link.note_id) | Q(key__endswith=f"-{room.map_board.pk}")
    stored = "".join(Change.objects.filter(keys).values_list("html", flat=True))

    assert "They meet." in stored
    assert "Department" not in stored
    assert "Policy lead" not in stored


def test_the_map_is_fetched_at_every_door_while_the_room_is_on_it(room, sam, place, screen):
    room.link(sam, "A", "B", "They meet.")
    key = f'data-key="map-{room.map_board.pk}"'
    for page in (place(sam, "relationships/map/", "get"), screen("relationships/map/")):
        assert key in page.content.decode()
        assert page["Cache-Control"] == "no-store"
    assert "They meet." in place(sam, "relationships/links/", "get").content.decode()

    room.go_to("break")
    assert place(sam, "relationships/map/", "get").status_code == 404
    assert screen("relationships/map/").status_code == 404


def test_the_screen_has_no_controls_and_may_ask_for_nothing_else(room, sam, screen):
    room.link(sam, "A", "B")
    page = screen("").content.decode()

    assert "This link" not in page
    assert "<form" not in page
    assert "Council" in page
    assert screen("relationships/what-if/").status_code == 404


def test_one_state_is_drawn_once_and_nobody_waits_for_a_drawing(room, sam, place, monkeypatch):
    drawn = []
    monkeypatch.setattr(pictures, "keep", lambda n, keep=pictures.keep: drawn.append(n) or keep(n))
    room.link(sam, "A", "B")
    for _ in range(3):
        assert place(sam, "relationships/map/", "get").status_code == 200
    assert len(drawn) == 1

    room.link(sam, "B", "C")
    with pictures._drawing:
        busy = place(sam, "relationships/map/", "get")
    assert (busy.status_code, busy["Retry-After"]) == (503, "1")
    assert place(sam, "relationships/map/", "get").status_code == 200
    assert Picture.at_once(room.chart().network) is not None


def test_what_if_one_drops_out_says_who_loses_touch(room, sam, place):
    for pair in ("AB", "BC", "BD", "DE"):
        room.link(sam, *pair)
    words = "Who loses touch".join(
        place(sam, f"{page}?without={room.key('D')}", "get").content.decode()
        for page in ("", "relationships/what-if/")
    )

    assert words.count("groups that lose touch with each other") == 2
    assert "Residents’ group" in words
    ends = place(sam, f"relationships/what-if/?without={room.key('E')}", "get").content.decode()
    assert "the others still reach each other" in ends


def test_a_late_link_waits_for_the_facilitator_and_is_drawn_when_it_is_let_in(room, sam):
    board = room.map_board
    room.go_to("break")
    note = Note.write(
        board, sam, "5ca1ab1e-0000-4000-8000-00000000000a", "links", "", room.said("A", "B")
    )
    assert (note.state, listed(room)) == ("late", [])
    note.admit(room.grace)
    assert listed(room) == ["Department–Council"]


def test_a_later_session_goes_on_with_the_map_of_an_earlier_one(room, sam, client):
    earlier = room.link(sam, "A", "B")
    workshop = room.session.workshop
    session = workshop.sessions.create(
        kind="stage_2", agenda="half_day_3h", starts_at=room.session.starts_at
    )
    step = Step.of(session, session.content_of_step("relationship_map"), 1, 20)
    step.state = "active"
    step.save()
    board = Board.open_for(step)
    kim = Participant.objects.create(session=session, name="Kim", agrees_to_keeping=True)
    place = Viewer("place", workshop, session, participant=kim)
    later = Note.write(board, place, uuid4(), "links", "", room.said("B", "C"))
    client.force_login(workshop.owner, "django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/run/{session.code}/relationships/links/").content.decode()

    assert f'href="notes/{later.pk}/"' in page
    assert f'href="notes/{earlier.note_id}/"' not in page
    assert page.count("From an earlier session") == 1
