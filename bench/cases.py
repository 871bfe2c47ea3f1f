"""One case of the bench: so many rooms of so many people, on the product and on the floor."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from statistics import quantiles

from .crowd import Crowd, Seat
from .site import Server, Site

TOKEN = "b" * 32  # a CSRF token of our own making: the cookie and the header only have to agree
LONGEST = 300  # seconds for one run


@dataclass(frozen=True)
class Case:
    """`a_second` notes over all rooms, for so many seconds if that differs from the rest."""

    rooms: int
    people: int
    a_second: float
    seconds: int = 0

    @property
    def name(self) -> str:
        return f"{self.rooms}x{self.people}"


@dataclass(frozen=True)
class Figures:
    """Latencies in milliseconds, processor time in milliseconds and microseconds, memory in KB."""

    seen: tuple[float, float, float]
    acknowledged: tuple[float, float, float]
    cpu_a_note: float
    cpu_a_delivery: float
    memory: float
    missing: int


def measured(server: Server, seats: list[Seat], notes: int, a_second: float) -> Figures:
    """Start the server, fill the seats, write, and stop it again."""
    with server:
        return asyncio.run(asyncio.wait_for(_run(server, seats, notes, a_second), LONGEST))


async def _run(server: Server, seats: list[Seat], notes: int, a_second: float) -> Figures:
    async with Crowd(server.address, seats[:1]) as first:  # what is loaded once is nobody's cost
        await first.write(3, a_second)
    empty = server.memory_kb()
    async with Crowd(server.address, seats) as crowd:
        await asyncio.sleep(1)
        full, cpu = server.memory_kb(), server.cpu_seconds()
        heard = await crowd.write(notes, a_second)
        spent = server.cpu_seconds() - cpu
    deliveries = heard.deliveries()
    return Figures(
        percentiles(deliveries),
        percentiles(heard.answers()),
        spent / notes * 1000,
        spent / len(deliveries) * 1_000_000,
        (full - empty) / len(seats),
        heard.missing(),
    )


def percentiles(seconds: list[float]) -> tuple[float, float, float]:
    """p50, p95 and p99 in milliseconds."""
    cuts = quantiles([second * 1000 for second in seconds], n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def seats_of(site: Site, people: int, rooms: list[dict]) -> list[Seat]:
    """Places that are already taken: joining is not what is measured."""
    return [
        Seat(room["code"], f"/s/{room['code']}/live", {"Cookie": cookie}, poster(room, cookie))
        for room in rooms
        for cookie in room["cookies"][:people]
    ]


def poster(room: dict, cookie: str) -> Callable[[str], dict]:
    headers = {
        "Accept": "application/json",
        "Cookie": f"{cookie}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
    }

    def post(note: str) -> dict:
        text = f"Nobody holds the whole picture of it, and each office counts its own part. {note}"
        fields = {"board": "diagnosis", "column": room["column"], "text": text}
        return {"url": f"/s/{room['code']}/notes/{note}/", "data": fields, "headers": headers}

    return post


def bare_seats(case: Case) -> list[Seat]:
    """The same people, on a server that only passes on what is posted."""
    padding = "x" * 2000  # about what a frame with one note has

    def post(room: int) -> Callable[[str], dict]:
        return lambda note: {
            "url": f"/{room}/say",
            "content": f'{{"key":"note-{note}","head":0,"html":"{padding}"}}',
        }

    return [
        Seat(str(room), f"/{room}/live", {}, post(room))
        for room in range(case.rooms)
        for _ in range(case.people)
    ]
