"""Planning says in which steps notes stay sealed until all of them open."""

import pytest
from django.urls import reverse

from workshops.refusals import Conflict, NotFit


@pytest.fixture
def step(session):
    return session.steps.get(key="diagnosis_write")


@pytest.fixture
def agenda(session):
    return reverse("workshops:agenda", args=[session.workshop_id, session.pk])


def test_no_step_is_written_first_unless_somebody_says_so(session):
    assert not session.steps.filter(write_first=True).exists()
    assert not session.promises_to_seal()


def test_a_tick_on_the_agenda_seals_a_step_and_taking_it_out_does_not(desk, agenda, step):
    desk.post(agenda, {f"first-{step.pk}": ["no", "yes"]})
    step.refresh_from_db()
    assert step.write_first

    page = desk.get(agenda).content.decode()
    assert f'name="first-{step.pk}" value="yes" checked' in page
    desk.post(agenda, {f"first-{step.pk}": ["no"]})
    step.refresh_from_db()
    assert not step.write_first


def test_what_a_browser_does_not_send_stays_as_it_is(desk, agenda, session, step):
    session.save_write_first({step.pk: True})
    desk.post(agenda, {f"minutes-{step.pk}": "14"})

    step.refresh_from_db()
    assert (step.minutes, step.write_first) == (14, True)


def test_only_steps_in_which_people_write_on_a_board_have_a_tick(desk, agenda, session, step):
    page = desk.get(agenda).content.decode()
    keys = ["diagnosis_write", "stakeholders_brainstorm", "indicators_read"]
    writing = session.steps.filter(key__in=keys)
    assert page.count("planned__tick") == 3
    assert all(f'name="first-{each.pk}"' in page for each in writing)

    other = session.steps.get(key="diagnosis_agree")
    answer = desk.post(agenda, {f"first-{other.pk}": "yes"})
    assert "This form is out of date" in answer.content.decode()
    with pytest.raises(NotFit):
        session.save_write_first({other.pk: True})


def test_a_tick_and_minutes_are_saved_together_or_not_at_all(desk, agenda, session, step):
    desk.post(agenda, {f"minutes-{step.pk}": "999", f"first-{step.pk}": ["no", "yes"]})

    step.refresh_from_db()
    assert (step.minutes, step.write_first) == (12, False)


def test_the_tick_goes_when_the_step_begins(desk, agenda, session, step):
    session.save_write_first({step.pk: True})
    session.start(session.workshop.facilitators.get())
    while session.current_step().key != "diagnosis_write":
        session.go_on(session.current_step().pk)

    page = desk.get(agenda).content.decode()
    assert f'name="first-{step.pk}"' not in page
    assert "Write first" in page
    with pytest.raises(Conflict):
        session.save_write_first({step.pk: False})


def test_whoever_joins_is_told_where_it_is_true_and_only_there(desk, session, step):
    address = reverse("join-details", args=[session.code]) + f"?link={session.link_token}"
    told = "nobody else sees your note before that, the facilitator neither"
    assert told not in desk.get(address).content.decode()

    session.save_write_first({step.pk: True})
    assert told in desk.get(address).content.decode()
    session.leave_out(step)
    assert told not in desk.get(address).content.decode()
