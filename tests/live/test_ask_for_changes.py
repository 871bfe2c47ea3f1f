import json

import pytest
from django.test import RequestFactory

from live.rooms import lock, position, push
from live.views import changes_response
from tests.live.onlookers import ROOM, Onlooker

pytestmark = pytest.mark.django_db(transaction=True)


def ask(**query):
    response = changes_response(RequestFactory().get("/changes", query), Onlooker())
    return response.status_code, json.loads(response.content)


@pytest.fixture
def epoch():
    with lock(ROOM):
        for number in range(3):
            push(ROOM, f"note-{number}", "<p>")
    return position(ROOM).epoch


def test_the_answer_is_a_frame_from_since_to_the_head(epoch):
    status, frame = ask(epoch=epoch, since=1)

    assert status == 200
    assert (frame["since"], frame["head"], frame["more"], frame["epoch"]) == (1, 3, False, epoch)
    assert [change["key"] for change in frame["changes"]] == ["note-1", "note-2"]


def test_without_a_since_it_begins_at_the_beginning(epoch):
    assert [change["seq"] for change in ask()[1]["changes"]] == [1, 2, 3]


@pytest.mark.parametrize("since", ["-1", "many", "1.5", "1e3", " 1", "+1", "9" * 30, "١", "0x1"])
def test_a_since_that_is_no_number_is_answered_with_a_sentence(epoch, since):
    status, answer = ask(epoch=epoch, since=since)

    assert (status, answer) == (400, {"error": "since must be a whole number, 0 or more"})


def test_a_since_without_its_epoch_is_answered_with_a_sentence(epoch):
    assert ask(since=1) == (400, {"error": "since needs the epoch that it was counted in"})


@pytest.mark.parametrize("query", [{"since": 4}, {"since": 10**17}, {"since": 1, "epoch": "other"}])
def test_a_since_from_the_future_or_another_life_means_load_again(epoch, query):
    status, answer = ask(**{"epoch": epoch, **query})

    assert (status, answer) == (409, {"epoch": epoch, "head": 3, "reload": True})


def test_no_cache_keeps_it_and_no_proxy_holds_it_back(epoch):
    response = changes_response(RequestFactory().get("/changes"), Onlooker())

    assert response["Cache-Control"] == "no-store"
    assert response["X-Accel-Buffering"] == "no"


def test_a_big_answer_comes_in_pieces_that_add_up(epoch):
    with lock(ROOM):
        for number in range(500):
            push(ROOM, f"big-{number}", "x" * 1000)

    seqs, since, more = [], 0, True
    while more:
        frame = ask(epoch=epoch, since=since)[1]
        assert frame["since"] == since
        since, more = frame["head"], frame["more"]
        seqs += [change["seq"] for change in frame["changes"]]

    assert seqs == list(range(1, 504))
