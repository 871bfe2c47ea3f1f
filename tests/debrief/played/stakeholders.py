"""Stakeholders: named, sorted, merged, marked and voted for."""

from boards.models import Poll

from .day import Day
from .words import lines, said

ABOUT = "stakeholders"


def run(day: Day) -> None:
    """The room is on the brainstorm; it goes on to sorting, with a pause, and to the vote."""
    for column, entries in said("stage_one")["stakeholders"].items():
        for by, name in lines(entries):
            day.write(by, ABOUT, column, name)
    day.go_to("stakeholders_sort")
    sort(day)
    pause(day)
    day.go_to("stakeholders_key")
    pick(day)
    vote(day)


def sort(day: Day) -> None:
    """Two names of one body become one, the tray is sorted, borders are said to be blurred."""
    words = said("stage_one")
    for name, column in words["sorted"].items():
        note = day.again(name)
        note.move(day.grace, column, note.version)
    for name, into in words["merged"].items():
        note = day.again(name)
        note.merge(day.people["Ines"], day.again(into), note.version)
    for name, column in words["also"].items():
        day.again(name).stakeholder.also(day.grace, column)


def pause(day: Day) -> None:
    """The clock stands for three minutes, which are nobody's."""
    step = day.session.current_step()
    assert step is not None
    day.let_pass(2)
    day.session.pause(step.pk)
    day.let_pass(3)
    day.session.carry_on(step.pk)
    day.let_pass(-2)


def pick(day: Day) -> None:
    words = said("stage_one")
    for mark, names in words["marks"].items():
        for name in names:
            day.again(name).stakeholder.mark(day.grace, mark, True)
    for name, who in words["asked_by"].items():
        day.again(name).stakeholder.say_who_asks(day.grace, day.words(who, 70))


def vote(day: Day) -> None:
    """Three votes each; one person gives two and one gives none."""
    poll = Poll.objects.get(board=day.board(ABOUT))
    for by, names in said("stage_one")["votes"].items():
        for name in names:
            poll.vote(day.people[by], day.again(name))
    poll.close(day.grace)
