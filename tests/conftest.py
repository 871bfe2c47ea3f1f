"""What every test stands on: the content, read once, and a fresh channel layer and cache."""

from pathlib import Path

import pytest
from channels.layers import channel_layers
from django.core.cache import cache

from workshops import pace
from workshops.content.folder import CheckedContent, read_folder
from workshops.content.loading import store
from workshops.models import ContentSet

FOLDER = Path(__file__).parent.parent / "fixtures" / "content" / "hsi-2024"


@pytest.fixture(autouse=True)
def fresh_memory(settings):
    """Forget groups, throttles and static file names of the test before."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    channel_layers.backends.clear()
    cache.clear()
    pace.forget()


@pytest.fixture(scope="session")
def checked_content() -> CheckedContent:
    """The shipped content set, validated once."""
    return read_folder(FOLDER)


@pytest.fixture
def content(db, checked_content) -> ContentSet:
    """The shipped content set in the database."""
    return store(checked_content, ContentSet())
