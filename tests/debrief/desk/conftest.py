"""Policy Lab's desk with reports on it: rows as a release leaves them, with covers of our own."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from debrief.models import Report
from debrief.snapshot import snapshot_of
from tests.permissions.world import give_second_step
from workshops.models import Workshop
from workshops.viewers import POLICY_LAB


class Shelf:
    """Puts reports on the desk, or beside it."""

    def __init__(self, content) -> None:
        self.content = content
        self.owner, _is_new = User.objects.get_or_create(username="olwen")
        self.bare: dict = {}  # what a report says of a workshop without a session

    def put(self, title: str = "Damp homes", *, shared: bool = True, **facts) -> Report:
        """A workshop of its own with a report; `facts` are the report's or its cover's."""
        workshop = Workshop.objects.create(
            owner=self.owner,
            content=self.content,
            policy_area="Changed since",
            use_case="local_convene",
            shared_with_policy_lab=shared,
        )
        return self.version(workshop, 1, title, **facts)

    def version(self, workshop: Workshop, version: int, title: str, **facts) -> Report:
        """One version of a workshop's report, whole and released unless the facts say otherwise."""
        parts, row = facts.pop("parts", []), {"state": "ready", "used": {}}
        row["released_at"] = datetime(2026, 12, 1, 9, tzinfo=UTC)
        row |= {name: facts.pop(name) for name in list(facts) if hasattr(Report, name)}
        self.bare = self.bare or snapshot_of(workshop)[0]
        told = {"workshop": self.bare["workshop"] | cover(title, **facts), "parts": parts}
        snapshot = self.bare | told | {"version": version}
        return Report.objects.create(workshop=workshop, version=version, snapshot=snapshot, **row)


def cover(title: str, place: str = "Ambleford", days=("2026-11-03",), **more) -> dict:
    return {
        "title": title,
        "place": place,
        "dates": [f"{day}T10:00:00+00:00" for day in days],
        "use_case": "Convene around a shared language",
        "marking": "OFFICIAL",
        **more,
    }


@pytest.fixture
def shelf(db, content, settings, tmp_path) -> Shelf:
    settings.MEDIA_ROOT = tmp_path
    return Shelf(content)


@pytest.fixture
def lab(db) -> Client:
    """Someone of Policy Lab, signed in with the second step."""
    person = User.objects.create_user("lab")
    person.groups.add(Group.objects.get_or_create(name=POLICY_LAB)[0])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    give_second_step(client, person)
    return client


@pytest.fixture
def titles(lab):
    """The policy areas that a search finds, in the order of the list."""

    def found(**asked) -> list[str]:
        answer = lab.get("/policy-lab/", asked)
        return [entry.title for entry in answer.context["asked"].found]

    return found
