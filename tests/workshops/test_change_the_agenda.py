from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from workshops.models import Workshop
from workshops.outline import outline_of
from workshops.refusals import Conflict, NotFit


def keys(session) -> list[str]:
    return [step.key for step in session.steps.all()]


def step(session, key):
    return session.steps.get(key=key)


def agenda(session, more="") -> str:
    return reverse("workshops:agenda", args=[session.workshop_id, session.pk]) + more


def field(session, key) -> str:
    return f"minutes-{step(session, key).pk}"


def clock(session) -> dict[str, str]:
    return {
        row.step.key: timezone.localtime(row.starts).strftime("%H:%M")
        for part in outline_of(session).parts
        for row in part.rows
        if row.starts
    }


def test_times_follow_the_minutes(desk, session):
    response = desk.post(agenda(session), {field(session, "diagnosis_intro"): "15"}, follow=True)

    times = clock(session)
    assert (times["diagnosis_intro"], times["diagnosis_write"]) == ("10:10", "10:25")
    assert times["close"] == "13:00"
    assert "Agenda saved. The workshop ends at 13:10." in response.content.decode()


def test_the_parts_add_up_to_the_whole(session):
    outline = outline_of(session)

    assert outline.sums == [
        ("stage_1", "Stage 1", 60),
        ("stage_2", "Stage 2", 90),
        ("break", "Break", 10),
        ("ends", "Opening and close", 20),
    ]
    assert (outline.total, sum(segment.minutes for segment in outline.segments)) == (180, 180)
    assert round(sum(segment.width for segment in outline.segments)) == 100


@pytest.mark.parametrize("typed", ["0", "-5", "999", "ten", "", " ", "1.5", "9" * 5000])
def test_minutes_that_are_not_fit_come_back_and_nothing_is_saved(desk, session, typed):
    sent = {field(session, "diagnosis_intro"): typed, field(session, "welcome"): "33"}

    page = desk.post(agenda(session), sent).content.decode()

    assert "Diagnosis: read the eight: enter whole minutes from 1 to 240." in page
    assert 'value="33"' in page
    assert step(session, "welcome").minutes == 10


@pytest.mark.parametrize("name", ["minutes-999999", "minutes-x", "minutes-"])
def test_a_step_that_is_not_in_the_agenda_is_refused(desk, session, name):
    page = desk.post(agenda(session), {name: "5"}).content.decode()

    assert "This form is out of date. Load the page again." in page


def test_a_step_of_another_workshop_cannot_be_changed(desk, session, grace, content):
    theirs = Workshop.plan(
        grace, content, starts_at=timezone.now(), policy_area="Buses", use_case="local_convene"
    ).sessions.get()
    other = step(theirs, "welcome")

    desk.post(agenda(session), {f"minutes-{other.pk}": "99"})
    desk.post(agenda(session), {"press": f"leave-out-{other.pk}"})
    pages = [
        desk.get(agenda(session, f"{other.pk}/")),
        desk.get(f"/workshops/{session.workshop_id}/sessions/{theirs.pk}/agenda/"),
    ]
    with pytest.raises(NotFit):
        session.save_minutes({other.pk: 99})

    other.refresh_from_db()
    assert (other.minutes, other.state) == (10, "planned")
    assert [page.status_code for page in pages] == [404, 404]


@pytest.mark.parametrize(
    "press", ["sideways-1", "up-x", "up-", "up-99999999999999999999", "delete"]
)
def test_a_button_that_is_none_is_refused(desk, session, press):
    page = desk.post(agenda(session), {"press": press}).content.decode()

    assert "This form is out of date. Load the page again." in page


def test_a_step_moves_within_its_stage_and_typed_minutes_are_kept(desk, session):
    moved = step(session, "diagnosis_intro")

    response = desk.post(
        agenda(session), {"press": f"down-{moved.pk}", field(session, "welcome"): "12"}
    )

    assert keys(session)[1:3] == ["diagnosis_write", "diagnosis_intro"]
    assert step(session, "welcome").minutes == 12
    assert response["Location"] == agenda(session, f"?at=down-{moved.pk}")
    assert [each.position for each in session.steps.all()] == list(range(1, 15))


@pytest.mark.parametrize(
    ("key", "up"),
    [
        ("welcome", True),
        ("welcome", False),
        ("diagnosis_intro", True),
        ("stakeholders_key", False),
        ("indicators_read", True),
        ("scenario_debrief", False),
        ("close", True),
        ("close", False),
    ],
)
def test_the_ends_of_a_stage_stay(session, key, up):
    before = keys(session)

    with pytest.raises(Conflict, match="cannot move any further"):
        session.move(step(session, key), up=up)

    assert keys(session) == before


def test_a_break_moves_across_stages_but_not_past_the_close(session):
    pause = step(session, "break")
    for _ in range(5):
        session.move(pause, up=False)

    assert keys(session)[-2:] == ["break", "close"]
    with pytest.raises(Conflict):
        session.move(pause, up=False)


