"""The server's clock is set while people follow a room: they hear the new time at once."""

import time

import pytest

from live import clock_watch, feed

TEN_MINUTES = 600_000  # milliseconds


@pytest.fixture
def set_clock(settings, tmp_path, monkeypatch):
    """Let the server believe that it is so many seconds later; heartbeats come too late to help."""
    monkeypatch.setattr(feed, "HEARTBEAT", 60.0)
    settings.DATA_DIR = tmp_path
    return lambda seconds: (tmp_path / "clock-offset").write_text(str(seconds))


@pytest.mark.parametrize("way", [1, -1])
async def test_everyone_hears_the_new_time_twice_without_waiting_for_a_heartbeat(
    seat, set_clock, way
):
    follower = await seat()
    await follower.frame()
    set_clock(way * TEN_MINUTES / 1000)
    for _ in range(2):
        frame = await follower.frame()
        assert abs(frame["now"] - time.time() * 1000 - way * TEN_MINUTES) < 5000
        assert frame["changes"] == []


async def test_whoever_cares_is_told_by_how_much_and_for_which_rooms(seat, set_clock, monkeypatch):
    told = []
    monkeypatch.setattr(clock_watch, "_listeners", [lambda by, rooms: told.append((by, rooms))])
    follower = await seat()
    await follower.frame()
    set_clock(TEN_MINUTES / 1000)
    for _ in range(2):
        await follower.frame()
    [(by, rooms)] = told
    assert abs(by.total_seconds() - 600) < 1
    assert rooms == ["session-1"]


async def test_a_nudge_of_a_second_is_no_jump(seat, set_clock):
    follower = await seat()
    await follower.frame()
    set_clock(1)
    assert await follower.is_silent(1.2)
