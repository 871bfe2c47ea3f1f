import pytest

from tests.live.onlookers import Onlooker, Seat


def seat_from(origin: str, host: str = "localhost:8000") -> Seat:
    return Seat(lambda scope: Onlooker(), origin=origin, host=host)


async def test_the_own_page_gets_in(room):
    seat = seat_from("http://localhost:8000")

    assert await seat.enter()
    await seat.leave()


@pytest.mark.parametrize(
    "origin",
    [
        "http://elsewhere.example",
        "https://localhost:8000",
        "http://localhost:8001",
        "http://localhost",
        "http://localhost:8000.elsewhere.example",
        "null",
        "",
    ],
)
async def test_another_scheme_host_or_port_does_not(room, origin):
    assert not await seat_from(origin).enter()


async def test_a_host_that_is_not_ours_does_not_vouch_for_itself(room, settings):
    settings.ALLOWED_HOSTS = ["localhost"]

    assert not await seat_from("http://elsewhere.example", "elsewhere.example").enter()


async def test_a_trusted_origin_gets_in(room, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://workshop.example"]
    seat = seat_from("https://workshop.example")

    assert await seat.enter()
    await seat.leave()
