"""A bare connection, to do what no client library would."""

import asyncio
import contextlib


class Line:
    """`async with Line(site) as line`; `line.head(place)` begins to write a note."""

    def __init__(self, site) -> None:
        self.port = site.port

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *failure) -> None:
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()

    async def head(self, one, *headers: str) -> None:
        """Begin to write a note in someone's name."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in one.http.cookies.jar)
        lines = [
            f"POST {one.here.path}notes/00000000-0000-4000-8000-0000000000ff/ HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Origin: http://127.0.0.1:{self.port}",
            f"Cookie: {cookies}",
            f"X-CSRFToken: {one.http.cookies['csrftoken']}",
            "Accept: application/json",
            "Content-Type: application/x-www-form-urlencoded",
            *headers,
        ]
        await self.send("\r\n".join([*lines, "", ""]).encode())

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, within: float = 10) -> str:
        """Everything that comes until the server closes."""
        async with asyncio.timeout(within):
            return (await self.reader.read()).decode()
