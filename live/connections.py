"""Connections to Daphne: each has so long for a request, and there are only so many."""

from collections import Counter
from typing import Any

from twisted.protocols.basic import LineReceiver
from twisted.web.http import HTTPChannel

from . import limits

TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Connection(HTTPChannel):
    """One connection. The time for a request is not made longer by bytes that trickle in."""

    maxHeaders = limits.MOST_HEADERS
    abortTimeout = limits.SECONDS_TO_HANG_UP
    is_silent = True  # no byte of a request has come yet

    def connectionMade(self) -> None:
        """Begin to wait for the first request."""
        super().connectionMade()
        self.factory.connections.opened(self.transport)

    def dataReceived(self, data: bytes) -> None:
        """Take what comes, without Twisted's habit of beginning to count anew."""
        if self.is_silent:
            self.is_silent = False
            self.setTimeout(limits.SECONDS_FOR_A_REQUEST)
        LineReceiver.dataReceived(self, data)

    def allContentReceived(self) -> None:
        """A whole request is there."""
        self.factory.connections.asks(self.transport)
        super().allContentReceived()

    def requestDone(self, request) -> None:
        """Wait for the next request, or for the answer to be read when it was the last.

        Who has asked for more already and does not read is answered no more: Twisted would
        go on, and keep all those answers in memory.
        """
        if self._waitingForTransport and self._dataBuffer:
            self.persistent = False
        self.is_silent = True
        super().requestDone(request)
        if self.is_silent and self.transport in self.factory.connections:
            self.factory.connections.waits(self.transport)
            self.setTimeout(limits.SECONDS_BETWEEN_REQUESTS)

    def timeoutConnection(self) -> None:
        """Hang up; whoever is in the middle of a request is told why."""
        if self.requests and not getattr(self.requests[0], "is_refused", False):
            # Twisted types the transport of a channel as if there might be none.
            self.transport.write(TOO_LATE)  # type: ignore[union-attr,call-arg]
        super().timeoutConnection()

    def connectionLost(self, reason) -> None:  # type: ignore[override]  # Twisted has two forms
        """Leave room for another."""
        self.factory.connections.closed(self.transport)
        super().connectionLost(reason)


class Connections:
    """The open connections by transport, for that stays when a request becomes a socket.

    Who comes when all are taken takes the place of the one that has been silent longest, or of
    one that is only kept: silent connections never keep out people with something to say.
    """

    def __init__(self) -> None:
        self._open: dict[Any, str] = {}
        self._silent: dict[Any, str] = {}  # no whole request has come yet
        self._kept: dict[Any, str] = {}  # for the next request
        self._count: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._open)

    def __contains__(self, transport) -> bool:
        return transport in self._open

    def has_room_for(self, address) -> bool:
        """May one more come from this address? Hangs up on one that waits, if that helps."""
        host = host_of(address)
        if self._count[host] >= limits.MOST_FROM_ONE_ADDRESS:
            return self._hang_up_on_one(host)
        return len(self._open) < limits.MOST_CONNECTIONS or self._hang_up_on_one()

    def opened(self, transport) -> None:
        """Count a connection."""
        host = host_of(transport.getPeer())
        self._open[transport] = self._silent[transport] = host
        self._count[host] += 1

    def asks(self, transport) -> None:
        """Note that a whole request has come."""
        self._silent.pop(transport, None)
        self._kept.pop(transport, None)

    def waits(self, transport) -> None:
        """Note that its request has been answered."""
        self._kept[transport] = self._open[transport]

    def closed(self, transport) -> None:
        """Count it no longer."""
        self.asks(transport)
        host = self._open.pop(transport, None)
        if host is not None:
            self._count[host] -= 1
            if not self._count[host]:
                del self._count[host]

    def hang_up(self) -> None:
        """Close those that ask nothing; sockets end by a handshake of their own."""
        for transport in [*self._silent, *self._kept]:
            transport.loseConnection()

    def _hang_up_on_one(self, host: str | None = None) -> bool:
        for transport, theirs in [*self._silent.items(), *self._kept.items()]:
            if host in (None, theirs):
                self.closed(transport)
                transport.abortConnection()
                return True
        return False


def host_of(address) -> str:
    """The host at the other end; a socket file has none."""
    return str(getattr(address, "host", ""))
