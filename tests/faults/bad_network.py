"""A network of the tests' own: everything is late, connections are cut, some go silent.

It stands between the residents and the server and passes bytes on. It knows just
enough of HTTP to drop the answer to a write after the server has given it, and
to count how often the server answered the same write.
"""

import asyncio
import re
from collections import Counter, deque
from random import Random

WRITE = re.compile(rb"POST \S*/notes/([0-9a-f-]{36})/ ")
STORED = b"HTTP/1.1 200"
DELAY = 0.3  # seconds, each way
SHARE = 0.2  # of the connections, cut at a time; of these so many are not cut but go silent:
SILENT = 0.3
DROPPED = 0.15  # of the answers to writes


class End(asyncio.Protocol):
    """One end of a line: takes what comes here and sends later what came there."""

    def __init__(self, line: "Line") -> None:
        self.line = line
        self.transport: asyncio.Transport | None = None
        self._waiting: deque[tuple[float, bytes]] = deque()

    def connection_made(self, transport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.line.carry(self, data)

    def connection_lost(self, why) -> None:
        self.line.end()

    def send_later(self, data: bytes) -> None:
        """Send it DELAY seconds from now."""
        loop = asyncio.get_running_loop()
        self._waiting.append((loop.time() + DELAY, data))
        if len(self._waiting) == 1:
            loop.call_later(DELAY, self._send)

    def _send(self) -> None:
        loop = asyncio.get_running_loop()
        while self.transport and self._waiting and self._waiting[0][0] <= loop.time():
            self.transport.write(self._waiting.popleft()[1])
        if self._waiting and not self.line.is_over:
            loop.call_later(max(0.01, self._waiting[0][0] - loop.time()), self._send)


class Line:
    """One connection through the network, from a resident to the server."""

    def __init__(self, network: "BadNetwork") -> None:
        self.network = network
        self.near, self.far = End(self), End(self)
        self.is_silent = self.is_over = False
        self.note = ""
        network.lines.add(self)
        self._reaching = asyncio.ensure_future(self._reach())

    async def _reach(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.create_connection(lambda: self.far, "127.0.0.1", self.network.to)
        except OSError:
            self.cut()

    def carry(self, end: End, data: bytes) -> None:
        """Take to the other end what has come at this one, or do not."""
        if end is self.near and (found := WRITE.match(data)):
            self.note = found[1].decode()
        if end is self.far and self.note and data.startswith(STORED):
            self.network.stored[self.note] += 1
            if self.network.drops_an_answer():
                return self.cut()
        if not self.is_silent:
            (self.far if end is self.near else self.near).send_later(data)

    def end(self) -> None:
        """One end has closed: so will the other, when what is under way has arrived."""
        if not self.is_over:
            asyncio.get_running_loop().call_later(2 * DELAY, self.cut)

    def cut(self) -> None:
        """Cut it now, whatever is under way."""
        self.is_over = True
        self.network.lines.discard(self)
        for end in (self.near, self.far):
            if end.transport:
                end.transport.abort()


class BadNetwork:
    """`async with BadNetwork(port, random) as network`: go by `network.address`."""

    def __init__(self, to: int, random: Random) -> None:
        self.to, self.random = to, random
        self.lines: set[Line] = set()
        self.stored: Counter[str] = Counter()
        self.cuts = self.silenced = self.dropped = 0
        self._trouble: asyncio.Task | None = None

    async def __aenter__(self) -> "BadNetwork":
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Line(self).near, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *failure) -> None:
        self.calm_down()
        self._server.close()
        for line in list(self.lines):
            line.cut()

    def make_trouble(self, every: float) -> None:
        """From now on cut or silence a fifth every so many seconds, and drop answers to writes."""
        self._trouble = asyncio.create_task(self._cut_some(every))

    def calm_down(self) -> None:
        """No more trouble; what is silent stays silent, and everything stays late."""
        if self._trouble:
            self._trouble.cancel()
        self._trouble = None

    def drops_an_answer(self) -> bool:
        drops = self._trouble is not None and self.random.random() < DROPPED
        self.dropped += drops
        return drops

    def absorbed(self) -> int:
        """How many writes came again after they were stored, and were answered again."""
        return sum(times - 1 for times in self.stored.values())

    async def _cut_some(self, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            for line in self.random.sample(list(self.lines), round(SHARE * len(self.lines))):
                if self.random.random() < SILENT:
                    line.is_silent, self.silenced = True, self.silenced + 1
                else:
                    line.cut()
                    self.cuts += 1
