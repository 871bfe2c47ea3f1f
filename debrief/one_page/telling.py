"""The page that most people read: what was found, and what else is said on one page.

Figures are those of the parts, which counted them from rows: nothing is counted anew here.
"""

from typing import Any

from ..appendix import Appendix
from .page import OnePage

MOST_ACTIONS = 3
BY_MARK = ("new", "changed", "same", "")
MADE_DIFFERENT = {"new", "changed"}

Parts = list[dict[str, Any]]


def one_page(page: OnePage, parts: Parts, appendix: Appendix) -> dict[str, Any]:
    """Return `findings` and every piece that there is data for and that was not left out.

    Otherwise a piece is None. `left_out` are the names of those that were left out.
    """
    data = {part["key"]: part["data"] for part in parts if part["data"]}
    left_out = page.said.get("left_out") or []
    told = {name: piece(data, page, appendix) for name, piece in PIECES.items()}
    return {
        "findings": appendix.numbered(page.findings()),
        "left_out": [name for name in PIECES if name in left_out],
        **{name: None if name in left_out else what for name, what in told.items()},
    }


def is_empty(told: dict[str, Any]) -> bool:
    """Say whether there is nothing to tell on the page."""
    return not any(told[name] for name in ("findings", *PIECES))


def changed(data: dict[str, Any], page: OnePage, appendix: Appendix) -> dict[str, Any] | None:
    """How many actions are marked how, and the share of changed and new ones."""
    marks = data.get("debrief", {}).get("marks")
    return marks if marks and marks["marked"] else None


def actions(data: dict[str, Any], page: OnePage, appendix: Appendix) -> Parts | None:
    """The ones that were chosen; where none was, the first three that are changed or new."""
    offered = offered_actions(data)
    chosen = {appendix.numbers.get(each) for each in page.said.get("actions") or []}
    picked = [each for each in offered if each["note"] in chosen] or first_of(offered)
    return picked[:MOST_ACTIONS] or None


def first_of(offered: Parts) -> Parts:
    return [each for each in offered if each["mark"] in MADE_DIFFERENT] or offered


def offered_actions(data: dict[str, Any]) -> Parts:
    """What was answered to the scenario, by votes and then by mark, each with its `votes`."""
    planned = data.get("plan", {}).get("actions", [])
    votes = {each["note"]: each["votes"] for each in planned if "note" in each}
    found = [
        {name: each[name] for name in ("note", "mark", "owner", "indicators", "level", "horizon")}
        | {"votes": votes.get(each["note"])}
        for each in data.get("debrief", {}).get("actions", [])
    ]
    return sorted(found, key=lambda each: (-(each["votes"] or 0), BY_MARK.index(each["mark"])))


def gap(data: dict[str, Any], page: OnePage, appendix: Appendix) -> dict[str, Any] | None:
    """The kinds that nobody links; else the indicator on which kinds of people differ most."""
    ways = {"map": gap_on_map, "ratings": gap_in_ratings}
    asked = page.said.get("gap_from")
    found = (way(data) for name, way in ways.items() if asked in (name, "", None))
    return next((each for each in found if each), None)


def gap_on_map(data: dict[str, Any]) -> dict[str, Any] | None:
    findings = data.get("relationships", {}).get("findings", [])
    found = next((each for each in findings if each["rule"] == "category_gap"), None)
    return found and {"from": "map", **{name: found[name] for name in ("number", "where", "says")}}


def gap_in_ratings(data: dict[str, Any]) -> dict[str, Any] | None:
    """The ratings come with the widest gap first; where all are alike there is none."""
    told = (data.get("indicators", {}).get("rating") or {}).get("told", [])
    apart = next((each for each in told if each["apart"] and not each["apart"]["alike"]), None)
    return apart and {
        "from": "ratings",
        "number": apart["number"],
        "label": apart["label"],
        **apart["apart"],
    }


def without_proxy(data: dict[str, Any], page: OnePage, appendix: Appendix) -> Any:
    """The indicators in use that have no agreed proxy, of `all`."""
    if "proxies" not in data:
        return None
    wanted = ("number", "label", "added", "gap")
    return {
        "all": data["proxies"]["all"],
        "indicators": [
            {name: each[name] for name in wanted}
            for each in data["proxies"]["indicators"]
            if each["gap"]
        ],
    }


def missing(data: dict[str, Any], page: OnePage, appendix: Appendix) -> Parts | None:
    """Who was not in the room, and who approaches them."""
    if "stakeholders" not in data:
        return None
    wanted = ("note", "asked_by", "most_affected")
    return [{name: each[name] for name in wanted} for each in data["stakeholders"]["missing"]]


def next_look(data: dict[str, Any], page: OnePage, appendix: Appendix) -> dict[str, Any] | None:
    """When the group looks again, and who holds how many of the actions."""
    plan = data.get("plan")
    if plan is None:
        return None
    return {
        "on": plan["review_on"],
        "actions": len(plan["actions"]),
        "owners": len(plan["owners"]),
        "without_owner": plan["without_owner"],
        "too_much": plan["too_much"],
    }


PIECES = {
    "changed": changed,
    "actions": actions,
    "gap": gap,
    "without_proxy": without_proxy,
    "missing": missing,
    "next_look": next_look,
}
