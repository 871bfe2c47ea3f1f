"""The map: who is linked to whom, through which role, and which links are wanted."""

from .day import Day
from .words import said

ABOUT = "relationships"


def run(day: Day) -> None:
    """Draw the links in their step, with a card on all phones, then have a break."""
    day.go_to("relationship_map")
    day.session.send_card("relationship_cards-single_point_of_failure", ["phones"])
    for link in said("stage_one")["links"]:
        note = day.write(link["by"], ABOUT, "links", link.get("remark", ""), **fields(day, link))
        note.refresh_from_db()
    day.go_to("break")


def fields(day: Day, link: dict) -> dict[str, str]:
    """The fields of the form; a stakeholder is chosen by the id of its note."""
    return {
        "one": str(day.notes[link["one"]].pk),
        "other": str(day.notes[link["other"]].pk),
        "status": link.get("status", "existing"),
        "strength": link["strength"],
        "purpose_clear": "yes" if link.get("purpose", True) else "no",
        "contact": day.words(link.get("contact", ""), 60),
        "stand_in": "yes" if link.get("stand_in") else "no",
    }
