"""What a person does at the sign-in pages."""

import re
import time

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import User
from django.test import Client

PASSWORD = "correct horse battery"


def sign_in(browser: Client, name: str, password: str = PASSWORD):
    return browser.post("/accounts/login/", {"login": name, "password": password})


def who(browser: Client) -> str | None:
    """The sign-in name that the header of the first page shows a way out for."""
    page = browser.get("/about/")
    return page.context["user"].get_username() or None


def code_in(message) -> str:
    return re.findall(r"15 minutes:\s+(\S+)", message.body)[0]


def set_up_app(user: User) -> str:
    """Give a person an app; return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """The code that the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
