"""The kinds of people around one running session, and one elsewhere."""

from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from uuid import uuid4

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from boards.models import Cluster, Note
from debrief.folders import keep
from debrief.forms.naming import FORMS
from debrief.models import Report
from workshops.doors import cookie_of
from workshops.models import ContentSet, Participant, Session, Workshop
from workshops.viewers import POLICY_LAB, Viewer


@dataclass
class World:
    """A session in its agree step with a note by Ines, and everyone who might knock."""

    session: Session
    elsewhere: Session
    participant: Participant
    note: Note
    cluster: Cluster
    people: dict[str, Client] = field(default_factory=dict)

    @property
    def workshop(self) -> Workshop:
        return self.session.workshop

    def again(self) -> "World":
        """The same rows, files and browsers, as if nobody had asked for anything yet."""
        for report in Report.objects.all():
            keep_files(report)
        names = ("session", "elsewhere", "participant", "note", "cluster")
        people = {name: same_browser(client) for name, client in self.people.items()}
        return replace(self, people=people, **{name: row(getattr(self, name)) for name in names})

    def viewer(self, name: str = "") -> Viewer:
        """Ines at her place, or the facilitator with this name at the console."""
        if not name:
            return Viewer("place", self.workshop, self.session, participant=self.participant)
        return Viewer("console", self.workshop, self.session, user=User.objects.get(username=name))

    @property
    def step(self) -> int:
        step = self.session.current_step()
        assert step is not None
        return step.pk


def make_world() -> World:
    """Make the rows and sign everyone in."""
    owner, other = user("owner"), user("other")
    session = plan(owner, "Damp homes").sessions.get()
    elsewhere = plan(other, "Late buses").sessions.get()
    for each in (session, elsewhere):
        each.start(each.workshop.facilitators.get())
    ines, token = joined(session, "Ines")
    _, token_elsewhere = joined(elsewhere, "Ola")
    removed, token_removed = joined(session, "Rik")
    go_to(session, "diagnosis_agree")
    note = a_note(session, ines)
    cluster = Cluster.gather([a_note(session, ines)], "Same streets", uuid4())
    removed.removed_at = timezone.now()
    removed.save()
    world = World(session, elsewhere, ines, note, cluster)
    world.people = {
        "anonymous": Client(),
        "participant": with_place(session, token),
        "participant elsewhere": with_place(session, token_elsewhere, elsewhere),
        "removed participant": with_place(session, token_removed),
        "screen": Client(),
        "observer": signed_in(user("observer")),
        "other facilitator": signed_in(other),
        "co-facilitator": signed_in(user("co")),
        "owner": signed_in(owner),
        "policy lab": signed_in(policy_lab_user()),
        "policy lab without a code": by_password_alone(policy_lab_user("late")),
    }
    session.workshop.facilitators.create(user=User.objects.get(username="co"))
    session.workshop.observers.create(user=User.objects.get(username="observer"))
    made_report(session.workshop)
    return world


def user(name: str) -> User:
    return User.objects.create_user(name, f"{name}@demo.example", first_name=name.title())


def policy_lab_user(name: str = "lab") -> User:
    person = user(name)
    TOTP.activate(person, generate_totp_secret())
    person.groups.add(Group.objects.get_or_create(name=POLICY_LAB)[0])
    return person


def plan(owner: User, area: str) -> Workshop:
    return Workshop.plan(
        owner,
        ContentSet.newest(),
        starts_at=timezone.now(),
        policy_area=area,
        use_case="local_convene",
        shared_with_policy_lab=True,
    )


def joined(session: Session, name: str) -> tuple[Participant, str]:
    token = Participant.new_token()
    person = session.participants.create(
        name=name,
        category="local_government",
        agrees_to_keeping=True,
    )
    person.devices.create(token_hash=Participant.hash_of(token))
    return person, token


def go_to(session: Session, key: str) -> None:
    """Press Next until the step named `key` runs; what waits to be opened goes on waiting."""
    while (step := session.current_step()) and step.key != key:
        session.go_on(step.pk, leave_sealed=True)


def a_note(session: Session, writer: Participant) -> Note:
    place = Viewer("place", session.workshop, session, participant=writer)
    board = session.boards.get(activity_key="diagnosis")
    return Note.write(board, place, uuid4(), "unsolved", "Places did it in different ways.")


def made_report(workshop: Workshop) -> Report:
    """A whole report, so that there is something to read: every form has a name and some bytes."""
    report = Report.ask(workshop, workshop.owner)
    report.state, report.folder = "ready", f"{workshop.pk}/version-1"
    for form in FORMS:
        name = f"debrief{form.ending}"
        told = {"form": form.key, "name": name, "media_type": form.media_type, "bytes": 8}
        report.files.append(told)
    report.save()
    keep_files(report)
    return report


def keep_files(report: Report) -> None:
    for told in report.files:
        keep(settings.MEDIA_ROOT / report.folder / told["name"], b"%PDF-2.0")


def row(known: Model) -> Model:
    """The same row, read anew."""
    return type(known)._default_manager.get(pk=known.pk)


def same_browser(client: Client) -> Client:
    """A browser with the same cookies; what is done with it the first one never hears of."""
    new = copy(client)
    new.cookies = deepcopy(client.cookies)
    return new


def with_place(session: Session, token: str, held: Session | None = None) -> Client:
    """A browser that shows `token` at this session's door, wherever it was given."""
    client = Client(raise_request_exception=False)
    client.cookies[cookie_of(session)] = token
    if held:
        client.cookies[cookie_of(held)] = token
    return client


def signed_in(person: User) -> Client:
    client = by_password_alone(person)
    give_second_step(client, person)
    return client


def by_password_alone(person: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def give_second_step(client: Client, person: User) -> None:
    """As if the code from the app had been given; Policy Lab gets nowhere without it."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, person, "mfa")
    request.session.save()
