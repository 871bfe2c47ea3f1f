"""Signing in and the pages around it, in a real browser: by keyboard, at three widths, with axe."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PUBLIC = ["/", "/about/", "/accessibility/", "/accounts/login/", "/accounts/login/code/"]
PUBLIC += ["/accounts/signup/", "/accounts/password/reset/", "/accounts/password/reset/done/"]
SIGNED_IN = ["/your-sign-in/", "/accounts/email/", "/accounts/password/set/", "/accounts/2fa/"]
SIGNED_IN += ["/accounts/2fa/totp/activate/", "/accounts/logout/"]


def faults(page: Page) -> list:
    """What axe finds, and whether the page scrolls sideways, at three widths."""
    found = []
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(AXE.read_text())
        violations = page.evaluate(
            "axe.run().then(({violations}) => violations.map((v) => [v.id, v.nodes[0].html]))"
        )
        found += [(width, *violation) for violation in violations]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((width, "scrolls sideways"))
    return found


@pytest.fixture
def stranger(open_browser) -> Page:
    return open_browser().new_page()


@pytest.fixture
def signed_in(stranger, server) -> Page:
    """Grace, by her one-time link."""
    stranger.goto(server.facts["sign_in"])
    stranger.get_by_role("button", name="Sign in").click()
    stranger.wait_for_url("**/workshops/")
    return stranger


def test_every_page_before_signing_in_is_without_fault(stranger, server):
    found = {}
    for path in PUBLIC:
        stranger.goto(server.address + path)
        found[path] = faults(stranger)

    assert found == {path: [] for path in PUBLIC}


def test_every_page_about_ones_sign_in_is_without_fault(signed_in, server):
    found = {}
    for path in SIGNED_IN:
        signed_in.goto(server.address + path)
        found[path] = faults(signed_in)

    assert found == {path: [] for path in SIGNED_IN}


def test_what_is_missing_is_told_at_the_top_with_focus_and_leads_to_the_field(stranger, server):
    stranger.goto(f"{server.address}/accounts/login/")
    stranger.get_by_role("button", name="Sign in").click()

    expect(stranger).to_have_title(re.compile("^Error: Sign in"))
    expect(stranger.locator(".govuk-error-summary")).to_be_focused()
    assert faults(stranger) == []
    stranger.get_by_role("link", name="Enter your password.").click()
    expect(stranger.get_by_label("Password", exact=True)).to_be_focused()


def test_a_code_by_email_signs_in_by_keyboard_alone(stranger, server):
    stranger.goto(f"{server.address}/accounts/login/code/")
    stranger.get_by_label("Email address").focus()
    stranger.keyboard.type("grace-0@demo.example")
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("heading", name="Enter your code")).to_be_visible()
    assert faults(stranger) == []
    printed = (server.data / "server.log").read_text()
    code = re.findall(r"15 minutes:\s+(\S+)", printed)[-1]

    stranger.get_by_label("Code").focus()
    stranger.keyboard.type(code)
    stranger.keyboard.press("Enter")

    expect(stranger.get_by_role("link", name="Grace")).to_be_visible()


def test_the_picture_for_the_app_is_there_under_the_strict_policy(signed_in, server):
    signed_in.goto(f"{server.address}/accounts/2fa/totp/activate/")

    picture = signed_in.get_by_alt_text("QR code for your app.")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.naturalWidth") > 100


def test_a_used_link_says_what_to_do(signed_in, open_browser, server, watch):
    watch.allow("410")
    other = open_browser(width=320).new_page()

    other.goto(server.facts["sign_in"])

    expect(other.get_by_role("heading")).to_have_text("This link does not work any more")
    assert faults(other) == []


def test_the_way_in_works_without_scripts(open_browser, server):
    page = open_browser(width=360, java_script_enabled=False).new_page()
    page.goto(server.facts["sign_in"])

    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("link", name="Grace")).to_be_visible()
