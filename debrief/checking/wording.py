"""What the words of a report hold that it should perhaps not: names, addresses, numbers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from workshops.models import Participant

from ..draft import Draft
from .names import Names
from .points import Point
from .signs import signs_in
from .texts import Text, texts


def in_words(draft: Draft) -> Iterator[Point]:
    """Yield a point for each kind of thing in each text.

    Parts quote notes: what was found in a note is not told again of words beside it.
    """
    names, told = names_of(draft), set()
    for text in texts(draft.snapshot, draft.workshop.content.tables):
        for kind, found in found_in(text, names).items():
            fresh = [each for each in found if text.note or (kind, each) not in told]
            told |= {(kind, each) for each in found}
            if fresh:
                yield point(kind, text, fresh, draft)


def found_in(text: Text, names: Names) -> dict[str, list[str]]:
    """What one text holds, by kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, words in signs_in(text.words):
        found[kind].append(words)
    for name in names.in_text(text.words):
        found["name"].append(name)
    return found


def point(kind: str, text: Text, found: list[str], draft: Draft) -> Point:
    """What was found in a text; a note is hidden or changed, other words are mended elsewhere."""
    asked = Point(kind, text.where, text.words, tuple(found), anchor=text.anchor, mend=text.mend)
    if not text.note:
        return asked
    note = draft.ids[text.note]
    is_ours = draft.snapshot["notes"][text.note]["for_the_room"]
    base = draft.used[note] if is_ours else 0
    return replace(asked, note=note, number=text.note, base=base, mend="")


def names_of(draft: Draft) -> Names:
    """Knows who took part in any session; the place and the policy area name nobody."""
    workshop = draft.workshop
    people = Participant.objects.filter(session__workshop=workshop).values_list("name", flat=True)
    return Names(people, [workshop.place, workshop.policy_area])
