"""A workshop on paper: planned by Grace, nobody in it yet."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from workshops.models import Session, Workshop


@pytest.fixture
def grace(db) -> User:
    return User.objects.create_user("grace", "grace@demo.example", first_name="Grace")


@pytest.fixture
def workshop(grace, content) -> Workshop:
    """Three hours on 3 December 2030, from 10:00."""
    return Workshop.plan(
        grace,
        content,
        starts_at=timezone.make_aware(datetime(2030, 12, 3, 10)),
        policy_area="Damp and mould in rented homes",
        use_case="local_convene",
        place="Ambleford",
    )


@pytest.fixture
def session(workshop) -> Session:
    return workshop.sessions.get()


@pytest.fixture
def desk(grace) -> Client:
    """Grace's browser, signed in."""
    return signed_in(grace)


@pytest.fixture
def someone(db) -> Client:
    """A browser that nobody knows."""
    return Client()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
