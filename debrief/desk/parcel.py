"""Many reports as one ZIP of their ZIPs, with a list: sent as it is made, never held whole.

The same reports give the same bytes. All files are opened before the first byte goes out, so a
report that is withdrawn meanwhile leaves no half parcel.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

MOST = 50
# A slow reader's bytes wait in the server, so this is also what one download may cost it.
MOST_BYTES = 64 * 1024 * 1024
PIECE = 256 * 1024


class Parcel:
    """The list and the files by their names, ready to be sent. Raises OSError if one is gone."""

    def __init__(self, index: bytes, files: dict[str, Path]) -> None:
        self.index = index
        self._open = ExitStack()
        with self._open:
            self.files = {
                name: self._open.enter_context(path.open("rb")) for name, path in files.items()
            }
            self._open = self._open.pop_all()

    def close(self) -> None:
        self._open.close()

    def pieces(self) -> Iterator[bytes]:
        """Yield the ZIP from its first byte to its last."""
        out = Out()
        with ZipFile(out, "w", ZIP_STORED) as parcel:
            parcel.writestr(entry("reports.csv"), self.index)
            for name, file in self.files.items():
                with parcel.open(entry(name), "w") as inside:
                    while piece := file.read(PIECE):
                        inside.write(piece)
                        yield out.taken()
        yield out.taken()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Read the disk in another thread: the event loop serves the live rooms meanwhile."""
        pieces = self.pieces()
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece


class Out:
    """A file that can only be written to, and from which what was written is taken at once."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        self.written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """There is nothing to wait for."""

    def close(self) -> None:
        """What was written is taken, not kept."""

    def taken(self) -> bytes:
        written, self.written = b"".join(self.written), []
        return written


def entry(name: str) -> ZipInfo:
    """A name in the ZIP without the moment at which it was put there."""
    found = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    found.create_system, found.external_attr = 3, 0o100644 << 16
    return found


def size_of(files: dict[str, Path]) -> int:
    """How many bytes there are to send. Raises OSError if a file is gone."""
    return sum(path.stat().st_size for path in files.values())
