"""Everyone who looks on at a session: real sockets in a loop of their own, and what they got.

The loop runs in a thread as a server's does; `Crowd.crash` throws it away with all that the
process had in memory, so that the rows alone are left.
"""

import asyncio
import contextlib
import copy
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from channels.layers import channel_layers
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from live import feeds, reading
from live.hints import sent_from
from live.reading import read_stretch
from live.rooms import position
from tests.live.onlookers import Seat
from tests.live.protocol_client import Board
from workshops import presence
from workshops.doors import viewer_at
from workshops.models import Session

JSON = {"accept": "application/json"}
LONG = 3600.0
SHUT_OUT = 4403
KEPT = 5  # old positions to come back from


class Loop:
    """An event loop in a thread: `run(coroutine)` waits for its answer."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work, within: float = 20):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(within)

    def end(self) -> None:
        """Cancel whatever runs; nobody is told."""
        self.run(self._cancel_all())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()

    async def _cancel_all(self) -> None:
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others, timeout=0.1)


@dataclass(repr=False)
class Looker:
    """One viewer: a client for pages and commands, and a board that frames add up to.

    `heard` are the frames as they came since somebody last looked at them, `past` boards as
    they were at some time.
    """

    who: int
    door: str
    address: str
    key: str
    client: Client
    user: object = None
    pk: int = 0  # by which the rows know a participant
    board: Board = field(default_factory=Board)
    past: list[Board] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    seat: Seat | None = None
    code: int = 0
    complaint: str = ""

    def __repr__(self) -> str:
        return f"looker {self.who}"

    def viewer(self, scope=None):
        cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
        return viewer_at(self.door, self.key, cookies, self.user)

    def get(self, path: str = "", **query) -> HttpResponse:
        return self.client.get(self.address + path, query)

    def post(self, path: str, fields: dict) -> HttpResponse:
        return self.client.post(self.address + path, fields, headers=JSON)

    def catch_up(self, board: Board, ask: Callable[[Board], str]) -> list[str]:
        """Ask until there is no more; return the frames as they came."""
        texts: list[str] = []
        while not texts or json.loads(texts[-1])["more"]:
            texts.append(ask(board))
            assert board.take(json.loads(texts[-1])), "a gap in what was asked for"
        return texts

    def changes(self, board: Board) -> str:
        """The answer to `changes` over HTTP."""
        answer = self.client.get(f"{self.address}changes", board.asked, headers=JSON)
        assert answer.status_code == 200, answer.content
        return answer.content.decode()

    def changes_read(self, board: Board) -> str:
        """The same without a request around it, for what is asked often."""
        room_key, audiences = self.reads
        where = position(room_key)
        asked = room_key, where.epoch, board.have, where.head, audiences
        return read_stretch(*asked).frame(audiences).text()

    @cached_property
    def reads(self) -> tuple[str, frozenset[str]]:
        """The room and the audiences that are this viewer's."""
        viewer = self.viewer()
        return viewer.room_key, viewer.audiences

    def fresh(self) -> Board:
        """The board that somebody gets who asks from the beginning."""
        board = Board()
        self.catch_up(board, self.changes)
        return board

    def remember(self, chance: Random) -> None:
        """Keep the board as it is now, and forget another."""
        if len(self.past) >= KEPT:
            self.past.pop(chance.randrange(KEPT))
        self.past.append(copy.deepcopy(self.board))

    def old_board(self, chance: Random) -> Board:
        """A board as it was at some time, or nothing at all."""
        return copy.deepcopy(chance.choice([Board(), *self.past]))

    async def follow(self, claims: int | None = None) -> None:
        """Open a socket where the board is; `claims` is what it says at once that it has."""
        self.code, at = 0, self.board.have
        self.seat = Seat(self.viewer, **self.board.asked)
        if not await self.seat.enter():
            self.code = SHUT_OUT
            return
        if claims is not None:
            await self.seat.have(claims)
        while True:
            message = await self.seat.talk.receive_output(timeout=LONG)
            if message["type"] == "websocket.close":
                self.code = message["code"]
                return
            self.heard.append(message["text"])
            frame = json.loads(message["text"])
            if frame["since"] != at or not self.board.take(frame):
                self.complaint = f"{self.who} got a frame from {frame['since']} after {at}"
            at = frame["head"]
            await self.seat.have(at)


class Crowd:
    """All who look on. `settle` waits until each has what the room has, or was sent away."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.all: list[Looker] = []
        self._running: dict[int, asyncio.Future] = {}
        self._begin()

    def _begin(self) -> None:
        self.loop = Loop()
        sent_from(self.loop.loop)

    def __getitem__(self, who: int) -> Looker:
        return next(each for each in self.all if each.who == who)

    def add(self, looker: Looker) -> None:
        self.all.append(looker)
        self.connect(looker)

    def connect(self, looker: Looker, claims: int | None = None) -> None:
        """Open a socket for this viewer from where their board is; an open one is lost."""
        self.disconnect(looker)
        self._running[looker.who] = asyncio.run_coroutine_threadsafe(
            looker.follow(claims), self.loop.loop
        )

    def disconnect(self, looker: Looker) -> None:
        if going := self._running.pop(looker.who, None):
            going.cancel()
            if looker.seat and not looker.code:
                with contextlib.suppress(Exception):
                    self.loop.run(looker.seat.leave())
            looker.seat = None

    def settle(self) -> None:
        head = position(self.session.room_key).head
        for who, going in self._running.items():
            if going.done() and going.exception():
                raise AssertionError(f"The socket of {who} broke.") from going.exception()
        self.loop.run(self._settled(head))

    async def _settled(self, head: int) -> None:
        here = [each for each in self.all if each.who in self._running]
        async with asyncio.timeout(10):
            while any(not each.code and each.board.have < head for each in here):
                await asyncio.sleep(0.001)

    def crash(self) -> None:
        """The process dies: nobody is told, and nothing but the rows is left."""
        self.loop.end()
        feeds.forget()
        reading.changes.close()
        reading.rights.close()
        channel_layers.backends.clear()
        cache.clear()
        presence._shown.clear()
        connection.close()
        self._running.clear()
        self._begin()

    def come_back(self) -> None:
        """Everyone connects again with what they have."""
        for looker in self.all:
            self.connect(looker)

    def close(self) -> None:
        self.crash()
        self.loop.end()
