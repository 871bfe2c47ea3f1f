"""Real browsers against a real server. Every test here fails when a page complains.

server         a Daphne child with a demo workshop, in the lobby; with the mark `shares_a_server`
               the tests of a file have one child, and a workshop each; with `makes_reports` it
               makes what a closed session begins
watch          what the pages of this test complained of; watch.allow("422") expects one
person("Sam")  someone who has joined; width=360, javascript=False and what a context takes
wire           a network of someone's own that a test can cut: person("Ines", wire=wire)
grace          the facilitator, signed in, with the controls
two            Sam and Joan in the step that writes, each with a note: “His.” and “Hers.”
"""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.people import Facilitator, Person, open_context
from tests.browser.served import Server, nobody_makes_reports, prepare
from tests.browser.watching import Watch
from tests.browser.wire import Wire

CHROMIUM = "/usr/bin/chromium-headless-shell"
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory, worker_id) -> Path:
    """A data folder that is ready to serve; each test gets a copy. All processes have one."""
    alone = worker_id == "master"
    base = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    data = base / "ready"
    with (base / "ready.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not data.exists():
            part = base / "ready.part"
            part.mkdir()
            prepare(part)
            part.rename(data)
    return data


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests; its event loop would disturb the tests of other files."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def shared(prepared, tmp_path_factory) -> Iterator[Server]:
    running = Server(prepared, tmp_path_factory.mktemp("shared") / "data")
    yield running
    running.stop()


@pytest.fixture
def server(request, prepared, tmp_path) -> Iterator[Server]:
    if request.node.get_closest_marker("shares_a_server"):
        running = request.getfixturevalue("shared")
        running.next_demo()
        running.start()
        with reports(request, running.data):
            yield running
        running.shift_clock(0)
        return
    running = Server(prepared, tmp_path / "data")
    running.start()
    with reports(request, running.data):
        yield running
    running.stop()


def reports(request, data: Path) -> AbstractContextManager[None]:
    """They are made, which takes a processor for seconds, only where the test is about them."""
    wanted = request.node.get_closest_marker("makes_reports")
    return nullcontext() if wanted else nobody_makes_reports(data)


@pytest.fixture
def watch(server) -> Iterator[Watch]:
    watching = Watch((server.address,))
    yield watching
    assert watching.unexpected() == []


@pytest.fixture
def open_browser(browser, watch) -> Iterator[Callable]:
    """Open a browser of someone's own: `open_browser(width=360)`."""
    opened = []

    def one(width: int = 1280, **more):
        opened.append(open_context(browser, watch, width, **more))
        return opened[-1]

    yield one
    for context in opened:
        context.close()


@pytest.fixture
def wire(server, watch) -> Iterator[Wire]:
    """A network of someone's own to the server: `person("Ines", wire=wire)`, `wire.cut()`."""
    strung = Wire(server.port)
    watch.addresses += (strung.address,)
    yield strung
    strung.close()


@pytest.fixture
def person(open_browser, server) -> Callable[..., Person]:
    def someone(
        name: str, width: int = 1280, javascript: bool = True, wire: Wire | None = None, **more
    ) -> Person:
        context = open_browser(width, java_script_enabled=javascript, **more)
        return Person(name, context, server, wire.address if wire else "").join()

    return someone


@pytest.fixture
def grace(open_browser, server) -> Facilitator:
    return Facilitator(open_browser(), server)


@pytest.fixture
def two(grace, person) -> tuple[Person, Person]:
    grace.go_to("Diagnosis: write reasons")
    sam, joan = person("Sam"), person("Joan")
    joan.write("Hers.")
    sam.write("His.")
    return sam, joan
