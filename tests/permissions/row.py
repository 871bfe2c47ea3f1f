"""A row of the permission matrix, and the kinds of people it speaks of."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from .world import World

PLACE = {"participant"}
SEES = {"observer", "co-facilitator", "owner"}
RUNS = {"owner"}  # who holds the controls
TENDS = {"co-facilitator", "owner"}
SCREEN = {"screen"}
EVERYONE = {
    "anonymous",
    "participant",
    "participant elsewhere",
    "removed participant",
    "screen",
    "observer",
    "other facilitator",
    "co-facilitator",
    "owner",
    "policy lab",
}
SIGNED_IN = {"observer", "other facilitator", "co-facilitator", "owner", "policy lab"}
NOBODY: set[str] = set()


@dataclass(frozen=True)
class Row:
    """One way to ask: the route's full name, its arguments, what is sent, who is let in.

    `act` names the right (of workshops.rights.GRANTS) that guards it; without one
    the row stands for something that is not guarded by a right. `also` are people who are
    asked here beside everyone.
    """

    route: str
    lets_in: frozenset[str]
    act: str = ""
    args: Callable[[World], list] = lambda world: []
    method: str = "GET"
    data: Callable[[World], dict] = lambda world: {}
    label: str = ""
    also: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.method} {self.route} {self.label}".strip()

    def path(self, world: World, person: str, args: list | None = None) -> str:
        """The address as this person would type it; `args` are what this row's own gave."""
        args = self.args(world) if args is None else args
        door = self.route.partition(":")[0]
        if door in ("place", "console"):
            return reverse(self.route, args=[world.session.code, *args])
        if door == "screen":  # the link is the credential: others can only guess one
            token = world.session.screen_token if person == "screen" else "x" * 32
            return reverse(self.route, args=[token, *args])
        return reverse(self.route, args=args)
