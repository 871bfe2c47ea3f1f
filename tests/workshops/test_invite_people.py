from xml.etree import ElementTree

import segno
from django.urls import reverse

from workshops.codes import spaced
from workshops.views.invite import QUIET_ZONE


def invite(session, more="") -> str:
    return reverse("workshops:invite", args=[session.workshop_id, session.pk]) + more


def test_the_page_has_code_link_and_screen(desk, session):
    page = desk.get(invite(session)).content.decode()

    assert spaced(session.code) in page
    assert f"http://testserver/j/{session.link_token}/" in page
    assert f"http://testserver/screen/{session.screen_token}/" in page


def test_the_qr_code_is_black_on_white_with_its_quiet_zone(desk, session):
    response = desk.get(invite(session, "qr.svg"))

    picture = ElementTree.fromstring(response.content)
    drawn = segno.make(f"http://testserver/j/{session.link_token}/", error="m", micro=False)
    size = drawn.symbol_size(border=QUIET_ZONE)[0] * 8
    assert response["Content-Type"] == "image/svg+xml"
    assert picture.get("viewBox") == f"0 0 {size} {size}"
    assert b"#fff" in response.content
    assert b"#000" in response.content
    assert b"style=" not in response.content


def test_the_sheet_can_be_printed_and_read_from_the_wall(desk, session):
    page = desk.get(invite(session, "sheet/")).content.decode()

    assert "OFFICIAL" in page
    assert spaced(session.code) in page
    assert "You may pass, step out or ask for a note to be taken down." in page
    assert page.count("<strong>10:00</strong>") == 1


def test_links_are_for_those_who_plan(session, someone):
    for more in ("", "sheet/", "qr.svg"):
        assert someone.get(invite(session, more)).status_code == 302
