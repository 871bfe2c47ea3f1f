"""Rows for planning, joining, signing in and the report."""

from django.utils import timezone

from workshops.accounts.links import one_time_link
from workshops.models import Facilitator, Passage

from .row import EVERYONE, SIGNED_IN, TENDS, Row
from .world import World

OWNS = {"owner"}
SEES_PLAN = {"owner", "co-facilitator", "observer"}


def sitting(world: World) -> list:
    return [world.workshop.pk, world.session.pk]


def open_to(people: set[str], route: str, **facts) -> Row:
    """A row that no right guards: everyone named in `people` gets the page."""
    return Row(route, frozenset(people), **facts)


def plans(route: str, method: str = "GET", args=sitting, **data) -> Row:
    return Row(
        f"workshops:{route}",
        frozenset(TENDS),
        "plan",
        args=args,
        method=method,
        data=lambda world: data,
        label=route,
    )


def seat_of_co(world: World) -> list:
    co = Facilitator.objects.get(workshop=world.workshop, user__username="co")
    return [world.workshop.pk, "facilitators", co.pk]


def a_plan(world: World) -> dict:
    start = timezone.localtime()
    return {
        "policy_area": "Late buses",
        "use_case": "local_convene",
        "place": "Ambleford",
        "date": start.date().isoformat(),
        "time": "10:00",
        "format": "combined",
        "agenda": "half_day_3h",
        "marking": "OFFICIAL",
    }


OPEN = [
    open_to(EVERYONE, "healthz"),
    open_to(EVERYONE, "home"),
    open_to(EVERYONE, "about"),
    open_to(EVERYONE, "accessibility"),
    open_to(EVERYONE, "check"),
    open_to(EVERYONE, "check-now"),
    open_to(EVERYONE, "debrief:accent"),
    open_to(EVERYONE, "join"),
    open_to(EVERYONE, "join-link", args=lambda world: [world.session.link_token]),
    open_to(EVERYONE, "join-details", args=lambda world: [world.session.code]),
    open_to(EVERYONE, "come-back"),
    open_to(EVERYONE, "come-back-here", args=lambda world: [world.session.code]),
    open_to(
        EVERYONE,
        "go-on",
        args=lambda world: [world.session.code, Passage.make(world.participant).token],
    ),
    open_to(
        EVERYONE,
        "one-time-sign-in",
        args=lambda world: [one_time_link(world.workshop.owner).split("/")[2]],
    ),
    open_to(EVERYONE, "debrief:schema", args=lambda world: [2]),
    open_to(SIGNED_IN, "your-sign-in"),
    open_to(SIGNED_IN, "totp-qr"),
]

DESK = [
    open_to(SIGNED_IN, "workshops:list"),
    open_to(SIGNED_IN, "workshops:create"),
    Row("workshops:overview", frozenset(SEES_PLAN), "see_workshop", args=lambda w: [w.workshop.pk]),
    plans("facts", args=lambda world: [world.workshop.pk]),
    plans("session"),
    plans("agenda"),
    plans("agenda", "POST"),
    plans("step", args=lambda world: [*sitting(world), world.step]),
    Row(
        "workshops:add-break",
        frozenset(TENDS),
        "plan",
        args=sitting,
        method="POST",
        data=lambda world: {"after": world.session.next_planned().pk},
    ),
    plans("add-step", "POST", key="relationship_map"),
    plans("start-again"),
    # The rules refuse it once a session has started: nobody may.
    Row("workshops:start-again", frozenset(), "plan", args=sitting, method="POST"),
    plans("invite"),
    plans("sheet"),
    plans("qr"),
    Row("workshops:seats", frozenset(OWNS), "manage_people", args=lambda w: [w.workshop.pk]),
    Row("workshops:take-seat", frozenset(OWNS), "manage_people", args=seat_of_co),
    Row("workshops:take-seat", frozenset(OWNS), "manage_people", args=seat_of_co, method="POST"),
]

REPORT = [
    Row("debrief:report", frozenset(TENDS), "read_report", args=lambda w: [w.workshop.pk]),
    Row("debrief:making", frozenset(TENDS), "read_report", args=lambda w: [w.workshop.pk]),
    Row(
        "debrief:make",
        frozenset(TENDS),
        "make_report",
        args=lambda w: [w.workshop.pk],
        method="POST",
    ),
    Row("debrief:version", frozenset(TENDS), "read_report", args=lambda w: [w.workshop.pk, 1]),
    *(
        Row(
            "debrief:file",
            frozenset(TENDS),
            "read_report",
            args=lambda world, form=form: [world.workshop.pk, 1, form],
            label=f"report as {form}",
        )
        for form in ("pdf", "ods", "csv", "json", "zip")
    ),
]
