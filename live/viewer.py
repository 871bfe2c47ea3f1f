from typing import Protocol


class Viewer(Protocol):
    """Who looks on, as far as the live engine must know; `asgi.py` says who that is.

    `audiences` are those whose changes this viewer may read, never `server`;
    `identity` names the person or screen ("participant:7"), so that a revoked one
    can be found among the open sockets; `most_sockets` is how many it may have open
    at once.
    """

    @property
    def room_key(self) -> str: ...
    @property
    def audiences(self) -> frozenset[str]: ...
    @property
    def identity(self) -> str: ...
    @property
    def most_sockets(self) -> int: ...
