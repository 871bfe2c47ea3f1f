"""Prompt cards: which entries of the content are cards, and which fits a step.

The table `prompt_cards` names the tables whose entries are cards. A card has a title, a text of
a sentence or two, one question and a source line; a case study has figures besides. A content
set from before there were cards has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .content.reading import Item

if TYPE_CHECKING:
    from .models import ContentSet

# What a card tells stands in the first of these that its entry has; lists are strung together.
TOLD = (("description",), ("what", "does"), ("features", "so_what"), ("lesson",))
LOBBY = "welcome"  # people join in the lobby and in the welcome


@dataclass(frozen=True)
class Card:
    """One card in words. `key` names it in forms and rows; `more` is a longer text, or empty.

    `before_after`, `facts` and `derived` are rows of the source's own figures.
    """

    key: str
    group: str
    title: str
    text: str
    question: str
    source: str
    more: str = ""
    remark: str = ""
    before_after: list[Mapping[str, Any]] = field(default_factory=list)
    facts: list[Mapping[str, Any]] = field(default_factory=list)
    derived: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def is_case(self) -> bool:
        return bool(self.facts)


def all_cards(content: "ContentSet") -> dict[str, Card]:
    """Return every card by its key, group by group, in order."""
    if "prompt_cards" not in content.tables:
        return {}
    works = {each.key: each for each in content.items("sources")}
    return {
        key_of(group.key, entry.key): card_of(content, group, entry, works)
        for group in content.items("prompt_cards")
        for entry in content.items(group.key)
    }


def suggested(content: "ContentSet", step_key: str) -> tuple[str, list[str]]:
    """Return when cards fit this step, in words, and their keys; the lobby has the key ""."""
    if "prompt_cards" not in content.tables:
        return "", []
    for each in content.head("prompt_cards")["suggestions"]:
        if each["step"] == (step_key or LOBBY):
            return each["when"], [key for row in each["cards"] for key in named(content, row)]
    return "", []


def named(content: "ContentSet", row: Mapping[str, str]) -> list[str]:
    """Return the keys that a row of suggestions means: one card, or all of a table."""
    if card := row.get("card"):
        return [key_of(row["table"], card)]
    return [key_of(row["table"], each.key) for each in content.items(row["table"])]


def key_of(table: str, entry: str) -> str:
    return f"{table}-{entry}"


def card_of(content: "ContentSet", group: Item, entry: Item, works: Mapping[str, Item]) -> Card:
    """Return one entry of a table as a card."""
    rows: list[dict[str, str]] = group.get("own", [])
    own = next((each for each in rows if each["card"] == entry.key), {})
    sources = entry.get("source") or content.head(group.key)["source"]
    return Card(
        key=key_of(group.key, entry.key),
        group=group.label,
        title=entry.label,
        text=told(entry),
        question=asked(entry) or own.get("question") or group.get("question", ""),
        source="; ".join(f"{works[key].label}, {works[key]['year']}" for key in sources),
        more=entry.get("summary", ""),
        remark=own.get("remark", ""),
        before_after=entry.get("before_after", []),
        facts=entry.get("facts", []),
        derived=entry.get("derived", []),
    )


def told(entry: Item) -> str:
    """The sentences of a card."""
    names = next((names for names in TOLD if names[0] in entry), ())
    return " ".join(sentence for name in names for sentence in sentences(entry[name]))


def sentences(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else [f"{each}." for each in words]


def asked(entry: Item) -> str:
    """The one question of a card; where its entry has several, the first."""
    return entry.get("prompt") or next(iter(entry.get("questions", [])), "")
