"""Requests that no browser of ours makes, on a bare line to the real server: each is answered in
good order, none is a failure of ours, and those who sit in the rooms notice nothing."""

import asyncio
import contextlib
import os

import pytest

DAPHNE = pytest.mark.daphne
NOWHERE = ["00000000-0000-0000-0000-0000", "x" * 36, "1", "null"]


async def say(site, text: bytes, within: float = 10) -> bytes:
    """Send bytes as they are and return what comes back until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(text)
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(within):
            said = await reader.read()
    writer.close()
    return said


def get(path: str, *headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/s/%00/",
        "/screen/a%00b/",
        "/j/%00/",
        "/s/%ff%fe/",
        "/s/%ed%a0%80/",
        "/s/%E2%80%AE%F0%9F%8F%A0/",
        "/s/..%2f..%2fetc%2fpasswd/",
        "/static/..%2f..%2fmanage.py",
        "/static/../../manage.py",
        "//elsewhere.example/",
        "/run/99999999999999999999999999/",
        "/workshops/99999999999999999999999999/",
        "/j/" + "x" * 8000 + "/",
        "/s/" + "A" * 8000 + "/",
        "/join/?code=" + "A" * 8000,
        "/join/?code=%00%ff",
        "/s/AAAAAA/join/?link=%C3%A9%00",
        "/accounts/login/?next=https://elsewhere.example/",
    ],
)
async def test_an_odd_address_is_answered(site, path):
    said = await say(site, get(path))

    assert 200 <= status(said) < 500
    assert b"SECRET" not in said
    assert b"Location: https://elsewhere" not in said


async def test_an_address_with_a_nul_is_unknown_in_words(site):
    said = await say(site, get("/screen/a%00b/"))

    assert status(said) == 404
    assert b"There is no such address." in said


@DAPHNE
@pytest.mark.parametrize(
    "text",
    [
        get("/" + "x" * 20_000),
        get("/", "X-Long: " + "x" * 20_000),
        get("/", *(f"X-{n}: y" for n in range(600))),
        get("/", "X-Bare"),
        get("/", "Content-Length: " + "9" * 5000),
        get("/", "Content-Length: -1"),
        get("/", "Content-Length: 1", "Transfer-Encoding: chunked"),
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        os.urandom(500).replace(b"\n", b"") + b"\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=range(11),
)
async def test_what_is_hardly_http_is_turned_away_and_the_next_is_served(site, text):
    said = await say(site, text)

    assert said == b"" or 400 <= status(said) < 500
    assert site.answers()


@DAPHNE
async def test_headers_that_never_end_are_cut_off(site):
    before = site.memory_kb()
    flood = b"GET / HTTP/1.1\r\n" + b"X-More: " + b"y" * 5_000_000

    said = await say(site, flood)

    assert said == b"" or status(said) == 400
    assert site.memory_kb() - before < 20_000


async def test_a_host_that_is_not_ours_is_not_served(site):
    said = await say(site, get("/").replace(b"Host: 127.0.0.1", b"Host: elsewhere.example"))

    assert status(said) == 400


@pytest.mark.parametrize("key", NOWHERE)
async def test_what_is_no_uuid_is_no_note(site, place, key):
    one = await place("Ada")

    assert (await post(one, f"notes/{key}/")).status_code == 404


async def test_json_and_unknown_fields_are_no_note_and_say_so(site, place, texts):
    one = await place("Ada")
    json = '{"board": "diagnosis", "column": "unsolved", "text": "As JSON"}'
    answer = await post(one, content=json, type="application/json")

    assert answer.status_code in (404, 422)
    assert "As JSON" not in await texts()


async def test_half_a_form_and_a_hung_up_line_are_no_note(site, place, texts):
    one = await place("Ada")
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in one.http.cookies.jar)
    path = one.here.join("notes/00000000-0000-4000-8000-00000000000e/").path
    _, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        f"X-CSRFToken: {one.http.cookies['csrftoken']}\r\nContent-Length: 1000\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        f"board=diagnosis&column={site.rooms[0]['column']}&text=Half%20a".encode()
    )
    await writer.drain()
    writer.close()

    assert site.answers()
    assert "Half a" not in await texts()


async def post(one, address="notes/00000000-0000-4000-8000-00000000000f/", content="", type=""):
    """Post a body in someone's name, whatever it is."""
    headers = {"X-CSRFToken": one.http.cookies["csrftoken"], "Accept": "application/json"}
    headers["Content-Type"] = type or "application/x-www-form-urlencoded"
    return await one.http.post(one.here.join(address), content=content, headers=headers)
