"""Typing in what people wrote on paper: note after note, each marked as entered for the room."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from workshops.commands import answered, perform
from workshops.doors import behind, wants_json
from workshops.fields import uuid_of
from workshops.models import Session
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

from .models import Board, Note

# Lines that become notes in one go: this many of the longest, in any script, fit in one form.
AT_ONCE = 50
LAST = 8  # notes that are listed


@behind("enter_note")
def enter(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """GET: the page for one board, ?part=entered what was entered last on it.

    POST: each line of `text` becomes a note. Its number comes from the form's own `first`,
    so that sending the form again writes nothing twice; a line that is refused stays.
    """
    board = board_asked(request, viewer.session)
    if request.method != "POST":
        part = request.GET.get("part") == "entered" and board is not None
        return page(request, viewer, board, "_entered" if part else "enter")
    if board is None:
        raise NotFit(_("No board is open yet."))
    refused, added = write_lines(request, viewer, board)
    if not refused:
        return answered(request, {"added": added}, address(viewer, request))
    told = {"refused": refused, "added": added}
    if wants_json(request):
        return JsonResponse({**told, "error": refused[0]["why"]}, status=422)
    asked = any(each["asked"] for each in refused)
    return page(request, viewer, board, "enter", {**told, "asked": asked})


def write_lines(request: HttpRequest, viewer: Viewer, board: Board) -> tuple[list[dict], int]:
    """Write the lines, AT_ONCE at most. Return those that were not, with why; and how many were.

    What the board asks about first (`asked`) is written when it comes again with `sure`.
    """
    first = uuid_of(request.POST.get("first", ""))
    lines = [line.strip() for line in request.POST.get("text", "").splitlines() if line.strip()]
    if not lines:
        raise NotFit(_("Write something first."))
    over = _("At most %(most)s lines at once. The others wait here.") % {"most": AT_ONCE}
    refused = []
    for number, line in enumerate(lines):
        question = "" if "sure" in request.POST else board.activity.asks_first(line)
        why = question or (over if number >= AT_ONCE else "")
        why = why or write_line(request, viewer, board, first, number, line)
        if why:
            refused.append({"line": line, "why": why, "asked": bool(question)})
    return refused, len(lines) - len(refused)


def write_line(
    request: HttpRequest, viewer: Viewer, board: Board, first: UUID, number: int, line: str
) -> str:
    """Write one line under a number of its own; return why it was refused, if it was."""
    key, column = uuid5(first, f"{number} {line}"), request.POST.get("column", "")

    def verb() -> None:
        Note.write(board, viewer, key, column, line)

    try:
        perform(viewer, request, verb)
    except (NotFit, Conflict) as refusal:
        return str(refusal)
    return ""


def board_asked(request: HttpRequest, session: Session | None) -> Board | None:
    """The board that was asked for, else that of the running step, else the newest."""
    assert session is not None
    boards = {board.activity_key: board for board in boards_of(session)}
    step = session.current_step()
    for key in (request.POST.get("board"), request.GET.get("board"), step and step.activity_key):
        if key in boards:
            return boards[key]
    return next(reversed(boards.values()), None)


def boards_of(session: Session) -> list[Board]:
    """Those whose notes are a text in a column; what is more has a form of its own."""
    return [board for board in session.boards.order_by("pk") if board.activity.changes_text]


def address(viewer: Viewer, request: HttpRequest) -> str:
    """This page again, with the board and the column that a form chose."""
    assert viewer.session is not None
    kept = {name: request.POST.get(name, "") for name in ("board", "column")}
    return f"{reverse('console:enter', args=[viewer.session.code])}?{urlencode(kept)}"


def page(
    request: HttpRequest,
    viewer: Viewer,
    board: Board | None,
    name: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page, or its list; with what was refused it is a 422."""
    session = viewer.session
    assert session is not None
    context = {
        "viewer": viewer,
        "door": "console",
        "session": session,
        "workshop": viewer.workshop,
        "boards": boards_of(session),
        "board": board,
        "column_kept": request.POST.get("column") or request.GET.get("column", ""),
        "at_once": AT_ONCE,
        **(entered_context(board) if board else {}),
        **(more or {}),
    }
    status = 422 if more else 200
    response = render(request, f"boards/{name}.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def entered_context(board: Board) -> dict[str, Any]:
    """How many notes were `entered` for the room on this board, and the `last` of them.

    Sealed ones are counted with the others and not shown: they open for all at once.
    """
    entered = board.notes().exclude(entered_by=None)
    return {
        "columns": list(board.columns.all()),
        "entered": entered.filter(state__in=("shown", "sealed")).count(),
        "sealed": entered.sealed().count(),
        "last": entered.shown().with_everything().order_by("-order")[:LAST],
    }
