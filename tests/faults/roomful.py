"""A room full of residents who write at a steady rate."""

import asyncio
from contextlib import AsyncExitStack
from random import Random
from time import monotonic

import httpx

from .resident import Resident, Written
from .rows import Rows, board_of
from .sizes import LONG, Size

# Seconds until all have come in, been answered, or seen everything, at the most.
PATIENCE = 600 if LONG else 120


class Roomful:
    """`async with Roomful(address, room, rows, size) as roomful`: everyone follows the room.

    `room` is what bench.rooms tells of it.
    """

    def __init__(self, address: str, room: dict, rows: Rows, size: Size, **habits) -> None:
        self.room, self.rows, self.size = room, rows, size
        self.random = Random(size.people)
        self.http = httpx.AsyncClient(
            trust_env=False,
            verify=False,
            timeout=10,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        )
        self.residents = [
            Resident(address, room["code"], cookie, self.http, Random(number), **habits)
            for number, cookie in enumerate(room["cookies"][: size.people])
        ]
        self._open = AsyncExitStack()
        self._staying: list[asyncio.Task] = []

    async def __aenter__(self) -> "Roomful":
        await self._open.enter_async_context(self.http)
        for resident in self.residents:
            staying = asyncio.create_task(resident.stay())
            self._staying.append(staying)
            self._open.callback(staying.cancel)
        await self.until(lambda: all(one.follows for one in self.residents))
        return self

    async def __aexit__(self, *failure) -> None:
        await self._open.aclose()
        await asyncio.gather(*self._staying, return_exceptions=True)

    async def write(self) -> None:
        """Write all notes of this size at its rate; return when each has its answer."""
        start = monotonic()
        async with asyncio.timeout(self.size.seconds + PATIENCE), asyncio.TaskGroup() as writing:
            for number in range(self.size.notes):
                await asyncio.sleep(max(0, start + number / self.size.a_second - monotonic()))
                resident = self.residents[number * 7 % len(self.residents)]
                text = f"Nobody holds the whole picture, and office {number} counts its own part."
                writing.create_task(resident.write(self.room["column"], text))

    async def until(self, so, within: float = PATIENCE) -> float:
        """Wait until `so()`; return after how many seconds. TimeoutError when it never is."""
        start = monotonic()
        async with asyncio.timeout(within):
            while not so():
                self.must_stay()
                await asyncio.sleep(0.05)
        return monotonic() - start

    async def converged(self, within: float = PATIENCE) -> float:
        """Wait until every board is what the rows say; return after how many seconds."""
        return await self.until(
            lambda: self.have() >= self.rows.head() and not self.astray(), within
        )

    def must_stay(self) -> None:
        """Raise what made a resident leave."""
        for staying in self._staying:
            if staying.done():
                staying.result()

    def have(self) -> int:
        """The head that everyone has reached; 0 while someone follows nothing."""
        return min(one.board.have if one.follows else 0 for one in self.residents)

    def astray(self) -> list[int]:
        """Return the numbers of those whose board is not what the rows say."""
        fragments = self.rows.fragments()
        owed = [board_of(person, fragments) for person in self.rows.people()]
        return [n for n, one in enumerate(self.residents) if one.board.items != owed[n]]

    def broken(self) -> list[tuple[int, int]]:
        """Return the frames that did not begin where the one before them ended."""
        return [each for one in self.residents for each in one.breaks]

    def written(self) -> dict[str, Written]:
        """Return every note that was written here."""
        return {key: note for one in self.residents for key, note in one.written.items()}

    def acknowledged(self) -> dict[str, Written]:
        return {key: note for key, note in self.written().items() if note.status == 200}

    def lost(self) -> set[str]:
        """Return what was acknowledged and is no row, or a row with other words."""
        return self.rows.without(self.acknowledged())
