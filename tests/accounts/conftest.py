"""Someone who facilitates, someone of Policy Lab, and a browser without a face."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.test import Client

from workshops.viewers import POLICY_LAB

PASSWORD = "correct horse battery"


@pytest.fixture
def browser() -> Client:
    return Client()


@pytest.fixture
def grace(db) -> User:
    return _person("grace")


@pytest.fixture
def lab(db) -> User:
    """Someone of Policy Lab without a second step yet."""
    person = _person("lab")
    person.groups.add(Group.objects.get_or_create(name=POLICY_LAB)[0])
    return person


def _person(name: str) -> User:
    person = User.objects.create_user(name, f"{name}@demo.example", PASSWORD)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person
