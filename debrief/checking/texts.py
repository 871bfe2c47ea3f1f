"""Everything in a report that somebody typed: where it stands and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What the method or the product says, and what only stands for something.
NOT_TYPED = {"anchor", "key", "rule", "number", "note", "notes", "merged_too", "status", "strength"}
NOT_TYPED |= {"says", "asks", "where"}  # what the map says by rule, from names of notes
WORDS = {
    "asked_by": gettext_lazy("who will approach them"),
    "contact": gettext_lazy("contact role of a link"),
    "stand_in": gettext_lazy("stand-in of a link"),
    "finding": gettext_lazy("finding"),
    "owner": gettext_lazy("owner"),
    "was_owned_by": gettext_lazy("first owner"),
    "answers": gettext_lazy("answer about an action"),
    "sentences": gettext_lazy("seen differently"),
    "where_to_look": gettext_lazy("where to look"),
    "set_aside": gettext_lazy("why it was set aside"),
    "why": gettext_lazy("why it was proposed"),
    "description": gettext_lazy("description"),
}


@dataclass(frozen=True)
class Text:
    """Words, where they stand, where to mend them, and the number of the note that they are."""

    words: str
    where: str
    note: str = ""
    anchor: str = ""
    mend: str = "console"


def typed_words(snapshot: dict[str, Any], method: Any) -> set[str]:
    """Return all words of a report that somebody typed."""
    return {text.words for text in texts(snapshot, method)}


def texts(snapshot: dict[str, Any], method: Any) -> Iterator[Text]:
    """Yield every text that was typed: notes first, so that others can be told apart from them.

    `method` is the content, whose words are nobody's.
    """
    for number, note in snapshot["notes"].items():
        yield from texts_of(number, note)
    yield Text(snapshot["workshop"]["title"], _("the title"), mend="facts")
    yield Text(snapshot["workshop"]["place"], _("the place"), mend="facts")
    for place, each in enumerate(snapshot["one_page"]["findings"], start=1):
        words = f"{each['line']}\n{each['sentence']}"
        yield Text(words, _("finding %(place)s") % {"place": place}, mend="one-page")
    of_method = set(strings(method))
    for part in snapshot["parts"]:
        for name, words in typed_in(part["data"]):
            if words not in of_method:
                yield Text(words, where(part, name))


def texts_of(number: str, note: dict[str, Any]) -> Iterator[Text]:
    """What a note says, what was said of it, and the name of its group."""
    named = _("note %(number)s, %(activity)s") % {"number": number, "activity": note["activity"]}
    anchor = "note-" + number.replace(".", "-")
    yield Text(note["text"], named, number, anchor)
    for sentence in note["said"]:
        yield Text(sentence, f"{named}, {_('seen differently')}", "", anchor)
    if note["group"]:
        yield Text(note["group"], f"{note['activity']}, {_('name of a group')}", "", anchor)
    for words in note.get("settled", {}).values():
        yield Text(words, f"{named}, {_('what becomes of it')}", "", anchor)


def typed_in(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the strings of a part, each with the name that it stands under."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_TYPED:
                yield from typed_in(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from typed_in(value, name)
    elif isinstance(data, str) and data:
        yield name, data


def strings(data: Any) -> Iterator[str]:
    """Yield every string of the method's content."""
    values = data.values() if isinstance(data, dict) else data
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (dict, list)):
            yield from strings(value)


def where(part: dict[str, Any], name: str) -> str:
    told = [part["title"], part["session"], str(WORDS.get(name, ""))]
    return ", ".join(each for each in told if each)
