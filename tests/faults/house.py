"""A data folder with running workshops, and servers on it that can be killed and hampered."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.site import Server, Site

from .rows import Rows


class House:
    """Workshops in `folder`, one with so many `people` for each test, in order."""

    def __init__(self, folder: Path, people: Iterable[int]) -> None:
        self.folder = folder
        self.site = Site(folder, people)
        self._rooms: Iterator[dict] = iter(self.site.rooms)

    @property
    def file(self) -> Path:
        return self.folder / "workshop.sqlite3"

    def room(self) -> tuple[dict, Rows]:
        """Return a workshop that nobody has used, and its rows."""
        room = next(self._rooms)
        return room, Rows(self.file, room["session"])

    def server(self, without: str = "", **env: str) -> Server:
        """Return a server on this folder, `without` one guard of tests/faults/served.py."""
        ours = {"DJANGO_SETTINGS_MODULE": "tests.faults.settings", "HSI_WITHOUT": without}
        env = {**self.site.env, **ours, **env}
        return Server("tests.faults.served:application", "/healthz", env)
