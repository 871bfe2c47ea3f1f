"""Every address, every field, values that no page of ours sends: an answer, never a failure.

The addresses are those of the permission matrix, so a new one is tried without a new line here.
HSI_LONG=1 sends everything everywhere.
"""

import json
from collections.abc import Iterable

import pytest
from django.db import transaction
from django.test import Client

from debrief import maker
from tests.permissions.desk_rows import DESK, OPEN, REPORT
from tests.permissions.live_rows import LIVE
from tests.permissions.row import Row
from tests.permissions.world import World

from .sizes import LONG

ROWS = [*{(row.route, row.label): row for row in [*OPEN, *LIVE, *DESK, *REPORT]}.values()]
SHARES = 1 if LONG else 6  # in the short form each odd thing goes to a share of the addresses
FIELDS = {
    *("after", "agenda", "agrees_to_keeping", "base", "because", "board", "call", "category"),
    *("cluster", "code", "column", "date", "epoch", "focus", "format", "key", "link", "login"),
    *("marking", "minutes", "name", "notes", "operation", "organisation", "part", "password"),
    *("place", "policy_area", "press", "question", "since", "step", "text", "time", "to"),
    "use_case",
}
ODD = {
    "empty": "",
    "blank": " \r\n\t",
    "NUL": "\0",
    "bidi": "\u202e\u2066",
    "negative": "-1",
    "huge": "9" * 30,
    "over 32 bits": "99999999999",
    "Arabic digits": "١٢",
    "superscript": "²",
    "fraction": "1.5",
    "no number": "NaN",
    "no date": "2030-02-30",
    "no UUID": "00000000-0000-0000-0000-00000000000g",
    "a UUID of nothing": "00000000-0000-4000-8000-000000000000",
    "long": "é" * 5000,
    "markup": "<script>{{ x }}{% y %}</script>",
    "path": "../../etc/passwd",
}
WORST = ["NUL", "huge", "superscript", "long"]


@pytest.fixture
def world(made, db, settings, tmp_path, monkeypatch, unhurried) -> World:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(maker, "aside", lambda work, *args: None)  # no thread outlives a test
    return made.again()


@pytest.mark.parametrize("odd", WORST)
def test_an_odd_value_in_every_field_is_answered(world, odd):
    fields = dict.fromkeys(FIELDS, ODD[odd])

    assert failures(world, lambda ask, path, data: {"": ask(path, fields)}, share(WORST, odd)) == []


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_value_in_one_field_among_good_ones_is_answered(world, odd):
    def send(ask, path, data):
        fields = (*data, "operation") if data else ()
        return {field: ask(path, data | {field: ODD[odd]}) for field in fields}

    assert failures(world, send, share(ODD, odd)) == []


BODIES = {
    "nothing": ("application/x-www-form-urlencoded", b""),
    "JSON": ("application/json", json.dumps({"text": "Not a form"}).encode()),
    "invalid UTF-8": ("application/x-www-form-urlencoded", b"text=%ff%fe\xff&column=%ed%a0%80"),
    "another charset": ("application/x-www-form-urlencoded; charset=latin-1", b"text=x"),
    "half a multipart": ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-da"),
    "a multipart without boundary": ("multipart/form-data", b"--x"),
    "a thousand fields": ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 1000)),
    "300 KB": ("application/x-www-form-urlencoded", b"text=" + b"x" * 300_000),
}


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_is_no_form_of_ours_is_answered(world, body):
    content_type, data = BODIES[body]

    def send(ask, path, _data):
        return {"": ask(path, data, content_type=content_type)}

    assert failures(world, send, share(BODIES, body)) == []


@pytest.mark.parametrize("odd", WORST)
def test_an_odd_query_is_answered(world, odd):
    query = dict.fromkeys(FIELDS, ODD[odd])

    def send(ask, path, _data):
        return {"": ask(path, query_params=query)}

    assert failures(world, send, share(WORST, odd), verb="get") == []


def test_an_odd_method_is_answered(world):
    for method in ("put", "options"):
        assert failures(world, lambda ask, path, data: {"": ask(path)}, verb=method) == []


def share(things: Iterable[str], thing: str) -> list[Row]:
    """The addresses that one of `things` goes to: all, or every sixth in the short form."""
    return ROWS[list(things).index(thing) % SHARES :: SHARES]


def failures(world: World, send, rows=ROWS, verb: str = "post") -> list[str]:
    """What the server could not answer when this is sent to each row's address by who may.

    `send` asks an address, which takes these fields, and returns its answers by what was odd.
    Each request finds the same rows; a row that lets the room go on for it puts everything back.
    """
    failed = []
    for row in rows:
        before = transaction.savepoint()
        client, path = someone_let_in(row, world)

        def ask(*args, client=client, **more):
            point = transaction.savepoint()
            answer = getattr(client, verb)(*args, headers=AS_JSON, **more)
            transaction.savepoint_rollback(point)
            return answer

        for field, answer in send(ask, path, row.data(world)).items():
            if answer.status_code >= 500 or is_wordless(answer):
                failed.append(f"{answer.status_code} {row} {field}".strip())
        transaction.savepoint_rollback(before)
    return failed


AS_JSON = {"accept": "application/json"}


def is_wordless(answer) -> bool:
    """A refusal that a program cannot show to its person."""
    return answer.status_code in (409, 410, 422) and not answer.json().get("error", "reload")


def someone_let_in(row: Row, world: World) -> tuple[Client, str]:
    """A person who may ask, and the address as they know it."""
    usual = "participant" if row.route.startswith("place:") else "owner"
    person = usual if usual in row.lets_in or not row.lets_in else min(row.lets_in)
    return world.people[person], row.path(world, person)
