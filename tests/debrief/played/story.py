"""The made-up story: answered without the indicators, with them, and compared."""

from boards.models import Poll
from indicators.models import Response, Scenario, Staging
from indicators.models.roles import Level, Role
from indicators.story.forms import words_of_template

from .day import Day
from .words import said


def answer_first(day: Day) -> None:
    """Before the indicators are read."""
    day.go_to("first_response")
    words = said("story")
    template = day.session.workshop.content.item("scenarios", words["template"])
    Scenario.tell(day.session, words_of_template(template), template=words["template"])
    Staging.of(day.session).move("first")
    for each in words["first"]:
        write(day, "first_response", each)


def answer_again(day: Day) -> None:
    """A local round, the twist, a national round; somebody plays a seat for the second."""
    day.go_to("scenario_respond")
    words = said("story")
    for round in ("local", "national"):
        Staging.of(day.session).move(round)
        if round == "national":
            Scenario.at(day.session, 0).show_twist(True)
            Role.give(day.session, day.people["Priya"].participant, Level.NATIONAL)
        for each in words["then"]:
            if each["place"].startswith(round):
                write(day, "scenario", each)


def write(day: Day, about: str, each: dict) -> None:
    """One response, known from now on by its `name` in the list it stands in."""
    more = {f"calls-{key}": "yes" for key in each.get("ticks", [])}
    if "of" in each:
        more["instead_of"] = str(day.notes[f"first {each['of']}"].pk)
        more["owner"] = Response.objects.get(note=more["instead_of"]).owner
    if "owner" in each:
        more["owner"] = day.words(each["owner"], 70)
    note = day.write(each["by"], about, each["place"], each.get("text", ""), **more)
    listed = "first" if about == "first_response" else "then"
    day.notes[f"{listed} {said('story')[listed].index(each)}"] = note


def debrief(day: Day) -> None:
    """Mark what the indicators changed (5 same, 4 changed, 3 new), take lessons, weigh risks."""
    day.go_to("scenario_debrief")
    day.session.send_card("risk_cards-risk_of_doing_nothing", ["phones"])
    words = said("story")
    for place, each in enumerate(words["then"]):
        if "mark" in each:
            response(day, place).mark_as(day.people[each["by"]], each["mark"], "")
    for entry in words["lessons"]:
        for by, text in entry.items():
            day.write(by, "debrief", "lesson", text)
    for each in words["risks"]:
        about = str(response(day, each["about"]).note_id)
        day.write(each["by"], "debrief", each["column"], each["text"], about=about)


def response(day: Day, place: int) -> Response:
    """One of those made with the indicators, by its place in the list."""
    return Response.objects.get(note=day.notes[f"then {place}"])


def poll(day: Day) -> Poll:
    """The vote on which of them go into the plan."""
    return Poll.objects.get(board=day.board("scenario"))
