"""A content set comes in once; its words do not change under a running workshop."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from workshops.models import ContentSet, Workshop

pytestmark = pytest.mark.django_db


def a_workshop(content: ContentSet) -> Workshop:
    owner = get_user_model().objects.create_user("grace")
    return Workshop.objects.create(
        owner=owner, content=content, policy_area="Damp homes", use_case="local_convene"
    )


def test_the_same_content_again_changes_nothing(folder, capsys, content):
    before = content.loaded_at
    call_command("load_content", folder)
    assert capsys.readouterr().out.endswith("version 3: already loaded.\n")
    assert ContentSet.objects.get().loaded_at == before


def test_layout_and_comments_are_not_words(folder, change, capsys, content):
    change("characteristics.yaml", "table:", "# A remark.\ntable:")
    call_command("load_content", folder)
    assert capsys.readouterr().out.endswith("already loaded.\n")


def test_other_words_need_a_higher_version(folder, change, refusal, content):
    change("characteristics.yaml", "label: Ill-defined", "label: Undefined")
    assert refusal(folder) == [
        "hsi-2024/set.yaml, line 4, version: Version 3 is already loaded with other words. "
        "Raise the version to 4, or use --replace while no workshop uses it."
    ]


def test_a_workshop_keeps_the_words_it_started_with(folder, change, content):
    workshop = a_workshop(content)
    change("characteristics.yaml", "label: Ill-defined", "label: Undefined")
    change("set.yaml", "version: 3", "version: 4")
    call_command("load_content", folder)
    workshop.refresh_from_db()
    assert workshop.content.item("characteristics", "ill_defined").label == "Ill-defined"
    newest = ContentSet.objects.get(version=4)
    assert newest.item("characteristics", "ill_defined").label == "Undefined"


def test_a_version_that_no_workshop_uses_can_be_replaced(folder, change, content):
    change("characteristics.yaml", "label: Ill-defined", "label: Undefined")
    call_command("load_content", folder, "--replace")
    assert ContentSet.objects.get().item("characteristics", "ill_defined").label == "Undefined"


def test_a_version_in_use_cannot_be_replaced(folder, change, refusal, content):
    a_workshop(content)
    change("characteristics.yaml", "label: Ill-defined", "label: Undefined")
    assert refusal(folder, "--replace") == [
        "hsi-2024/set.yaml, line 4, version: Version 3 is in use by a workshop and cannot be "
        "replaced. Raise the version to 4."
    ]


def test_an_older_version_does_not_come_in_after_a_newer_one(folder, change, refusal):
    change("set.yaml", "version: 3", "version: 5")
    call_command("load_content", folder)
    change("set.yaml", "version: 5", "version: 4")
    assert refusal(folder) == [
        "hsi-2024/set.yaml, line 4, version: Version 5 is already loaded. "
        "Raise the version above it."
    ]
