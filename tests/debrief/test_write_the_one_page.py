"""Writing the findings and choosing what stands on the one page."""

import pytest

from debrief.draft import Draft
from debrief.models import OnePage
from debrief.one_page.telling import gap, offered_actions

FIRST = {"line_1": "Nobody holds the whole journey.", "sentence_1": "Fixes do not last."}


@pytest.fixture
def noted(room, client):
    """Two notes on the board, and the owner signed in."""
    kit = room.person("Kit")
    room.write(kit, "unsolved", "Places did it in different ways")
    room.write(kit, "unsolved", "Nothing was measured")
    client.force_login(room.session.workshop.owner)
    return room


def address(room) -> str:
    return f"/workshops/{room.session.workshop.pk}/report/one-page/"


def form_of(room, client) -> dict:
    """What a browser would send of the page as it is, with nothing typed."""
    form = client.get(address(room)).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    hidden = {form[name].html_initial_name: value for name, value in shown.items()}
    return {name: value for name, value in {**shown, **hidden}.items() if value is not None}


def page_of(room) -> dict:
    return Draft(room.session.workshop).snapshot["one_page"]


def test_what_is_written_stands_in_the_next_report_with_its_notes(noted, client):
    sent = form_of(noted, client) | FIRST | {"notes_1": "7.2, 7.1 7.2"}
    assert client.post(address(noted), sent).status_code == 303
    told = page_of(noted)["findings"]
    assert [(each["line"], each["sentence"], each["notes"]) for each in told] == [
        ("Nobody holds the whole journey.", "Fixes do not last.", ["7.2", "7.1"])
    ]


def test_a_note_that_is_hidden_later_leaves_its_finding(noted, client):
    client.post(address(noted), form_of(noted, client) | FIRST | {"notes_1": "7.1, 7.2"})
    noted.board.notes().shown().first().hide(noted.console, "It names a person.")
    assert [each["notes"] for each in page_of(noted)["findings"]] == [["7.1"]]


def test_a_note_that_went_is_nobodys_change(noted, client):
    client.post(address(noted), form_of(noted, client) | FIRST | {"notes_1": "7.1, 7.2"})
    noted.board.notes().shown().first().hide(noted.console, "It names a person.")
    sent = form_of(noted, client) | {"notes_1": ""}
    assert client.post(address(noted), sent).status_code == 303
    assert [each["notes"] for each in page_of(noted)["findings"]] == [[]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"notes_1": "7.1, 9.9"}, "There is no note 9.9."),
        ({"line_1": "x" * 121}, "too long by 1 character"),
        ({"line_1": "", "sentence_1": "Fixes do not last."}, "Write the finding in one line, too."),
    ],
)
def test_what_does_not_fit_is_said_and_all_that_was_typed_stays(noted, client, typed, said):
    sent = form_of(noted, client) | FIRST | {"line_2": "SECOND FINDING"} | typed
    answer = client.post(address(noted), sent)
    html = answer.content.decode()
    assert said in html
    assert 'value="SECOND FINDING"' in html
    assert "Fixes do not last." in html
    assert not OnePage.objects.exists()


def test_numbers_typed_after_a_note_went_are_asked_for_again(noted, client):
    sent = form_of(noted, client) | FIRST | {"notes_1": "7.1"}
    noted.board.notes().shown().first().hide(noted.console, "It names a person.")
    answer = client.post(address(noted), sent)
    assert "numbers have changed" in answer.content.decode()
    again = answer.context["form"].data.dict()
    client.post(address(noted), again)
    assert [each["notes"] for each in page_of(noted)["findings"]] == [["7.1"]]


def test_two_who_write_different_findings_both_have_theirs(noted, client):
    mine = form_of(noted, client) | FIRST
    theirs = form_of(noted, client) | {"line_2": "People fear for their homes."}
    client.post(address(noted), mine)
    client.post(address(noted), theirs)
    assert [each["line"] for each in page_of(noted)["findings"]] == [
        "Nobody holds the whole journey.",
        "People fear for their homes.",
    ]


def test_of_two_who_write_the_same_finding_the_second_reads_both_and_decides(noted, client):
    mine = form_of(noted, client) | {"line_1": "MINE", "line_3": "ALSO MINE"}
    theirs = form_of(noted, client) | {"line_1": "THEIRS"}
    client.post(address(noted), theirs)
    answer = client.post(address(noted), mine)
    html = answer.content.decode()
    assert "“THEIRS”" in html.replace("&quot;", "")
    assert 'value="MINE"' in html
    assert [each["line"] for each in page_of(noted)["findings"]] == ["THEIRS"]
    again = answer.context["form"].data.dict()
    assert client.post(address(noted), again).status_code == 303
    assert [each["line"] for each in page_of(noted)["findings"]] == ["MINE", "ALSO MINE"]


def test_a_piece_that_is_left_out_is_not_told(noted, client):
    client.post(address(noted), form_of(noted, client) | FIRST | {"left_out": ["gap"]})
    assert page_of(noted)["left_out"] == ["gap"]


def an_action(note: str, mark: str, votes: int | None = None) -> tuple[dict, dict]:
    """What the debrief and the plan tell of one."""
    told = {"note": note, "mark": mark, "owner": "", "indicators": [], "level": "", "horizon": ""}
    return told, {"note": note, "votes": votes}


def data_of(*actions: tuple[dict, dict]) -> dict:
    marked, planned = zip(*actions, strict=True)
    return {"debrief": {"actions": list(marked)}, "plan": {"actions": list(planned)}}


def test_actions_are_offered_by_votes_and_then_by_mark():
    data = data_of(
        an_action("1.1", "same", 4),
        an_action("1.2", "changed"),
        an_action("1.3", "new"),
        an_action("1.4", "", 5),
        an_action("1.5", "new", 4),
    )
    offered = [each["note"] for each in offered_actions(data)]
    assert offered == ["1.4", "1.5", "1.1", "1.3", "1.2"]


APART = {"number": 4, "label": "Trust", "apart": {"alike": False, "least": "A", "most": "B"}}
MAP = {"findings": [{"rule": "category_gap", "number": 2, "where": "a with b", "says": "No link"}]}


@pytest.mark.parametrize(
    ("data", "asked", "found"),
    [
        ({"relationships": MAP, "indicators": {"rating": {"told": [APART]}}}, "", "map"),
        ({"relationships": MAP, "indicators": {"rating": {"told": [APART]}}}, "ratings", "ratings"),
        ({"indicators": {"rating": {"told": [APART]}}}, "", "ratings"),
        ({"indicators": {"rating": {"told": [APART]}}}, "map", None),
        ({"indicators": {"rating": {"told": [{**APART, "apart": {"alike": True}}]}}}, "", None),
    ],
)
def test_the_widest_gap_is_that_of_the_map_or_else_of_the_ratings(data, asked, found):
    told = gap(data, OnePage(said={"gap_from": asked}), None)
    assert (told and told["from"]) == found
