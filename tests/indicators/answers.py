"""Answers in short, for what is worked out from plain data."""

from indicators.difference.answers import Answer
from indicators.difference.compare import Change, Difference, Line


def local(id: str, text: str, horizon: str = "first_week", **more) -> Answer:
    return Answer(id, text, "local", horizon, **more)


def national(id: str, text: str, horizon: str = "first_week", **more) -> Answer:
    return Answer(id, text, "national", horizon, **more)


def told(difference: Difference) -> list[tuple[str, str, set[Change]]]:
    """Each line as what it was before, what it is after, and what that makes."""
    return [(was(line), now(line), set(line.changes)) for line in difference.lines]


def was(line: Line) -> str:
    return line.before.text if line.before else ""


def now(line: Line) -> str:
    return line.after.text if line.after else ""
