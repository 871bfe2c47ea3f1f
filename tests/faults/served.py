"""The product as the faults are tried on it, with one guard out if HSI_WITHOUT names it.

Each of GUARDS takes one guard out of the running server, so that a control can
show that its test would notice.
"""

# isort: off
import os
import threading
from uuid import uuid4

from hsi_workshop.asgi import application  # noqa: F401  # first: it loads the apps
from boards import views
from boards.models import Note
from live import feed, socket
from workshops import commands


def idempotency() -> None:
    """A write that is sent again is another note."""
    write = Note.write

    def write_anew(board, by, key, *what):
        return write(board, by, uuid4(), *what)

    Note.write = write_anew


def commit_before_answer() -> None:
    """A write is answered first and carried out a second later."""

    def answer_first(viewer, request, verb):
        threading.Timer(1, commands.perform, (viewer, request, verb)).start()
        return {"seq": 0, "state": "shown"}

    views.perform = answer_first


def continuity() -> None:
    """Now and then a frame is thought sent that was not."""
    offer, count = socket.Socket.offer, iter(range(10**9))

    def offer_most(self, frame, text):
        if frame.changes and next(count) % 20 == 19:
            self.at = frame.head
        else:
            offer(self, frame, text)

    socket.Socket.offer = offer_most


def heartbeat() -> None:
    """Only hints wake the Feed."""
    feed.HEARTBEAT = 3600


GUARDS = (idempotency, commit_before_answer, continuity, heartbeat)
if guard := os.environ.get("HSI_WITHOUT"):
    {each.__name__: each for each in GUARDS}[guard]()
