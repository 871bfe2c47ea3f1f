"""Daphne, with a bound on what it takes in: `python -m live.server -p 8000 app.asgi:application`.

Daphne reads a whole body into memory before an application is asked, however long it is. Here a
body over MOST_BYTES is answered with 413 as soon as that is known, and what still comes of it is
let go. Everything else is Daphne's: the same options, other defaults where a workshop needs them.
"""

from io import BytesIO

from daphne import server  # first, because it chooses Twisted's reactor
from daphne.cli import CommandLineInterface
from daphne.http_protocol import HTTPFactory, WebRequest
from twisted.internet import reactor

from .bounds import MOST_BYTES, TOO_MUCH

SECONDS_TO_READ_THE_ANSWER = 5
DEFAULTS = {
    "websocket_timeout": -1,  # a session may last longer than a day's rehearsal
    "ping_interval": 10,
    "ping_timeout": 20,
    "server_name": "",
    "verbosity": 0,
}


class BoundedRequest(WebRequest):
    """A request that never holds more than MOST_BYTES of its body."""

    came, is_refused = 0, False

    def gotLength(self, length: int | None) -> None:
        """Refuse what says of itself that it is too long."""
        super().gotLength(length)
        if length is not None and length > MOST_BYTES:
            self.refuse()

    def handleContentChunk(self, data: bytes) -> None:
        """Keep what comes, up to the bound."""
        self.came += len(data)
        if self.came > MOST_BYTES and not self.is_refused:
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
        reactor.callLater(SECONDS_TO_READ_THE_ANSWER, hang_up)  # type: ignore[arg-type]


class BoundedFactory(HTTPFactory):
    """Gives every connection bounded requests."""

    def buildProtocol(self, addr):
        """Return the protocol of a new connection."""
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = BoundedRequest
        return protocol


class Command(CommandLineInterface):
    """Daphne's command with our defaults."""

    def __init__(self) -> None:
        super().__init__()
        self.parser.set_defaults(**DEFAULTS)


if __name__ == "__main__":
    server.HTTPFactory = BoundedFactory  # the one name that Daphne's server makes its site by
    Command.entrypoint()
