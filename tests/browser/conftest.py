"""Real browsers against a real server. Every test here fails when a page complains.

server         a Daphne child with a demo workshop in the lobby, which is the test's alone; the
               child is not, without the mark `own_server`, or `makes_reports`: then it makes
               what a closed session begins
watch          what the pages of this test complained of; watch.allow("422") expects one
person("Sam")  someone who has joined; width=360, javascript=False and what a context takes
wire           a network of someone's own that a test can cut: person("Ines", wire=wire)
grace          the facilitator, signed in, with the controls
two            Sam and Joan in the step that writes, each with a note: “His.” and “Hers.”
"""

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.people import Facilitator, Person, open_context
from tests.browser.served import Server, nobody_makes_reports, prepare
from tests.browser.watching import Watch
from tests.browser.wire import Wire

CHROMIUM = "/usr/bin/chromium-headless-shell"
ARGUMENTS = ["--no-sandbox"]
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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here; its event loop would disturb the tests of other folders."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def shared(prepared, tmp_path_factory) -> Iterator[Callable[[], Server]]:
    """The server that tests have one after the other; another one when its demos are used up."""
    running: list[Server] = []

    def with_a_new_demo() -> Server:
        if not running or not running[-1].next_demo():
            for used_up in running:
                used_up.stop()
            running.append(Server(prepared, tmp_path_factory.mktemp("shared") / "data"))
        running[-1].start()
        return running[-1]

    yield with_a_new_demo
    for used_up in running:
        used_up.stop()


@pytest.fixture
def server(request) -> Iterator[Server]:
    marks = {mark.name for mark in request.node.iter_markers()}
    if "makes_reports" in marks:
        yield request.getfixturevalue("alone")
        return
    running = request.getfixturevalue("alone" if "own_server" in marks else "shared_now")
    with nobody_makes_reports(running.data):
        yield running


@pytest.fixture
def alone(prepared, tmp_path) -> Iterator[Server]:
    running = Server(prepared, tmp_path / "data")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def shared_now(shared) -> Server:
    return shared()


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
