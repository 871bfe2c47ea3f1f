"""The permission matrix: every route against every kind of person."""

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from workshops import rights

from .matrix import EVERYONE, LIVE, Row
from .world import World, make_world

MATRIX = [*LIVE]
# Not ours: allauth's own pages are tested in tests/accounts.
LIBRARIES = ("account_", "mfa_")


@pytest.fixture
def world(db, content) -> World:
    return make_world()


@pytest.mark.parametrize("row", MATRIX, ids=str)
def test_a_route_lets_in_exactly_whom_its_row_names(row: Row, world: World):
    assert let_in(row, world) == row.lets_in


@pytest.mark.parametrize("row", [row for row in MATRIX if row.act], ids=str)
def test_without_its_right_a_route_would_let_in_others(row: Row, world: World, monkeypatch):
    monkeypatch.setitem(rights.GRANTS, row.act, AnyRole())

    assert let_in(row, world, passed_guard) > row.lets_in


def test_every_route_has_a_row():
    rows = {row.route for row in MATRIX}
    routes = {name for name in named_routes(get_resolver()) if not name.startswith(LIBRARIES)}

    assert routes - rows == set()


def test_every_right_guards_a_route():
    assert set(rights.GRANTS) - {row.act for row in MATRIX} == set()


class AnyRole(frozenset):
    """A grant that no longer asks for a role."""

    def __and__(self, roles):
        return True


def let_in(row: Row, world: World, was_let_in=None) -> set[str]:
    """Return the people whose request was carried out. Each starts from the same rows."""
    return {
        person for person in EVERYONE if (was_let_in or carried_out)(answer_to(row, world, person))
    }


def answer_to(row: Row, world: World, person: str):
    client = world.people[person]
    with transaction.atomic():
        path, data = row.path(world, person), row.data(world)
        ask = client.post if row.method == "POST" else client.get
        response = ask(path, data, headers={"accept": "application/json"})
        transaction.set_rollback(True)
    return response


def carried_out(response) -> bool:
    """Say whether the person got what they asked for."""
    return response.status_code == 200


def passed_guard(response) -> bool:
    """Say whether the guard let them through, even if a rule of the board then refused."""
    return response.status_code not in (302, 403, 404, 405)


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
