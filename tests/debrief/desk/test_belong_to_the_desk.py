"""Whoever runs the server says who belongs to Policy Lab."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from workshops.viewers import is_policy_lab


@pytest.fixture
def lowri(db) -> User:
    user = User.objects.create_user("lowri", "lowri@demo.example")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def says(*arguments: str) -> str:
    out = StringIO()
    call_command("policy_lab", *arguments, stdout=out)
    return out.getvalue()


def test_someone_joins_and_leaves_and_the_list_says_so(lowri):
    told = "lowri, lowri@demo.example: must set up an app before anything opens\n"
    assert says("--add", "lowri@demo.example") == told
    assert is_policy_lab(lowri)
    assert says() == told

    assert says("--remove", "lowri") == "Nobody belongs to Policy Lab.\n"
    assert not is_policy_lab(lowri)


def test_the_list_says_who_has_an_app(lowri):
    TOTP.activate(lowri, generate_totp_secret())

    assert says("--add", "lowri") == "lowri, lowri@demo.example: signs in with an app\n"


def test_someone_without_an_account_is_said_to_have_none(db):
    with pytest.raises(CommandError, match="has no account"):
        says("--add", "nobody@demo.example")


def test_the_way_to_the_desk_stands_on_the_first_page_of_policy_lab_alone(lab, client, lowri):
    client.force_login(lowri)

    pages = [each.get("/workshops/").content.decode() for each in (lab, client)]

    assert ['href="/policy-lab/"' in page for page in pages] == [True, False]
