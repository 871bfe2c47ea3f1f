"""Proxies: agreed by everyone or by the facilitator's word, to change, parked; and gaps."""

from boards.models import Note
from indicators.models import Gap, Indicator, Pair, Proxy, Seat

from .day import Day
from .words import said


def run(day: Day) -> None:
    """In pairs at two tables; one proxy is put to the stress test, two indicators stay gaps."""
    day.go_to("indicators_proxies")
    day.session.send_card("case_studies-neath_port_talbot", ["screen", "phones"])
    Seat.make_tables(day.session)
    Pair.make(day.session)
    words = said("stage_two")
    for each in words["proxies"]:
        settle(day, propose(day, each), each)
    for key in words["gaps"]:
        indicator = Indicator.of(day.session.workshop).get(key=key)
        Gap.leave(day.board("proxies"), day.grace, indicator, True)


def propose(day: Day, said_of: dict) -> Proxy:
    key = said_of["indicator"]
    if key == "added":
        key = Indicator.of(day.session.workshop).filter(session=day.session).get().key
    more = {
        "kind": said_of["kind"],
        "column": key,
        "where_to_look": day.words(said_of["where"], 120),
    }
    note = day.write(said_of["by"], "proxies", key, said_of["text"], **more)
    return Proxy.objects.get(note=note)


def settle(day: Day, proxy: Proxy, said_of: dict) -> None:
    """Three people call on it, then the facilitator says for the group what becomes of it."""
    call = {"agreed": "yes", "to_change": "change", "parked": "park"}[said_of["becomes"]]
    for person in list(day.people.values())[:3]:
        proxy.call(person, call)
    proxy.settle(said_of["becomes"])
    if said_of.get("test"):
        answers = {name: day.words(text, 120) for name, text in said("stage_two")["test"].items()}
        base = Note.objects.get(pk=proxy.note_id).version
        proxy.test(day.grace, base, answers)
