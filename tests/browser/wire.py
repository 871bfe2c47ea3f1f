"""A person's network: a wire to the server that a test can cut and mend, with a firewall on it."""

import contextlib
import re
import socket
import threading

UPGRADES = re.compile(rb"^upgrade: websocket", re.IGNORECASE | re.MULTILINE)
STREAMS = re.compile(rb"^GET \S*/stream[? ]")
REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

Patterns = tuple[re.Pattern[bytes], ...]


class Wire:
    """Forwards TCP from its own loopback port to the server's; `cut` drops all and refuses new.

    A firewall on it answers 403 to whatever `refuses` names (UPGRADES, STREAMS) and nothing at
    all to what `hangs` names; what is open already stays open. `asked` holds what was asked for.
    """

    refuses: Patterns = ()
    hangs: Patterns = ()

    def __init__(self, port: int) -> None:
        self.to, self.is_cut = port, False
        self.asked: list[re.Pattern[bytes]] = []
        self._open: set[socket.socket] = set()
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._ear.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Lose the network: what is open breaks, what is tried fails."""
        self.is_cut = True
        for each in list(self._open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Have the network again."""
        self.is_cut = False

    def close(self) -> None:
        """Be gone."""
        self.cut()
        self._ear.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._ear.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError):
            if self.is_cut:
                return
            with socket.create_connection(("127.0.0.1", self.to)) as far:
                self._open |= {near, far}
                if self.is_cut:  # meanwhile, when there was nothing to break yet
                    return
                back = threading.Thread(target=pour, args=(far, near), daemon=True)
                back.start()
                pour(near, far, self._lets_through)
                back.join()
                self._open -= {near, far}

    def _lets_through(self, near: socket.socket, chunk: bytes) -> bool:
        self.asked += [each for each in (UPGRADES, STREAMS) if each.search(chunk)]
        if any(each.search(chunk) for each in self.refuses):
            near.sendall(REFUSAL)
            near.shutdown(socket.SHUT_RDWR)
            return False
        while any(each.search(chunk) for each in self.hangs) and near.recv(65536):
            pass
        return not any(each.search(chunk) for each in self.hangs)


def pour(
    source: socket.socket, into: socket.socket, lets_through=lambda source, chunk: True
) -> None:
    """Pass bytes on until one end closes or they are not let through, then close the other."""
    with contextlib.suppress(OSError):
        while (chunk := source.recv(65536)) and lets_through(source, chunk):
            into.sendall(chunk)
    with contextlib.suppress(OSError):
        into.shutdown(socket.SHUT_RDWR)
