"""Someone writes what could be seen, counted or heard; it goes into its indicator's row."""

from uuid import uuid4

import pytest

from boards.models import Note
from indicators.models import Indicator
from tests.indicators.proxies import room
from workshops.refusals import Conflict, NotFit

__all__ = ["room"]


def test_a_proxy_has_a_kind_and_says_where_to_look(room, sam, place):
    key = uuid4()

    answer = place(
        sam,
        f"notes/{key}/",
        board="proxies",
        column="local_need",
        text="Days from a  request\nto an answer",
        kind="measure",
        where_to_look=" The  data team ",
    )

    proxy = Note.objects.get(pk=key).proxy
    assert answer.status_code == 200
    assert (proxy.note.text, proxy.kind) == ("Days from a request to an answer", "measure")
    assert (proxy.where_to_look, proxy.standing) == ("The data team", "proposed")
    assert room.state() == "waits"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Choose what it is: count it, look for it, people do it or people say it."),
        ("kind", "guess", "Choose what it is: count it, look for it, people do it"),
        ("where_to_look", "x" * 163, "“Where to look” is too long by 3 characters."),
        ("text", " ", "Write something first."),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_kept(room, sam, field, value, sentence):
    said = {"text": "Days to an answer", "kind": "measure", field: value}

    with pytest.raises(NotFit, match=sentence):
        room.propose(sam, **said)

    assert not Note.objects.filter(column__board=room.board).exists()


def test_a_refused_proxy_comes_back_with_everything_that_was_typed(room, sam, place):
    fields = {"board": "proxies", "column": "local_need", "text": "Days to an answer"}

    page = place(
        sam, f"notes/{uuid4()}/", json=False, **fields, where_to_look="The data team", kind=""
    ).content.decode()

    assert "Choose what it is" in page
    assert 'value="The data team"' in page
    assert ">Days to an answer</textarea>" in page


def test_a_proxy_for_an_indicator_that_was_set_aside_is_refused_with_its_text(room, sam, place):
    Indicator.of(room.session.workshop).filter(key="local_need").update(
        set_aside_because="Not ours to change."
    )
    fields = {"board": "proxies", "column": "local_need", "kind": "measure"}

    page = place(sam, f"notes/{uuid4()}/", json=False, text="Days to an answer", **fields)

    assert page.status_code == 409
    words = page.content.decode()
    assert "“Local need understood” is set aside: Not ours to change. Your text is kept." in words
    assert ">Days to an answer</textarea>" in words
    assert not Note.objects.filter(column__board=room.board).exists()


def test_a_proxy_for_an_indicator_merged_meanwhile_lands_in_the_other_and_says_so(room, sam):
    survivor = room.indicator("shared_responsibility")
    Indicator.objects.filter(key="shared_success").update(merged_into=survivor)

    proxy = room.propose(sam, "Results are shown together", "shared_success")

    assert proxy.note.column.key == "shared_responsibility"
    told = room.change(proxy.note.mine_key, sam.participant.identity).html
    words = "The indicator you wrote it for is part of “4 Shared responsibility” now"
    assert words in told
    assert room.state("shared_responsibility") == "waits"


def test_what_was_written_before_a_merge_stands_in_the_row_of_the_other(room, sam, place):
    proxy = room.propose(sam, "Results are shown together", "shared_success")
    survivor = room.indicator("shared_responsibility")
    Indicator.objects.filter(key="shared_success").update(merged_into=survivor)

    page = place(sam, "", "get").content.decode()

    assert proxy.note.column.key == "shared_success"
    assert room.state("shared_responsibility") == "waits"
    assert f'data-key="note-{proxy.note.pk}"' in page


def test_an_example_is_copied_to_the_box_without_scripts_too(room, sam, place):
    example = room.indicator("local_need").item["proxies"][2]

    page = place(sam, "?use=local_need-2", "get").content.decode()

    box = page.partition('id="write"')[2].partition("</form>")[0]
    assert f">{example['label']}</textarea>" in box
    assert f'value="{example["kind"]}" checked' in box


def test_the_same_number_with_another_kind_is_no_second_proxy(room, sam):
    key, said = uuid4(), {"column": "local_need"}
    Note.write(room.board, sam, key, "local_need", "Days", {"kind": "measure", **said})

    again = Note.write(room.board, sam, key, "local_need", "Days", {"kind": "measure", **said})
    with pytest.raises(Conflict):
        Note.write(room.board, sam, key, "local_need", "Days", {"kind": "artefact", **said})

    assert again.proxy.kind == "measure"
