"""A participant who stays whatever happens, made from docs/live-protocol.md alone."""

import asyncio
import json
import uuid
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from time import monotonic
from urllib.parse import urlencode

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from tests.live.protocol_client import JSON, Board

DEAD = 12  # seconds without a frame
FIRST_WAIT, LONGEST_WAIT = 0.5, 15  # seconds before connecting again
FRAMES, BYTES, SECONDS = 8, 64 * 1024, 1  # after which an acknowledgement is due
TOKEN = "f" * 32  # a CSRF token of our own making: the cookie and the header only have to agree
LOAD_AGAIN, MEND_THE_CLIENT = 4409, (4400, 4403, 4429, 1009)
ACCIDENTS = (OSError, EOFError, ConnectionClosed, InvalidHandshake, InvalidMessage, httpx.HTTPError)


@lru_cache(64)
def parsed(text: str) -> dict:
    """A frame, read once for all who were sent the same one. Nobody changes it."""
    return json.loads(text)


@dataclass
class Written:
    """A note on its way: how often it was sent, and what was said of it at last, and when."""

    text: str
    began: float = field(default_factory=monotonic)
    sent: int = 0
    status: int = 0
    answered: float = 0


@dataclass
class Resident:
    """Follows and writes; connects again, sends again, asks for what it missed.

    `breaks` are the frames that did not begin where the one before them on their
    connection ended. `asks_after_a_gap` is the rule that a control leaves out.
    """

    address: str
    code: str
    cookie: str
    http: httpx.AsyncClient
    random: Random
    patience: float = 60  # seconds for the answer to a write
    asks_after_a_gap: bool = True
    board: Board = field(default_factory=Board)
    written: dict[str, Written] = field(default_factory=dict)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    connections: int = 0
    follows: bool = False
    _wait: float = FIRST_WAIT

    async def stay(self) -> None:
        """Follow until cancelled. Raises only when the server says that the client is at fault."""
        while True:
            try:
                await self._follow()
            except ConnectionClosed as closed:
                self._heed(closed.rcvd.code if closed.rcvd else 1006)
            except ACCIDENTS:
                pass
            finally:
                self.follows = False
            await asyncio.sleep(self._wait * self.random.uniform(0.5, 1))
            self._wait = min(2 * self._wait, LONGEST_WAIT)

    async def write(self, column: str, text: str) -> None:
        """Write a note, again and again with the same UUID until there is an answer."""
        key, wait = str(uuid.uuid4()), FIRST_WAIT
        note = self.written[key] = Written(text)
        while note.status == 0 or note.status >= 500 or note.status == 429:
            if note.sent:
                await asyncio.sleep(wait * self.random.uniform(0.5, 1))
                wait = min(2 * wait, 4)
            note.sent += 1
            note.status = await self._post(key, column, text)
        note.answered = monotonic()

    async def _post(self, key: str, column: str, text: str) -> int:
        try:
            answer = await self.http.post(
                f"{self.address}/s/{self.code}/notes/{key}/",
                data={"board": "diagnosis", "column": column, "text": text},
                headers={
                    **JSON,
                    "Cookie": f"{self.cookie}; csrftoken={TOKEN}",
                    "X-CSRFToken": TOKEN,
                    "Origin": self.address,
                },
                timeout=self.patience,
            )
        except httpx.HTTPError:
            return 0
        return answer.status_code

    def _heed(self, code: int) -> None:
        if code == LOAD_AGAIN:
            self.board = Board()
        assert code not in MEND_THE_CLIENT, f"closed with {code}"

    async def _follow(self) -> None:
        live = f"{self.address}/s/{self.code}/live?{urlencode(self.board.asked)}"
        async with connect(
            live.replace("http", "ws", 1),
            origin=self.address,
            additional_headers={"Cookie": self.cookie},
            proxy=None,
            compression=None,
            ping_interval=None,  # silence is noticed by the missing heartbeat
            open_timeout=10,
            close_timeout=0.1,
        ) as socket:
            self.connections += 1
            await self._listen(socket)

    async def _listen(self, socket: ClientConnection) -> None:
        ended, frames, size, since = self.board.have, 0, 0, monotonic()
        while True:
            async with asyncio.timeout(DEAD):
                text = await socket.recv()
            frame = parsed(text)
            if frame["since"] != ended:
                self.breaks.append((ended, frame["since"]))
            ended = frame["head"]
            await self._take(frame)
            self.follows, self._wait = True, FIRST_WAIT
            if frame["changes"]:
                since = since if frames else monotonic()
                frames, size = frames + 1, size + len(text)
            if frames and (frames >= FRAMES or size >= BYTES or monotonic() - since >= SECONDS):
                await socket.send(json.dumps({"have": ended}))
                frames = size = 0

    async def _take(self, frame: dict) -> None:
        if self.board.take(frame):
            return
        if self.asks_after_a_gap:
            await self._ask()
        else:
            self.board.have = frame["since"]
            self.board.take(frame)

    async def _ask(self) -> None:
        more = True
        while more:
            answer = await self.http.get(
                f"{self.address}/s/{self.code}/changes",
                params=self.board.asked,
                headers={**JSON, "Cookie": self.cookie},
            )
            frame = answer.raise_for_status().json()
            self.board.take(frame)
            more = frame["more"]
