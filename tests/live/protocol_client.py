"""A program that joins, writes and follows a board, made from docs/live-protocol.md alone.

It shares no code with the product and reads nothing of it but its answers.
"""

import asyncio
import json
import re
import uuid
from contextlib import asynccontextmanager

import httpx
from websockets.asyncio.client import connect

JSON = {"Accept": "application/json"}


class LoadAgain(Exception):
    """What we have was counted in another life of the database."""


class Board:
    """The board that frames add up to: key -> {"html" or "fetch", "into", "order"}."""

    def __init__(self, epoch: str = "", have: int = 0) -> None:
        self.epoch, self.have = epoch, have
        self.items: dict[str, dict] = {}
        self._newest: dict[str, tuple[int, bool]] = {}

    def take(self, frame: dict) -> bool:
        """Apply a frame; False when something between it and what we have is missing."""
        self.epoch = self.epoch or frame["epoch"]
        if frame["epoch"] != self.epoch:
            raise LoadAgain
        if frame["since"] > self.have:
            return False
        for change in frame["changes"]:
            self._apply(change)
        self.have = max(self.have, frame["head"])
        return True

    def _apply(self, change: dict) -> None:
        key, rank = change["key"], (change["seq"], not change.get("gone"))
        if rank <= self._newest.get(key, (0, False)):
            return
        self._newest[key] = rank
        self.items.pop(key, None)
        if not change.get("gone"):
            self.items[key] = {k: v for k, v in change.items() if k not in ("seq", "key")}

    @property
    def asked(self) -> dict:
        """What to put into the query of `changes` and `live`."""
        return {"epoch": self.epoch, "since": self.have} if self.have else {}


class Place:
    """A participant's place in a session."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.AsyncClient(
            base_url=address, follow_redirects=True, trust_env=False, headers={"Origin": address}
        )

    async def join(self, code: str, name: str) -> None:
        """Go through the two forms of joining like a browser without JavaScript."""
        page = await self.http.get("/join/")
        page = await self._post(page, "/join/", {"code": code})
        who = {"name": name, "category": "not_said", "agrees_to_keeping": "on"}
        page = await self._post(page, str(page.url), who)
        self.page, self.here = page.text, page.url

    async def _post(self, page: httpx.Response, to: str, fields: dict) -> httpx.Response:
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
        answer = await self.http.post(to, data={**dict(hidden), **fields})
        return answer.raise_for_status()

    async def write(self, board: str, column: str, text: str, key: str = "") -> dict:
        """Write a note; safe to repeat with the same key."""
        answer = await self.http.post(
            self.here.join(f"notes/{key or uuid.uuid4()}/"),
            data={"board": board, "column": column, "text": text},
            headers={**JSON, "X-CSRFToken": self.http.cookies["csrftoken"]},
        )
        return answer.raise_for_status().json()

    async def changes(self, board: Board) -> None:
        """Catch up by asking, until there is no more."""
        more = True
        while more:
            url = self.here.join("changes")
            answer = await self.http.get(url, params=board.asked, headers=JSON)
            if answer.status_code == 409:
                raise LoadAgain
            frame = answer.raise_for_status().json()
            board.take(frame)
            more = frame["more"]

    @asynccontextmanager
    async def socket(self, board: Board):
        """A socket that begins where the board is."""
        url = self.here.join("live").copy_merge_params(board.asked)
        cookies = "; ".join(f"{c.name}={c.value}" for c in self.http.cookies.jar)
        live = str(url).replace("http", "ws", 1)
        sent = {"origin": self.address, "additional_headers": {"Cookie": cookies}}
        async with connect(live, proxy=None, **sent) as socket:
            yield socket

    async def follow(self, board: Board, until: int, frames: int = 10**9) -> None:
        """Follow by socket until the board has `until`, or for so many frames."""
        async with asyncio.timeout(30), self.socket(board) as socket:
            while board.have < until and (frames := frames - 1) >= 0:
                frame = json.loads(await socket.recv())
                if not board.take(frame):
                    await self.changes(board)
                await socket.send(json.dumps({"have": frame["head"]}))

    async def listen(self, board: Board, until: int) -> int:
        """Follow by stream until the board has `until`; the number of streams that it took."""
        url, last, streams = self.here.join("stream").copy_merge_params(board.asked), {}, 0
        async with asyncio.timeout(30):
            while board.have < until:
                streams += 1
                async with self.http.stream("GET", url, headers=last) as answer:
                    answer.raise_for_status()
                    async for line in answer.aiter_lines():
                        field, _, value = line.partition(": ")
                        if field == "id":
                            last = {"Last-Event-ID": value}
                        elif value.startswith("{") and not board.take(json.loads(value)):
                            raise AssertionError("A stream left something out.")
                        if board.have >= until:
                            break
        return streams
