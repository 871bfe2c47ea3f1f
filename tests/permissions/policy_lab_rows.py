"""Rows for Policy Lab's desk: nobody else reads there, and Policy Lab only with the second step."""

from django.utils import timezone

from debrief.models import Report

from .row import Row
from .world import World

LAB = frozenset({"policy lab"})
# Signed in by name and password alone, on top of everyone else.
ALSO = frozenset({"policy lab without a code"})


def released(world: World) -> list:
    """The report of the workshop has been released."""
    Report.objects.update(released_at=timezone.now())
    return []


def of_the_workshop(world: World) -> list:
    return [*released(world), world.workshop.pk]


def desk(route: str, args=released, **facts) -> Row:
    return Row(f"debrief:desk:{route}", LAB, "read_shared", args=args, also=ALSO, **facts)


def given(form: str) -> Row:
    return desk("take", lambda world: [*of_the_workshop(world), form], label=form)


POLICY_LAB = [
    desk("list"),
    desk("figures"),
    *(
        desk("table", lambda world, name=name: [*released(world), name], label=name)
        for name in ("ratings", "proxies", "barriers", "added")
    ),
    desk("take-many", data=lambda world: {"all": "yes"}),
    desk("read", of_the_workshop),
    given("pdf"),
    given("zip"),
]
