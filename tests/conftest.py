"""What every test stands on: the content, read once, and a fresh channel layer and cache."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from channels.layers import channel_layers
from django.conf import settings
from django.contrib.contenttypes.management import create_contenttypes
from django.core.cache import cache
from django.db.models.signals import post_migrate
from django.test import TestCase, override_settings

from live.allowance import Allowance
from tests.both_ends import FromBothEnds
from tests.permissions.world import World, make_world
from workshops import endings, pace
from workshops.content.folder import CheckedContent, read_folder
from workshops.content.loading import store
from workshops.models import ContentSet

FOLDER = Path(__file__).parent.parent / "fixtures" / "content" / "hsi-2024"


gc.set_threshold(50_000, 20, 20)  # rows are made by the thousand: look for garbage less often

SLOW_FIRST = ("faults", "browser")


def pytest_collection_modifyitems(items) -> None:
    """Put the slow files first, so that no long one is left for one process alone.

    Leave out what only Daphne is asked to do when another server runs: HSI_SERVER=uvicorn.
    """
    items.sort(key=lambda item: item.path.parent.name not in SLOW_FIRST)
    if os.environ.get("HSI_SERVER", "daphne") != "daphne":
        for item in items:
            if item.get_closest_marker("daphne"):
                item.add_marker(pytest.mark.skip(reason="Another server has bounds of its own."))


@pytest.hookimpl(optionalhook=True)  # script/faults runs what is timed without xdist
def pytest_xdist_make_scheduler(config, log):
    """Keep a file in one process; see tests/both_ends.py for which comes when."""
    return FromBothEnds(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session", autouse=True)
def quick_flush():
    """Emptying the tables after a test makes no permissions anew: nothing here asks for them."""
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)


@pytest.fixture(scope="session", autouse=True)
def plain_names():
    """Static files go by their own names: nothing was collected for these tests."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield


@pytest.fixture(autouse=True)
def fresh_memory():
    """Forget groups and throttles of the test before."""
    channel_layers.backends.clear()
    cache.clear()
    pace.forget()


@pytest.fixture(autouse=True)
def _no_report_at_the_end(monkeypatch):
    """Ending a session begins no report in a thread that might outlive the test."""
    monkeypatch.setattr(endings, "_listeners", [])


@pytest.fixture
def unhurried(monkeypatch):
    """Nobody is too fast, for tests that ask for hundreds of things in one person's name."""
    monkeypatch.setattr(Allowance, "take", lambda allowance: True)


@pytest.fixture(scope="session")
def checked_content() -> CheckedContent:
    """The shipped content set, validated once."""
    return read_folder(FOLDER)


@pytest.fixture
def content(db, checked_content) -> ContentSet:
    """The shipped content set in the database."""
    return store(checked_content, ContentSet())


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, checked_content, tmp_path_factory) -> Iterator[World]:
    """A world made once for the tests of a file, and gone with the transaction around them all."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media:
        Around.setUpClass()
        try:
            store(checked_content, ContentSet())
            yield make_world()
        finally:
            Around.tearDownClass()
            Around.doClassCleanups()


class Around(TestCase):
    """Opens a transaction for a class of tests, and closes it in its cleanups."""
