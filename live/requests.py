"""Requests on Daphne: a body that is too long is refused, not read.

Daphne reads a whole body into memory before an application is asked, however long it is. Here
a body over the limit is answered with 413 as soon as that is known, and what still comes of it
is let go.
"""

from io import BytesIO

from daphne.http_protocol import WebRequest
from twisted.internet import reactor

from . import limits
from .bounds import TOO_MUCH


class BoundedRequest(WebRequest):
    """A request that never holds more than limits.MOST_OF_A_BODY of its body."""

    came, is_refused = 0, False

    def gotLength(self, length: int | None) -> None:
        """Refuse what says of itself that it is too long."""
        super().gotLength(length)
        if length is not None and length > limits.MOST_OF_A_BODY:
            self.refuse()

    def handleContentChunk(self, data: bytes) -> None:
        """Keep what comes, up to the bound."""
        self.came += len(data)
        if self.came > limits.MOST_OF_A_BODY and not self.is_refused:
            self.refuse()
        if not self.is_refused:
            super().handleContentChunk(data)

    def requestReceived(self, command: bytes, path: bytes, version: bytes) -> None:
        """Pass a whole request on; one that was refused has had its answer."""
        if self.is_refused:
            self.channel.loseConnection()
        else:
            super().requestReceived(command, path, version)

    def refuse(self) -> None:
        """Answer now; closing at once would take the answer from whoever is still sending."""
        self.is_refused, self.content = True, BytesIO()
        self.requestHeaders.removeHeader(b"expect")
        sentence = str(TOO_MUCH).encode()
        head = (
            "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(sentence)}\r\n\r\n"
        )
        self.channel.transport.write(head.encode() + sentence)
        hang_up = self.channel.transport.loseConnection
        # Twisted gives its reactor at run time; the types know only the module.
        reactor.callLater(limits.SECONDS_TO_READ_A_REFUSAL, hang_up)  # type: ignore[arg-type]
