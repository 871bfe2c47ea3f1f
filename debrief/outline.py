"""What stays of a version when its words go, so that the next one can say what has changed."""

from typing import Any

from .counted import figures_of


def outline_of(snapshot: dict[str, Any], used: dict[str, int]) -> dict[str, Any]:
    """Return the `notes` of a version (id: number, version), its `figures` and `sections`.

    It holds no word that anybody wrote, and is in no form: ids of notes stay on the server.
    """
    ids = [each for each in used if not each.startswith("dissent-")]
    # An appendix numbers its notes and says that it uses them in one go, so the order is the same.
    numbered = zip(ids, snapshot["notes"], strict=True)
    return {
        "notes": {each: [number, used[each]] for each, number in numbered},
        "figures": figures_of(snapshot),
        "sections": {
            each["anchor"]: named(each) for each in snapshot["sections"] if each["state"] == "told"
        },
    }


def named(section: dict[str, Any]) -> str:
    return ", ".join(filter(None, [section["title"], section["session"]]))
