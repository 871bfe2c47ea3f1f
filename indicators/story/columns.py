"""Boards of responses: local beside national government, each over three horizons."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.text import fit
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.text import is_blank
from workshops.viewers import Viewer


class ResponseColumns(BoardActivity):
    """A column for each level and horizon, keyed "local-first_week" and so on.

    `takes_indicators` says whether a response is tagged with those that call for it.
    """

    kind = "response"
    numbered = False
    may_sort = frozenset[str]()
    changes_text = False
    note_template = "indicators/story/_response.html"
    mine_template = "indicators/story/_response_mine.html"
    note_controls = "indicators/story/_response_controls.html"
    form_template = "indicators/story/_response_again.html"
    beside_notes = ("response__instead_of__note",)
    write_label = gettext_lazy("What would happen?")
    where_label = gettext_lazy("Who, and by when?")
    columns_label = gettext_lazy("Local and national government, three horizons")
    none_yet = ngettext_lazy(
        "%(number)d of the six places has none yet.",
        "%(number)d of the six places have none yet.",
        "number",
    )
    filled_in = ngettext_lazy("in %(number)d place.", "in %(number)d places.", "number")
    takes_indicators = False

    def open(self, step: Step) -> None:
        from ..models import Staging

        Board.open_for(step)
        Staging.of(step.session).enter(step)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        from ..models.scenario import Horizon, Level

        places = [(level, horizon) for level in Level for horizon in Horizon]
        return [
            Item(
                {
                    "key": f"{level}-{horizon}",
                    "order": order,
                    "label": f"{level.label}: {horizon.label}",
                    "description": "",
                    "prompt": "",
                }
            )
            for order, (level, horizon) in enumerate(places, start=1)
        ]

    def item_of(self, session: Session, key: str) -> Item:
        return next(item for item in self.columns(session) if item.key == key)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Response

        Response.begin(note, more)

    def is_as_sent(self, note: Note, more: Mapping[str, str]) -> bool:
        from .said import is_as_kept

        return is_as_kept(note.response, more)

    def erased(self, note: Note) -> None:
        note.response.forget()

    def push_with(self, note: Note) -> None:
        from ..difference.fragments import show_if_seen

        show_if_seen(note)
        note.response.push_beside()

    def in_words(self, note: Note) -> str:
        return note.response.text or _("Taken back by its writer.")

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def says_now(self, step: Step) -> str:
        from .saying import says_now

        return says_now(step)

    def heard_from(self, step: Step) -> set[int] | None:
        """Whoever has answered on the board of the round."""
        from .panel import board_in_round

        notes = board_in_round(step).notes().exclude(writer=None)
        return set(notes.values_list("writer", flat=True))

    def session_ended(self, session: Session) -> None:
        """Who passed is forgotten, and who played a seat; how many did stays."""
        from ..models import Passed, Role

        super().session_ended(session)
        Passed.objects.filter(scenario__session=session).delete()
        Role.objects.filter(session=session).update(participant=None)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None


def takes_indicators(board: Board) -> bool:
    """Say whether the responses of a board are tagged with the indicators that call for them."""
    return isinstance(board.activity, ResponseColumns) and board.activity.takes_indicators


class ResponsesWithIndicators(ResponseColumns):
    """What is kept of a first response has no text of its own."""

    takes_indicators = True

    def fit(self, text: str) -> str:
        return "" if is_blank(text) else fit(text)
