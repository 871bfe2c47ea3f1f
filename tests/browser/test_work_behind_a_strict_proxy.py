"""A network that blocks WebSockets, or streams too: notes arrive, and the words are true."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.wire import STREAMS, UPGRADES

BLOCKED = ("WebSocket", "EventSource", "ERR_", "403", "503")

THREE_SECONDS = """new MutationObserver((changes, watching) => {
  if (!document.body) return
  document.body.dataset.tryUp = 3000
  watching.disconnect()
}).observe(document, { childList: true, subtree: true })"""


@pytest.fixture
def ines(grace, person, wire, watch):
    """Join as Ines behind the wire, which is prepared first."""
    grace.go_to("Diagnosis: write reasons")
    watch.allow(*BLOCKED)

    def join(**more):
        return person("Ines", wire=wire, **more)

    return join


@pytest.fixture
def sam(person):
    return lambda: person("Sam")


def both_see(ines, sam, text: str) -> None:
    sam.write(f"{text} from Sam")
    ines.write(f"{text} from Ines")
    for one in (ines, sam):
        expect(one.seen(f"{text} from Sam")).to_have_count(1)
        expect(one.seen(f"{text} from Ines")).to_have_count(1)


def test_sockets_refused(ines, sam, wire):
    wire.refuses = (UPGRADES,)
    ines, sam = ines(), sam()
    ines.says("Live", "stream")
    both_see(ines, sam, "By stream")


def test_a_handshake_that_hangs(ines, sam, wire):
    wire.hangs = (UPGRADES,)
    ines, sam = ines(), sam()
    ines.says("Live", "stream")
    both_see(ines, sam, "By stream")


def test_streams_refused_too(ines, sam, wire):
    wire.refuses = (UPGRADES, STREAMS)
    ines, sam = ines(), sam()
    ines.says("Checking every few seconds", "polling")
    both_see(ines, sam, "By asking")


def test_a_proxy_that_keeps_the_stream_to_itself(ines, sam, wire):
    wire.hangs = (UPGRADES, STREAMS)
    ines, sam = ines(), sam()
    ines.says("Checking every few seconds", "polling")
    both_see(ines, sam, "By asking")


def test_a_reload_begins_with_the_way_that_worked(ines, wire):
    wire.refuses = (UPGRADES, STREAMS)
    ines = ines()
    ines.says("Checking every few seconds")
    wire.asked.clear()
    ines.page.reload()
    ines.says("Checking every few seconds", "polling")
    assert wire.asked == []


def test_once_the_way_is_free_the_page_goes_up_again_and_loses_nothing(ines, sam, wire):
    wire.refuses = (UPGRADES, STREAMS)
    ines, sam = ines(), sam()
    tries_up_often(ines)
    ines.says("Checking every few seconds")
    box = ines.page.get_by_label("A reason or an example")
    box.fill("Half a thought")
    wire.refuses = (UPGRADES,)
    ines.says("Live", "stream")
    wire.refuses = ()
    sam.write("While going up")
    ines.says("Live", "socket")
    expect(ines.seen("While going up")).to_have_count(1)
    expect(box).to_have_value("Half a thought")
    both_see(ines, sam, "By socket")


def test_trying_a_way_that_stays_blocked_changes_nothing(ines, sam, wire):
    wire.refuses = (UPGRADES,)
    ines, sam = ines(), sam()
    tries_up_often(ines)
    ines.says("Live", "stream")
    streams = wire.asked.count(STREAMS)
    sockets = wire.asked.count(UPGRADES)
    ines.page.wait_for_timeout(10_000)
    assert wire.asked.count(UPGRADES) >= sockets + 2
    both_see(ines, sam, "Still by stream")
    assert wire.asked.count(STREAMS) == streams


def test_a_page_that_wakes_looks_for_the_best_way_at_once(ines, sam, wire):
    wire.refuses = (UPGRADES,)
    ines, sam = ines(), sam()
    ines.page.clock.install()
    ines.page.reload()
    ines.says("Live", "stream")
    wire.refuses = ()
    ines.page.clock.fast_forward(30_000)
    ines.says("Live", "socket")
    both_see(ines, sam, "Awake")


def test_a_server_that_is_gone_is_offline_and_no_step_down(ines, server, wire):
    ines = ines()
    ines.says("Live", "socket")
    server.stop()
    ines.says("Offline", "socket")
    expect(ines.page.locator('[data-band="offline"]')).to_be_visible()
    server.start()
    ines.says("Live", "socket")
    ines.write("After the break")
    assert set(wire.asked) == {UPGRADES}


def test_a_stream_whose_server_comes_back_goes_on(ines, server, wire):
    wire.refuses = (UPGRADES,)
    ines = ines()
    ines.says("Live", "stream")
    server.stop()
    ines.says("Offline", "stream")
    server.start()
    ines.says("Live", "stream")
    ines.write("After the break")
    expect(ines.seen("After the break")).to_have_count(1)


def test_someone_who_only_asks_hears_of_an_outage_and_of_its_end(ines, wire):
    wire.refuses = (UPGRADES, STREAMS)
    ines = ines()
    ines.says("Checking every few seconds")
    wire.cut()
    ines.says("Offline", "polling")
    wire.mend()
    ines.says("Checking every few seconds", "polling")


def test_the_console_and_the_screen_go_down_too(grace, open_browser, server, wire, watch):
    watch.allow(*BLOCKED)
    wire.refuses = (UPGRADES, STREAMS)
    grace.page.goto(f"{wire.address}/run/{server.code}/")
    screen = open_browser().new_page()
    screen.goto(server.facts["screen"].replace(server.address, wire.address))
    grace.start()
    words = grace.page.locator(".connection [data-when]:visible")
    expect(words).to_have_text("Checking every few seconds", timeout=20_000)
    grace.control("next")
    for page in (grace.page, screen):
        expect(page.locator("h1")).to_have_text(re.compile("read the eight$", re.IGNORECASE))
    expect(screen.locator("[data-offline]")).to_be_hidden()


def tries_up_often(someone) -> None:
    """Load the page again with three seconds in place of the minute."""
    someone.page.add_init_script(THREE_SECONDS)
    someone.page.reload()
