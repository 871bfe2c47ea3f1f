"""The permission matrix: every route against every kind of person."""

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from boards.views import CLUSTER_VERBS, NOTE_VERBS
from indicators.additions.views import DECISIONS
from stakeholders.picking import MARKS
from workshops import rights
from workshops.views.control import VERBS

from .addition_rows import ADDITIONS
from .debrief_rows import DEBRIEF
from .desk_rows import DESK, OPEN, REPORT
from .live_rows import LIVE
from .map_rows import MAP
from .plan_rows import PLAN
from .policy_lab_rows import POLICY_LAB
from .preparing_rows import PREPARING
from .proxy_rows import PROXIES
from .reading_rows import READING
from .row import EVERYONE, Row
from .sharing_rows import SHARING
from .story_rows import STORIES
from .world import World

MATRIX = [
    *OPEN,
    *LIVE,
    *MAP,
    *PLAN,
    *PROXIES,
    *READING,
    *SHARING,
    *ADDITIONS,
    *STORIES,
    *DEBRIEF,
    *DESK,
    *REPORT,
    *PREPARING,
    *POLICY_LAB,
]
# Not ours: allauth's own pages are tested in tests/accounts.
LIBRARIES = ("account_", "mfa_")
# What a guard says; any other refusal means that the guard let the person through.
GUARD_SAYS = {"That is not yours to do here.", "You are not in this workshop."}


@pytest.fixture
def world(made, db, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return made.again()


@pytest.mark.parametrize("row", MATRIX, ids=str)
def test_a_route_lets_in_exactly_whom_its_row_names(row: Row, world: World):
    assert let_in(row, world) == row.lets_in


@pytest.mark.parametrize("act", rights.GRANTS)
def test_without_a_right_its_routes_would_let_in_others(act: str, world: World, monkeypatch):
    monkeypatch.setitem(rights.GRANTS, act, AnyRole())

    rows = [row for row in MATRIX if row.act == act]
    assert any(let_in(row, world, passed_the_guard) > row.lets_in for row in rows)


def test_every_route_has_a_row():
    rows = {row.route for row in MATRIX}
    routes = {name for name in named_routes(get_resolver()) if not name.startswith(LIBRARIES)}

    assert routes - rows == set()


@pytest.mark.parametrize(
    ("route", "verbs"),
    [
        ("console:note-verb", NOTE_VERBS),
        ("console:cluster-verb", CLUSTER_VERBS),
        ("console:control", VERBS),
        ("console:mark-stakeholder", MARKS),
        ("console:decide-addition", DECISIONS),
    ],
)
def test_every_verb_has_a_row(route: str, verbs):
    assert {row.label for row in MATRIX if row.route == route} == set(verbs)


class AnyRole(frozenset):
    """A grant that no longer asks for a role."""

    def __and__(self, roles):
        return True


def let_in(row: Row, world: World, was_let_in=None) -> set[str]:
    """Return the people whose request was carried out. Each starts from the same rows."""
    asked = was_let_in or carried_out
    before = transaction.savepoint()
    args, data = row.args(world), row.data(world)
    people = EVERYONE | row.also
    found = {person for person in people if asked(answer_to(row, world, person, args, data))}
    transaction.savepoint_rollback(before)
    return found


def answer_to(row: Row, world: World, person: str, args: list, data: dict):
    """Ask as this person, then put every row back as it was."""
    before = transaction.savepoint()
    client = world.people[person]
    ask = client.post if row.method == "POST" else client.get
    path = row.path(world, person, args)
    response = ask(path, data, headers={"accept": "application/json"})
    transaction.savepoint_rollback(before)
    return response


def carried_out(response) -> bool:
    """Say whether the person got what they asked for."""
    return response.status_code in (200, 204, 303)


def passed_the_guard(response) -> bool:
    """Say whether the guard let them through, even if a rule of the board then refused."""
    if response.status_code == 403:
        return response.json()["error"] not in GUARD_SAYS
    return response.status_code not in (302, 401, 404, 405)


def named_routes(resolver: URLResolver, prefix: str = "") -> set[str]:
    """Return the full name of every route; one without a name counts as its pattern."""
    found = set()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.add(prefix + (entry.name or str(entry.pattern)))
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found |= named_routes(entry, inner)
    return found
