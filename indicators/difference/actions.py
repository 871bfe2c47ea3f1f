"""The actions of a session, each with its mark and with what became of the first responses."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from workshops.models import Session

from ..models import Indicator, Response
from ..models.response import FIRST, WITH_INDICATORS
from .answers import Answer
from .compare import Change, Difference, Line, compare
from .marks import Marks


@dataclass(frozen=True, eq=False)
class Action:
    """A response that everyone sees, and its line in the difference."""

    response: Response
    line: Line
    tags: list[Indicator]

    @property
    def note(self):
        return self.response.note

    @property
    def mark(self) -> str:
        return self.response.mark

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Action) and other.response == self.response

    @property
    def is_made_different(self) -> bool:
        """Say whether the group marked it changed or new."""
        return self.mark in ("changed", "new")


class Actions:
    """What a session would do with the indicators, compared with what it would have done.

    Rows are read once, when first asked for. Those merged are one with what stands for them.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def _rows(self) -> list[Response]:
        in_words = Indicator.objects.select_related("workshop__content", "merged_into")
        rows = Response.objects.of(self.session).filter(
            note__state__in=("shown", "hidden", "taken_back")
        )
        return list(
            rows.select_related(
                "note__column__board__session__workshop__content",
                "note__merged_into",
                "instead_of__note",
            ).prefetch_related(Prefetch("indicators", in_words))
        )

    @cached_property
    def _homes(self) -> dict:
        """The id of the note that stands for each, which is its own unless it is merged."""
        return {row.note_id: str(row.note.survivor().pk) for row in self._rows}

    @cached_property
    def all(self) -> list[Action]:
        """In the order of the board: local before national, what comes first before."""
        by_id = {str(row.note_id): row for row in self._rows}
        return [
            Action(by_id[line.after.id], line, self.tagged(line))
            for line in self.difference.lines
            if line.after
        ]

    @cached_property
    def difference(self) -> Difference:
        return compare(self._answers(FIRST), self._answers(WITH_INDICATORS))

    @cached_property
    def marks(self) -> Marks:
        return Marks.counted(each.mark for each in self.all)

    @property
    def dropped(self) -> list[Line]:
        """The first responses that nothing takes up."""
        return self.difference.of(Change.DROPPED)

    @property
    def changed_nothing(self) -> bool:
        """Say whether marks or counting show no difference, and no mark says otherwise."""
        marks = self.marks
        if not marks.total or marks.made_different:
            return False
        return marks.all_same or self.difference.is_none

    @property
    def top(self) -> Action | None:
        """The one whose risks are asked for first: of the changed and new ones that with most
        votes, once votes say so, else the first on the board."""
        chosen = [each for each in self.all if each.is_made_different]
        votes = self._votes()
        return max(chosen, key=lambda each: votes.get(each.response.note_id, 0), default=None)

    def _votes(self) -> dict:
        board = self.session.boards.filter(activity_key=WITH_INDICATORS).first()
        poll = board.polls.exclude(closed_at=None).last() if board else None
        return poll.counts() if poll else {}

    def tagged(self, line: Line) -> list[Indicator]:
        """The indicators behind a line, in their order."""
        return [self._named[key] for key in line.indicators]

    @cached_property
    def _named(self) -> dict[str, Indicator]:
        return {tag.key: tag for row in self._rows for tag in row.tags}

    def _answers(self, board: str) -> list[Answer]:
        """One for each that stands on a board or is gone from it, with those merged into it."""
        rows = [row for row in self._rows if row.note.board.activity_key == board]
        families: dict[str, list[Response]] = {}
        for row in rows:
            families.setdefault(self._homes[row.note_id], []).append(row)
        heads = [row for row in rows if str(row.note_id) in families]
        return [self._answer(row, families[str(row.note_id)]) for row in heads]

    def _answer(self, head: Response, family: Iterable[Response]) -> Answer:
        origins = [each.instead_of for each in (head, *family) if each.instead_of]
        return Answer(
            id=str(head.note_id),
            text=head.text,
            level=head.level,
            horizon=head.horizon,
            owner=head.owner,
            indicators=in_order(tag for each in family for tag in each.tags),
            instead_of=tuple(dict.fromkeys(self._home(each) for each in origins)),
            story=str(head.scenario_id or ""),
            gone=not (head.note.stands() and head.text),
        )

    def _home(self, response: Response) -> str:
        return self._homes.get(response.note_id, str(response.note_id))


def in_order(tags: Iterable[Indicator]) -> tuple[str, ...]:
    """The keys of indicators, each once, as the group goes through them."""
    found = {tag.key: tag.position for tag in tags}
    return tuple(sorted(found, key=lambda key: found[key]))
