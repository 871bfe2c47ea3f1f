"""The close: votes, the plan, what was parked, the pulse, the end."""

from datetime import timedelta

from boards.models import Parking
from indicators.models import Action, Plan
from live.clock import now

from .day import Day
from .story import poll, response
from .words import said


def run(day: Day) -> None:
    """Everything of the last step, and its minutes; then the session is over."""
    day.go_to("close")
    plan(day)
    settle_parked(day)
    answer_pulse(day)
    step = day.session.current_step()
    assert step is not None
    day.let_pass(step.minutes + 1)
    assert day.grace.facilitator is not None
    day.session.end(day.grace.facilitator)


def plan(day: Day) -> None:
    """Vote, put what has most votes into the plan, and let two people write what they will do."""
    words = said("story")
    vote = poll(day)
    for by, places in words["votes"].items():
        for place in places:
            vote.vote(day.people[by], response(day, place).note)
    vote.close(day.grace)
    for each in words["plan"]:
        note = response(day, each["of"]).note
        Action.choose(note, True)
        action = Action.objects.get(note=note)
        action.change(day.grace, fields(day, each), action.version)
    for each in words["own"]:
        day.write(each["by"], "plan", "own", each["text"], **fields(day, each))
    Plan.recommend(day.session, words["recommendations"])
    Plan.look_again(day.session, (now() + timedelta(days=words["review_in"])).date())


def fields(day: Day, said_of: dict) -> dict:
    """What the form of an action sends."""
    answers = {
        f"{said_of['stage']}-{place}": day.words(text)
        for place, text in enumerate(said_of.get("answers", []))
    }
    return {
        "owner": day.words(said_of["owner"], 70),
        "level": said_of["level"],
        "due_on": (now() + timedelta(days=said_of["due"])).date().isoformat(),
        "stage": said_of["stage"],
        "barriers": said_of.get("barriers", []),
        **answers,
    }


def settle_parked(day: Day) -> None:
    """One parked note gets an owner, one is dropped for a reason, others stay open."""
    for note in Parking.parked_in(day.session):
        if told := said("story")["parked"].get(note.column.key):
            owner, because = told.get("owner", ""), told.get("because", "")
            Parking.settle(note, day.words(owner, 70), day.words(because, 120))


def answer_pulse(day: Day) -> None:
    """Each answers both questions, or skips one."""
    for question, answers in said("story")["pulse"].items():
        for person, answer in zip(day.people.values(), answers, strict=True):
            given = "" if answer == "-" else answer
            day.session.answer_pulse(person.participant, {question: given})
