"""A channel layer as bad as one may be: hints are dropped, doubled and late."""

import asyncio
from random import Random

from channels.layers import InMemoryChannelLayer

LATE = 0.5  # seconds


class BadLayer(InMemoryChannelLayer):
    """Of all that is sent to a group, `arrive` of it does; half of that twice."""

    def __init__(self, arrive: float, **options) -> None:
        super().__init__(**options)
        self.arrive, self.random = arrive, Random(7)

    async def group_send(self, group: str, message: dict) -> None:
        if self.random.random() < self.arrive:
            await super().group_send(group, message)
            if self.random.random() < 0.5:
                asyncio.get_running_loop().call_later(LATE, self._again, group, message)

    def _again(self, group: str, message: dict) -> None:
        self._second = asyncio.ensure_future(super().group_send(group, message))
