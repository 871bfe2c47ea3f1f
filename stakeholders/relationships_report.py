"""The relationship map as plain data for the report, from which it can be drawn again."""

from html import unescape
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import strip_tags

from boards.models import Board
from workshops.models import Session

from .charting import Chart, Row
from .map_fragments import KEY
from .network import Finding, Network, Node, Summary, Tie, findings, summary
from .pictures import Picture


def report_part(session: Session) -> dict[str, Any] | None:
    """Return `nodes`, `links` and `findings` of the workshop's map; None without a board.

    Links belong to the workshop, so the last session that has a map tells of all of them;
    an earlier one only says that it `goes_on` there.
    """
    boards = Board.objects.filter(session__workshop=session.workshop_id, activity_key=KEY)
    last = boards.order_by("session__starts_at", "session").last()
    if last is None or not boards.filter(session=session).exists():
        return None
    if last.session_id != session.pk:
        return {"goes_on": True, "nodes": [], "links": [], "findings": []}
    chart = Chart(session.workshop)
    counts = summary(chart.network)
    return {
        "goes_on": False,
        "nodes": [node(each) for each in chart.network.nodes],
        "links": [link(row) for row in chart.rows],
        "findings": [in_words(each, counts) for each in findings(chart.network)],
    }


def node(each: Node) -> dict[str, Any]:
    return {
        "note": each.key,
        "name": each.label,
        "category": each.category,
        "key_one": each.key_one,
    }


def link(row: Row) -> dict[str, Any]:
    """A row of the list; its ends are the notes of two of the nodes."""
    said = row.link
    return {
        "note": str(said.note_id),
        "ends": {"notes": [str(row.one.pk), str(row.other.pk)]},
        "between": [row.one.text, row.other.text],
        "status": said.status,
        "status_words": str(said.get_status_display()),
        "strength": said.strength,
        "strength_words": str(said.get_strength_display()),
        "purpose_clear": said.purpose_clear,
        "contact": said.contact,
        "stand_in": said.stand_in,
        "remark": said.note.text,
    }


def in_words(finding: Finding, counts: Summary) -> dict[str, Any]:
    """What the map says by one rule, in the words of the page; `notes` are what it is about."""
    told = {"finding": finding, "summary": counts}
    around = [node for group in finding.groups for node in group]
    about: list[Any] = [*finding.nodes, *finding.links, *around]
    return {
        "rule": finding.rule,
        "number": finding.number,
        "where": plain("stakeholders/map/_where.html", told),
        "says": plain(finding.says, told),
        "asks": plain(finding.asks, told),
        "notes": [each.key for each in about],
    }


def plain(template: str, told: dict[str, Any]) -> str:
    """The words of a template without its markup; what people wrote stays as it was."""
    return " ".join(unescape(strip_tags(render_to_string(template, told))).split())


def redrawn(data: dict[str, Any]) -> Picture:
    """What the map of a report says and how it looks: the same data always give the same."""
    nodes = [
        Node(each["note"], each["name"], each["category"], each["key_one"])
        for each in data["nodes"]
    ]
    return Picture.of(Network(tuple(nodes), tuple(tie(each) for each in data["links"])))


def tie(each: dict[str, Any]) -> Tie:
    one, other = each["ends"]["notes"]
    return Tie(
        each["note"],
        one,
        other,
        each["status"],
        each["strength"],
        each["purpose_clear"],
        each["contact"],
        each["stand_in"],
    )
