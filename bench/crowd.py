"""A crowd: sockets that note when a note reaches them, writers that post at a steady rate."""

import asyncio
import json
import re
import uuid
from collections import defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from time import perf_counter

import httpx
from websockets.asyncio.client import connect
from websockets.typing import Origin

NOTE = re.compile(r'"key":"note-([0-9a-f-]{36})"')
ACKNOWLEDGE_EVERY = 8  # frames


@dataclass
class Seat:
    """One person: the socket to open and how they post a note with a given id."""

    room: str
    live: str
    headers: dict[str, str]
    post: Callable[[str], dict]


@dataclass
class Heard:
    """What a crowd saw: when each note was sent, answered, and seen by whom, in seconds."""

    sent: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    seen: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    expected: dict[str, int] = field(default_factory=dict)

    def deliveries(self) -> list[float]:
        return [at - self.sent[note] for note, times in self.seen.items() for at in times]

    def answers(self) -> list[float]:
        return [at - self.sent[note] for note, at in self.answered.items()]

    def missing(self) -> int:
        return sum(count - len(self.seen[note]) for note, count in self.expected.items())


class Crowd:
    """Everybody in their seats: `async with Crowd(address, seats) as crowd`."""

    def __init__(self, address: str, seats: list[Seat]) -> None:
        self.address, self.seats = address, seats
        self.heard = Heard()
        self._open = AsyncExitStack()
        self.http = httpx.AsyncClient(base_url=address, trust_env=False, timeout=30)

    async def __aenter__(self) -> "Crowd":
        await self._open.enter_async_context(self.http)
        for start in range(0, len(self.seats), 20):
            await asyncio.gather(*map(self._sit, self.seats[start : start + 20]))
        return self

    async def __aexit__(self, *failure) -> None:
        await self._open.aclose()

    async def _sit(self, seat: Seat) -> None:
        url = self.address.replace("http", "ws", 1) + seat.live
        socket = await self._open.enter_async_context(
            connect(url, origin=Origin(self.address), additional_headers=seat.headers, proxy=None)
        )
        listening = asyncio.create_task(self._listen(socket))
        self._open.callback(listening.cancel)

    async def _listen(self, socket) -> None:
        frames = 0
        async for text in socket:
            now = perf_counter()
            for note in NOTE.findall(text):
                if note in self.heard.sent:  # else from before we came
                    self.heard.seen[note].append(now)
            frames += 1
            if frames % ACKNOWLEDGE_EVERY == 0:
                await socket.send(json.dumps({"have": json.loads(text)["head"]}))

    async def write(self, notes: int, a_second: float) -> Heard:
        """Post notes at this rate, each from another seat, and wait until all have seen them."""
        people: dict[str, int] = defaultdict(int)
        for seat in self.seats:
            people[seat.room] += 1
        writing, start = [], perf_counter()
        for number in range(notes):
            await asyncio.sleep(max(0, start + number / a_second - perf_counter()))
            seat = self.seats[number * 7 % len(self.seats)]
            writing.append(asyncio.create_task(self._post(seat, people[seat.room])))
        await asyncio.gather(*writing)
        for _ in range(100):
            if not self.heard.missing():
                break
            await asyncio.sleep(0.1)
        return self.heard

    async def _post(self, seat: Seat, people: int) -> None:
        note = str(uuid.uuid4())
        self.heard.expected[note], self.heard.sent[note] = people, perf_counter()
        answer = await self.http.request("POST", **seat.post(note))
        answer.raise_for_status()
        self.heard.answered[note] = perf_counter()
