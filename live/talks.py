"""WebSockets on Daphne: what comes is counted before it is queued, for that queue has no end."""

from daphne.ws_protocol import WebSocketFactory, WebSocketProtocol

from . import limits
from .allowance import Allowance
from .codes import TOO_BIG, TOO_MUCH


class Talk(WebSocketProtocol):
    """A socket that is closed as soon as it says too much, before anyone has read it."""

    failedByMe: bool  # Autobahn's own: what still comes is let go

    def connectionMade(self) -> None:
        """Begin to count."""
        self.frames = Allowance(limits.MESSAGES_AT_ONCE, limits.MESSAGES_A_SECOND)
        super().connectionMade()

    def dataReceived(self, data: bytes) -> None:
        """Take what comes; before the socket is open nothing is read of it, only kept."""
        kept = len(self.data) + len(data)
        if self.state == self.STATE_CONNECTING and kept > limits.MOST_BEFORE_A_SOCKET_OPENS:
            self.transport.abortConnection()
        else:
            super().dataReceived(data)

    def onFrameBegin(self) -> None:
        """Count every frame: messages, pieces of messages, pings and pongs."""
        super().onFrameBegin()
        if not self.frames.take():
            self.refuse(TOO_MUCH)

    def onMessageFrameBegin(self, length: int) -> None:
        """Refuse a message as soon as its frames say that it is too long."""
        super().onMessageFrameBegin(length)
        if self.message_data_total_length > limits.MOST_OF_A_MESSAGE:
            self.refuse(TOO_BIG)

    def _max_message_size_exceeded(self, *sizes_and_why) -> None:
        # Autobahn would drop the connection without a word.
        self.refuse(TOO_BIG)

    def refuse(self, code: int) -> None:
        """Say why, read no more, and drop the connection a second later if it is still there."""
        if not self.failedByMe:
            self.failedByMe = True
            self.sendCloseFrame(code=code)
            self.transport.pauseProducing()

    def serverClose(self, code: int | None = None) -> None:
        """Close with any code of the standard; Daphne's own way raises for 1011 and 1012."""
        self.sendCloseFrame(code=1000 if code is None else code)

    def _sendAutoPing(self) -> None:
        # A second ping would make Autobahn forget the first and drop who answers both late.
        if self.autoPingTimeoutCall is None:
            super()._sendAutoPing()

    def connectionLost(self, *reason) -> None:
        """Leave room for another."""
        super().connectionLost(*reason)
        self.factory.server_class.http_factory.connections.closed(self.transport)


class TalkFactory(WebSocketFactory):
    """Makes bounded sockets."""

    protocol = Talk
