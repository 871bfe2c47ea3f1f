"""The figures of a played half-day at the desk, each counted anew from the rows of the room."""

import csv
from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from debrief.models import Report
from debrief.snapshot import snapshot_of
from indicators.models import Action, Addition, Proxy, RatingRound
from tests.debrief.played.kept import rows_of
from tests.debrief.played.rows import load
from workshops.models import Session, Workshop
from workshops.models.people import Category


@pytest.fixture
def played(transactional_db) -> Session:
    """A day that was played, released and shared."""
    Group.objects.all().delete()
    load(rows_of("full"))
    Workshop.objects.update(shared_with_policy_lab=True)
    session = Session.objects.get()
    Report.objects.all().delete()
    Report.objects.create(
        workshop=session.workshop,
        version=1,
        snapshot=snapshot_of(session.workshop)[0],
        state="ready",
        released_at=timezone.now(),
    )
    return session


def table(lab, name: str) -> list[dict[str, str]]:
    answer = lab.get(f"/policy-lab/figures/{name}.csv")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def test_every_figure_of_the_desk_is_that_of_the_rows(played, lab):
    told = table(lab, "proxies")
    agreed = Counter(str(proxy.get_kind_display()) for proxy in Proxy.objects.agreed())
    kinds = [name for name in told[0] if name not in ("Indicator", *LAST_OF_PROXIES)]
    assert {kind: sum(int(row[kind]) for row in told) for kind in kinds} == agreed

    met = [key for action in Action.objects.filter(in_plan=True) for key in action.barriers]
    assert sum(int(row["Actions that meet it"]) for row in table(lab, "barriers")) == len(met) > 0

    added = {(row["Indicator"], row["Decision"]) for row in table(lab, "added")}
    rows = Addition.objects.all()
    assert added == {(each.label, str(each.get_decision_display())) for each in rows} != set()


LAST_OF_PROXIES = ("None agreed in workshops", "From workshops")


def test_only_kinds_of_three_and_more_are_told_of_and_their_answers_are_all_there(played, lab):
    rating = RatingRound.of(played)
    large = {str(Category(kind).label): kind for kind in rating.groups["shown"]}
    rated = table(lab, "ratings")

    assert {row["Where they speak from"] for row in rated} - {"Everyone"} <= set(large)
    for row in rated:
        if kind := large.get(row["Where they speak from"]):
            number = int(row["Indicator"].split(" ")[0])
            said = [
                each.get_how_far_display()
                for each in rating.ratings.filter(category=kind).select_related("indicator")
                if each.indicator.position == number
            ]
            answered = {word: row.get(word, "0") for word in {*said, "Mostly"}}
            assert answered == {word: str(said.count(word)) for word in {*said, "Mostly"}}
