"""The ten indicators: read, rated, one set aside; then what people missed."""

from indicators.models import Indicator, RatingRound
from indicators.models.rating import HowFar

from .day import Day
from .words import lines, said

LETTERS = {"n": "not_at_all", "p": "in_places", "m": "mostly", "f": "fully", "c": "cannot_say"}
assert set(LETTERS.values()) == set(HowFar.values)


def run(day: Day) -> None:
    """Read and rate, then suggest and decide."""
    day.go_to("indicators_read")
    for indicator, entries in said("stage_two")["notes"].items():
        for by, text in lines(entries):
            day.write(by, "indicators", indicator, text)
    aside = said("stage_two")["set_aside"]
    named(day, aside["indicator"]).set_aside(day.grace, day.words(aside["because"]))
    rate(day)
    day.go_to("indicators_add")
    add(day)


def named(day: Day, key: str) -> Indicator:
    return Indicator.of(day.session.workshop).get(key=key)


def rate(day: Day) -> None:
    """Everyone says how far each is true here, and the counts by kind are shown."""
    rating = RatingRound.open(day.grace)
    for key, letters in said("stage_two")["ratings"].items():
        for person, letter in zip(day.people.values(), letters, strict=True):
            rating.rate(person, named(day, key), LETTERS[letter])
    rating.close(day.grace)


def add(day: Day) -> None:
    """One suggestion is adopted, one is part of another, one is kept for later."""
    for each in said("stage_two")["additions"]:
        more = {name: day.words(each[name]) for name in ("description", "why")}
        note = day.write(each["by"], "additions", "proposed", each["label"], **more)
        if each["becomes"] == "adopted":
            note.addition.adopt(day.grace, "proposed")
        elif each["becomes"] == "merged":
            note.addition.merge(day.grace, "proposed", each["into"])
        else:
            note.addition.park(day.grace, "proposed")
