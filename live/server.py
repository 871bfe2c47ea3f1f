"""Daphne, bounded, and stopping in peace: `python -m live.server -p 8000 app.asgi:application`.

Everything else is Daphne's: the same options, other defaults where a workshop needs them.
"""

import asyncio
import contextlib
import os
import resource
import threading

from daphne import server  # first, because it chooses Twisted's reactor
from daphne.cli import CommandLineInterface
from daphne.http_protocol import HTTPFactory
from twisted.internet.defer import Deferred

from . import limits, stopping
from .connections import Connection, Connections
from .requests import BoundedRequest
from .talks import TalkFactory

DEFAULTS = {
    "websocket_timeout": -1,  # a session may last longer than a day's rehearsal
    "websocket_connect_timeout": limits.SECONDS_TO_OPEN_A_SOCKET,
    "websocket_max_frame_size": limits.MOST_OF_A_MESSAGE,
    "ping_interval": limits.SECONDS_BETWEEN_PINGS,
    "ping_timeout": limits.SECONDS_FOR_A_PONG,
    "server_name": "",
    "verbosity": 0,
}


class BoundedFactory(HTTPFactory):
    """Gives out connections, as long as there is room for them."""

    protocol = Connection

    def __init__(self, server) -> None:
        super().__init__(server)
        self.timeOut = limits.SECONDS_FOR_A_REQUEST
        self.connections = Connections()

    def buildProtocol(self, addr):
        """Return the protocol of a new connection, or None to hang up at once."""
        if not self.connections.has_room_for(addr):
            return None
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = BoundedRequest
        return protocol


class BoundedServer(server.Server):
    """Daphne's server, which finishes what it has begun before it ends."""

    def run(self) -> None:
        """Serve until told to stop."""
        self.ports: list = []
        super().run()

    def listen_success(self, port) -> None:
        """Remember where we listen."""
        super().listen_success(port)
        self.ports.append(port)

    def kill_all_applications(self) -> Deferred:
        """Let Twisted wait until everyone has been answered and sent away."""
        leaving = Deferred.fromFuture(asyncio.ensure_future(self.leave()))
        leaving.addErrback(lambda failure: server.logger.error(failure))
        return leaving

    async def leave(self) -> None:
        """Take nobody in, answer what is under way, hang up; end in any case."""
        end_in(limits.SECONDS_TO_ANSWER + limits.SECONDS_TO_HANG_UP)
        for port in self.ports:
            port.stopListening()
        await stopping.stop()
        self.http_factory.connections.hang_up()
        await self.closed(within=limits.SECONDS_TO_HANG_UP)
        for details in self.connections.values():
            if application := details.get("application_instance"):
                application.cancel()

    async def closed(self, within: float) -> None:
        """Wait until every connection is closed, but not longer than so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while len(self.http_factory.connections):
                    await asyncio.sleep(0.01)


class Command(CommandLineInterface):
    """Daphne's command with our server and our defaults."""

    server_class = BoundedServer

    def __init__(self) -> None:
        super().__init__()
        self.parser.set_defaults(**DEFAULTS)


def end_in(seconds: float) -> None:
    """End the process then, whatever still runs: a thread that hangs would keep it. Rows are safe.

    Someone who hung up is answered no more, but the thread with their command may still wait.
    """
    last_resort = threading.Timer(seconds, os._exit, [1])
    last_resort.daemon = True
    last_resort.start()


def allow_enough_files() -> None:
    """Let the process open a file for each connection; many systems begin with 1,024."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = limits.MOST_CONNECTIONS * 2
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


if __name__ == "__main__":
    server.HTTPFactory = BoundedFactory  # the names that Daphne's server makes its site by
    server.WebSocketFactory = TalkFactory
    allow_enough_files()
    Command.entrypoint()
