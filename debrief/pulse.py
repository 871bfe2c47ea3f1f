"""The pulse: counts per question, where they tell of nobody."""

from typing import Any

from workshops.models import Session

FEWEST = 3  # answers to a question, or none is told


def pulse(session: Session) -> dict[str, Any] | None:
    """Return each question with its `counts`, None where fewer than three people answered it.

    While the session runs the whole is None: people may still change their answers, and two
    reports with one answer between them would tell it. Nor is it said how many answered a
    question that is not shown.
    """
    if session.ended_at is None:
        return None
    return {
        "session": str(session.get_kind_display()),
        "questions": [question(session, each) for each in session.pulse_questions()],
    }


def question(session: Session, words: dict[str, Any]) -> dict[str, Any]:
    """One of the questions, its options in their own order."""
    given = list(
        session.pulse_answers.filter(question=words["key"]).values_list("answer", flat=True)
    )
    counts = [
        {"label": option["label"], "people": given.count(option["key"])}
        for option in words["options"]
    ]
    return {
        "label": words["label"],
        "counts": counts if len(given) >= FEWEST else None,
    }
