"""A room that agrees on proxies."""

from datetime import timedelta
from uuid import uuid4

import pytest

from boards.models import Note
from indicators.models import Indicator, Proxy
from indicators.proxies.grid import Grid
from live.clock import now
from tests.boards import conftest as boards
from tests.indicators.conftest import Room
from workshops.viewers import Viewer


class ProxyRoom(Room):
    """A session in the step that agrees on proxies."""

    about = "proxies"

    def propose(self, by: Viewer, text: str, column: str = "local_need", **more: str) -> Proxy:
        """Write a proxy the way everything is written."""
        said = {"kind": "measure", "column": column, **more}
        return Note.write(self.board, by, uuid4(), column, text, said).proxy

    def indicator(self, key: str) -> Indicator:
        return Indicator.of(self.session.workshop).get(key=key)

    def grid(self) -> Grid:
        return Grid(self.board)

    def state(self, key: str = "local_need") -> str:
        """How the row of an indicator stands."""
        row = self.grid().row(key)
        assert row is not None
        return row.state

    def here(self, *people: Viewer) -> None:
        """These have been seen just now, and nobody else."""
        self.session.participants.update(seen_at=now() - timedelta(hours=1))
        keys = [person.participant.pk for person in people]
        self.session.participants.filter(pk__in=keys).update(seen_at=now())


@pytest.fixture
def room(transactional_db, checked_content) -> ProxyRoom:
    """The room in the step that agrees on proxies."""
    running = ProxyRoom(boards.planned(checked_content))
    running.go_to("indicators_proxies")
    return running


@pytest.fixture
def proxy(room, sam) -> Proxy:
    """One that Sam has proposed."""
    return room.propose(sam, "Days to an answer")


def again(proxy: Proxy) -> Proxy:
    """A proxy as the database has it now."""
    return Proxy.objects.get(pk=proxy.pk)
