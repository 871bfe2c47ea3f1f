"""Who comes, and what a larger crowd than twelve would have written besides."""

from itertools import cycle, islice

from boards.models import Note
from workshops.models import Session

from .day import Day
from .words import lines, said


def come(day: Day) -> None:
    """Twelve people join in the lobby: two kinds of them are small groups. One comes too late."""
    for name, facts in said("stage_one")["people"].items():
        day.join(
            name,
            category=facts["category"],
            organisation=facts.get("organisation", ""),
            agrees_to_be_named=facts.get("named", False),
        )
    day.go_to("welcome")


def write_more(session: Session, notes: int) -> None:
    """Add notes to the diagnosis and to the reading until the day has so many.

    They are laid down as rows: thousands of pushes would tell nothing of a report.
    """
    missing = notes - Note.objects.shown().filter(column__board__session=session).count()
    boards = session.boards.filter(activity_key__in=["diagnosis", "indicators"])
    columns = [column for board in boards for column in board.columns.all()]
    writers = session.participants.all()
    rows = zip(islice(told_again(), max(0, missing)), cycle(columns), cycle(writers), strict=False)
    Note.objects.bulk_create(
        Note(column=column, writer=writer, text=text, order=100_000 + number)
        for number, (text, column, writer) in enumerate(rows)
    )


def told_again():
    """What was said in the day, as if of one street after another: no two are alike."""
    stages = (said("stage_one")["diagnosis"], said("stage_two")["notes"])
    texts = [text for stage in stages for entries in stage.values() for _by, text in lines(entries)]
    for number, text in enumerate(cycle(texts), start=1):
        yield f"Street {number}: {text}"
