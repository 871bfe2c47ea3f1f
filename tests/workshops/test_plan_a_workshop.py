from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.workshops.conftest import signed_in
from workshops.models import Participant, Workshop
from workshops.refusals import Conflict

NEW = "/workshops/new/"


def asked(**changes) -> dict:
    facts = {
        "policy_area": "Damp and mould in rented homes",
        "use_case": "local_convene",
        "place": "Ambleford",
        "date_0": "3",
        "date_1": "12",
        "date_2": "2030",
        "time": "10:00",
        "format": "combined",
        "agenda": "half_day_3h",
        "expected": "8",
        "marking": "OFFICIAL",
    }
    return {name: value for name, value in {**facts, **changes}.items() if value is not None}


def test_a_new_workshop_leads_to_its_agenda(desk, content):
    response = desk.post(NEW, asked())

    workshop = Workshop.objects.get()
    session = workshop.sessions.get()
    assert response.status_code == 303
    assert response["Location"] == reverse("workshops:agenda", args=[workshop.pk, session.pk])
    assert (workshop.policy_area, workshop.place) == (
        "Damp and mould in rented homes",
        "Ambleford",
    )
    assert (workshop.marking, workshop.shared_with_policy_lab) == ("OFFICIAL", False)
    assert timezone.localtime(session.starts_at).isoformat() == "2030-12-03T10:00:00+00:00"
    assert (session.expected, session.steps.count()) == (8, 14)


@pytest.mark.parametrize(
    "agenda", ["half_day_3h", "half_day_4h", "stage_1_only", "stage_2_only", "barometer_only"]
)
def test_every_agenda_of_the_content_can_be_the_start(desk, content, agenda):
    desk.post(NEW, asked(agenda=agenda))

    session = Workshop.objects.get().sessions.get()
    rows = content.item("agendas", agenda)["steps"]
    assert [step.key for step in session.steps.all()] == [row["step"] for row in rows]
    assert [step.minutes for step in session.steps.all()] == [row["minutes"] for row in rows]


def test_two_linked_sessions_take_the_two_stages(desk, content):
    desk.post(NEW, asked(format="two_sessions", agenda=None))

    assert [each.agenda for each in Workshop.objects.get().sessions.all()] == [
        "stage_1_only",
        "stage_2_only",
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"policy_area": "  \u202e\u200b "}, "Say what the policy area is."),
        ({"policy_area": "d" * 163}, "This is too long by 3 characters."),
        ({"use_case": "to_win"}, "Choose one of those listed."),
        ({"date_0": "31", "date_1": "2"}, "Enter a real date, for example 3 12 2026."),
        ({"date_1": "Dec"}, "Enter a real date, for example 3 12 2026."),
        ({"date_2": ""}, "Enter the date."),
        ({"date_2": "2001"}, "This day is over. Enter today or a later date."),
        ({"date_2": "9999"}, "Enter a date within the next ten years."),
        ({"time": "25:00"}, "Enter a time, for example 10:00 or 14:30."),
        ({"expected": "-1"}, "Enter a whole number of people, for example 8."),
        ({"expected": "many"}, "Enter a whole number of people, for example 8."),
        ({"agenda": None}, "Choose an agenda to start from."),
        ({"agenda": "nine_to_five"}, "Choose one of those listed."),
        ({"marking": "TOP SECRET"}, "Choose one of those listed."),
    ],
)
def test_what_cannot_be_used_comes_back_with_a_sentence(desk, content, changes, sentence):
    response = desk.post(NEW, asked(**changes))

    assert sentence in [
        error for errors in response.context["form"].errors.values() for error in errors
    ]
    assert 'value="Ambleford"' in response.content.decode()
    assert not Workshop.objects.exists()


def test_a_form_without_the_marking_is_official_and_no_marking_can_be_chosen(desk, content):
    desk.post(NEW, asked(marking=None))
    desk.post(NEW, asked(marking=""))

    assert sorted(each.marking for each in Workshop.objects.all()) == ["", "OFFICIAL"]


@pytest.mark.parametrize("typed", ["9:30", "09:30", "9.30", "0930", "9:30am", "9.30 AM"])
def test_a_time_may_be_typed_in_many_ways(desk, content, typed):
    desk.post(NEW, asked(time=typed))

    start = timezone.localtime(Workshop.objects.get().sessions.get().starts_at)
    assert (start.hour, start.minute) == (9, 30)


def test_nobody_plans_without_signing_in(someone, content):
    response = someone.post(NEW, asked())

    assert response["Location"] == "/accounts/login/?next=/workshops/new/"
    assert not Workshop.objects.exists()


def test_a_form_without_its_csrf_token_changes_nothing(grace, content):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(grace, backend="django.contrib.auth.backends.ModelBackend")

    assert strict.post(NEW, asked()).status_code == 403
    assert not Workshop.objects.exists()


def test_the_list_shows_those_i_have_a_part_in(desk, workshop, content):
    other = User.objects.create_user("other")
    Workshop.plan(
        other,
        content,
        starts_at=timezone.now(),
        policy_area="Late buses",
        use_case="local_convene",
    )

    page = desk.get("/workshops/").content.decode()

    assert "Damp and mould in rented homes" in page
    assert "Late buses" not in page


def test_a_stranger_is_told_that_there_is_no_such_workshop(workshop, desk):
    stranger = signed_in(User.objects.create_user("stranger"))

    assert stranger.get(f"/workshops/{workshop.pk}/").status_code == 404
    assert desk.get(f"/workshops/{workshop.pk}/").status_code == 200


def test_a_session_is_moved_to_another_day(desk, session):
    address = reverse("workshops:session", args=[session.workshop_id, session.pk])
    fields = {"date_0": "4", "date_1": "12", "date_2": "2030", "time": "14:00", "expected": "6"}

    desk.post(address, fields)

    session.refresh_from_db()
    start = timezone.localtime(session.starts_at)
    assert (start.date(), start.hour) == (date(2030, 12, 4), 14)
    assert (session.expected, session.names_on_screen) == (6, False)


def test_a_session_that_has_started_stays_where_it_is(session, workshop):
    session.start(workshop.facilitators.get())

    with pytest.raises(Conflict, match="its date and time stay"):
        session.reschedule(starts_at=timezone.now(), expected=8, names_on_screen=True)


def test_sharing_cannot_be_switched_on_after_someone_joined(desk, workshop, session):
    Participant.join(session, name="Priya", category="not_said", agrees_to_keeping=True)
    facts = {"policy_area": "Damp", "use_case": "local_convene", "marking": "OFFICIAL"}

    response = desk.post(
        f"/workshops/{workshop.pk}/facts/", {**facts, "shared_with_policy_lab": "on"}
    )

    workshop.refresh_from_db()
    assert "People joined when this workshop was not shared" in response.content.decode()
    assert (workshop.shared_with_policy_lab, workshop.policy_area) == (
        False,
        "Damp and mould in rented homes",
    )


def test_sharing_can_be_switched_on_before_and_off_at_any_time(workshop, session):
    workshop.revise(shared_with_policy_lab=True)
    Participant.join(session, name="Priya", category="not_said", agrees_to_keeping=True)
    workshop.revise(shared_with_policy_lab=True, place="Elsewhere")
    workshop.revise(shared_with_policy_lab=False)

    workshop.refresh_from_db()
    assert (workshop.shared_with_policy_lab, workshop.place) == (False, "Elsewhere")