def test_a_step_is_left_out_and_put_back(desk, session):
    map_step = step(session, "scenario_respond")
    address = agenda(session, f"{map_step.pk}/")

    desk.post(address, {"press": "leave-out"})
    out = outline_of(session).total
    desk.post(address, {"press": "leave-out"})
    desk.post(address, {"press": "put-back"})

    assert (out, outline_of(session).total) == (155, 180)


def test_a_break_is_added_after_a_step(desk, session):
    after = step(session, "diagnosis_agree")

    desk.post(agenda(session, "add-break/"), {"after": after.pk})

    assert keys(session)[3:6] == ["diagnosis_agree", "break", "stakeholders_brainstorm"]
    assert clock(session)["stakeholders_brainstorm"] == "10:50"


def test_the_map_that_three_hours_lack_is_added_once(desk, session):
    desk.post(agenda(session, "add-step/"), {"key": "relationship_map"})
    again = desk.post(agenda(session, "add-step/"), {"key": "relationship_map"})
    unknown = desk.post(agenda(session, "add-step/"), {"key": "lunch"})

    assert keys(session)[7:9] == ["relationship_map", "break"]
    assert step(session, "relationship_map").minutes == 20
    assert outline_of(session).sums[0] == ("stage_1", "Stage 1", 60)
    assert (again.status_code, unknown.status_code) == (422, 422)


def test_an_agenda_holds_forty_steps(session):
    first = step(session, "welcome")
    for _ in range(26):
        session.add_break(first)

    with pytest.raises(NotFit, match="40 steps at most"):
        session.add_break(first)


def test_starting_again_brings_the_template_back(desk, session):
    session.add_break(step(session, "welcome"))
    session.save_minutes({step(session, "close").pk: 60})

    desk.post(agenda(session, "start-again/"))

    assert (session.steps.count(), outline_of(session).total) == (14, 180)


def test_the_guide_warns_and_forbids_nothing(session):
    assert session.warnings() == [
        "Stage 2 has the 90 minutes that the guide asks for, and none to spare."
    ]

    session.save_minutes(
        {step(session, "diagnosis_agree").pk: 3, step(session, "scenario_debrief").pk: 5}
    )
    session.expected = 13

    assert session.warnings() == [
        "Stage 1 has 50 minutes. The guide asks for 60 or more.",
        "Stage 2 has 80 minutes. The guide asks for 90 or more.",
        "You expect 13 people. Stage 1 works best with 4 to 12.",
        "You expect 13 people. The guide asks for 5 to 8 in stage 2: plan tables of 5 to 8.",
    ]


def test_a_stage_that_is_not_planned_gets_no_warning(grace, content):
    only = Workshop.plan(
        grace,
        content,
        starts_at=timezone.now(),
        agenda="stage_1_only",
        expected=12,
        policy_area="Buses",
        use_case="local_convene",
    ).sessions.get()

    assert only.warnings() == []


def test_a_running_session_changes_only_what_is_to_come(session, workshop):
    session.start(workshop.facilitators.get())
    session.go_on(session.current_step().pk)
    running, to_come = session.current_step(), step(session, "diagnosis_write")

    session.save_minutes({running.pk: running.minutes, to_come.pk: 20})
    with pytest.raises(Conflict, match="has begun"):
        session.save_minutes({running.pk: 30})
    with pytest.raises(Conflict, match="cannot move"):
        session.move(to_come, up=True)
    with pytest.raises(Conflict, match="past that place"):
        session.add_break(step(session, "welcome"))
    with pytest.raises(Conflict, match="Use Next"):
        session.leave_out(running)
    with pytest.raises(Conflict, match="has started"):
        session.start_again()

    running.refresh_from_db()
    assert (running.minutes, running.state) == (5, "active")
    assert step(session, "diagnosis_write").minutes == 20


def test_the_plan_of_a_running_session_counts_from_what_happened(session, workshop):
    session.start(workshop.facilitators.get())
    started = session.current_step().first_started()

    rows = [row for part in outline_of(session).parts for row in part.rows]

    assert rows[0].starts == started
    assert session.ends() - (started + timedelta(minutes=180)) < timedelta(seconds=5)
    assert session.ends() != session.planned_end()
    assert rows[0].ends_at_minute is not None
    assert rows[1].starts - (started + timedelta(minutes=10)) < timedelta(seconds=5)


def test_whoever_only_watches_does_not_plan(session, workshop, django_user_model, client):
    observer = django_user_model.objects.create_user("olive")
    workshop.observers.create(user=observer)
    client.force_login(observer, backend="django.contrib.auth.backends.ModelBackend")

    response = client.post(agenda(session), {field(session, "welcome"): "99"})

    assert response.status_code == 403
    assert step(session, "welcome").minutes == 10
