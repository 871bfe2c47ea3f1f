"""The diagnosis: reasons behind a seal, groups, calls, lines, a pick; and notes nobody sees."""

from uuid import uuid4

from boards.models import Cluster, Note
from diagnosis.models import Fit, ProblemType

from .day import Day
from .words import HIDDEN, LATE, TAKEN_BACK, lines, said


def run(day: Day) -> None:
    """Read, write without seeing each other, build a common view."""
    writing = day.session.steps.get(key="diagnosis_write")
    day.session.save_write_first({writing.pk: True})
    day.go_to("diagnosis_intro")
    day.go_to("diagnosis_write")
    reasons = write(day)
    day.board("diagnosis").open_notes(day.grace)
    for note in (note for column in reasons.values() for note in column):
        note.refresh_from_db()
    day.go_to("diagnosis_agree")
    day.session.send_card("problem_types-complex", ["screen"])
    sort(day, reasons)
    read(day)
    day.go_to("stakeholders_brainstorm")
    day.write("Noor", "diagnosis", "unsolved", LATE)


def write(day: Day) -> dict[str, list[Note]]:
    """Return the reasons by description; one more is hidden and one taken back."""
    reasons = {
        column: [day.write(by, "diagnosis", column, text) for by, text in lines(entries)]
        for column, entries in said("stage_one")["diagnosis"].items()
    }
    day.let_pass(1)
    day.write("Kit", "diagnosis", "intractable", TAKEN_BACK).take_back(day.people["Kit"])
    paper = "From a card on the wall: who speaks for those who have moved out?"
    Note.write(day.board("diagnosis"), day.grace, uuid4(), "ill_defined", day.words(paper), {})
    return reasons


def sort(day: Day, reasons: dict[str, list[Note]]) -> None:
    """Group what belongs together, see some differently, keep some for later, hide one."""
    words = said("stage_one")
    day.write("Noor", "diagnosis", "intractable", HIDDEN).hide(day.grace, "It names a home.")
    for each in words["groups"]:
        gathered = [reasons[each["column"]][place] for place in each["of"]]
        Cluster.gather_by(day.grace, gathered, day.words(each["name"], 60), uuid4())
    for each in words["differently"]:
        note = reasons[each["column"]][each["note"]]
        note.see_differently(day.people[each["by"]], day.words(each["sentence"]))
    for each in words["parked"]:
        reasons[each["column"]][each["note"]].park(day.grace, True)


def read(day: Day) -> None:
    """Everyone calls, the counts are shown, the group says a line on most, and picks a type."""
    words = said("stage_one")
    for column in day.board("diagnosis").columns.all():
        calls = [
            call
            for call, times in zip(Fit.values, words["calls"][column.key], strict=True)
            for _time in range(times)
        ]
        for person, call in zip(day.people.values(), calls, strict=True):
            column.reading.call(person, call)
        column.reading.say(day.words(words["findings"].get(column.key, ""), 120))
    ProblemType.of(day.board("diagnosis")).pick(words["problem_type"])
