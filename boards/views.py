"""Notes and groups over HTTP: find, ask, answer."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from workshops.commands import answered, perform
from workshops.doors import behind, wants_json
from workshops.fields import number_in, uuid_of
from workshops.models.one_row import one_row
from workshops.refusals import Conflict, NotAllowed, NotFit, Question, Refused
from workshops.rights import may
from workshops.viewers import Viewer

from . import entering
from .controls import controls_context, group_context
from .models import Board, Cluster, Deed, Note, Poll

# verb: (the right it needs, what it does)
NOTE_VERBS: dict[str, tuple[str, Callable[[Note, Viewer, HttpRequest], object]]] = {
    "change": ("change_note", lambda n, by, r: n.change(by, r.POST.get("text", ""), base(r))),
    "take-back": ("see_own_notes", lambda n, by, r: n.take_back(by)),
    "move": ("sort_notes", lambda n, by, r: n.move(by, r.POST.get("column", ""), base(r))),
    "group": ("sort_notes", lambda n, by, r: n.group(by, cluster_in(by, r), base(r))),
    "take-out": ("sort_notes", lambda n, by, r: n.take_out(by, base(r))),
    "merge": ("sort_notes", lambda n, by, r: n.merge(by, another(by, r), base(r))),
    "unmerge": ("sort_notes", lambda n, by, r: n.unmerge(by)),
    "keep-both": ("sort_notes", lambda n, by, r: n.keep_both(by, another(by, r))),
    "park": ("sort_notes", lambda n, by, r: n.park(by, True)),
    "unpark": ("sort_notes", lambda n, by, r: n.park(by, False)),
    "differently": (
        "see_differently",
        lambda n, by, r: n.see_differently(by, r.POST.get("text", "")),
    ),
    "alike": ("see_differently", lambda n, by, r: n.see_alike(by)),
    "vote": ("vote", lambda n, by, r: poll_in(n, r).vote(by, n)),
    "unvote": ("vote", lambda n, by, r: poll_in(n, r).withdraw(by, n)),
    "hide": ("hide_note", lambda n, by, r: n.hide(by, r.POST.get("because", ""))),
    "restore": ("hide_note", lambda n, by, r: n.restore(by)),
    "admit": ("hide_note", lambda n, by, r: n.admit(by)),
}
CLUSTER_VERBS: dict[str, Callable[[Cluster, Viewer, HttpRequest], object]] = {
    "rename": lambda cluster, by, r: cluster.rename(by, r.POST.get("name", ""), base(r)),
    "ungroup": lambda cluster, by, r: cluster.ungroup(by),
}


@behind("see_board")
def note(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """GET: what this viewer may do with one note. POST: write it under this UUID."""
    if request.method == "POST":
        return write(request, viewer, note)
    return page_or_menu(request, "note", controls_context(note_in(viewer, note), viewer))


def page_or_menu(request: HttpRequest, thing: str, context: dict) -> HttpResponse:
    """The controls of a note or a group: a page, or with ?part=menu what opens in the board."""
    menu = request.GET.get("part") == "menu"
    template = f"boards/_{thing}_controls.html" if menu else f"boards/{thing}_page.html"
    response = render(request, template, context)
    response["Cache-Control"] = "no-store"
    return response


def write(request: HttpRequest, viewer: Viewer, key: UUID) -> HttpResponse:
    """Write a note with the fields `board` (an activity's key), `column` and `text`."""
    if not (may(viewer, "write_note") or may(viewer, "enter_note")):
        raise NotAllowed(_("That is not yours to do here."))
    board = board_of(viewer, request.POST.get("board", ""))
    column, text = request.POST.get("column", ""), request.POST.get("text", "")

    def verb() -> dict:
        ask_first(request, board, text)
        return {"state": Note.write(board, viewer, key, column, text, request.POST).state}

    try:
        return answered(request, perform(viewer, request, verb), back_from(viewer, request))
    except Refused as refusal:
        refusal.form, refusal.viewer = board.activity.form_template, viewer
        if isinstance(refusal, Conflict):  # the number is used up, the words are not
            refusal.again = reverse(f"{viewer.door}:note", args=[viewer.session.code, uuid4()])
        raise


def ask_first(request: HttpRequest, board: Board, text: str) -> None:
    """Raise Question where the board has one and nobody was asked: a page with scripts asks."""
    question = board.activity.asks_first(text)
    if question and not wants_json(request) and "sure" not in request.POST:
        raise Question(question)


@behind("see_board")
def note_verb(request: HttpRequest, viewer: Viewer, note: UUID, verb: str) -> HttpResponse:
    """POST: carry out one of NOTE_VERBS."""
    if request.method != "POST" or verb not in NOTE_VERBS:
        raise Http404
    act, do = NOTE_VERBS[verb]
    if not may(viewer, act):
        raise NotAllowed(_("That is not yours to do here."))

    def carry_out() -> None:  # found only now: sent again, it may be about a note that has gone
        do(note_in(viewer, note), viewer, request)

    answer = perform(viewer, request, lambda: Deed.in_answer(viewer, carry_out))
    return answered(request, answer, page_of(viewer))


@behind("sort_notes")
def gather(request: HttpRequest, viewer: Viewer, cluster: UUID) -> HttpResponse:
    """GET: what may be done with a group. POST: group the ticked `notes` under a `name`."""
    if request.method != "POST":
        found = get_object_or_404(Cluster, pk=cluster, column__board__session=viewer.session)
        return page_or_menu(request, "group", group_context(found, viewer))
    keys = dict.fromkeys(uuid_of(key) for key in request.POST.getlist("notes"))
    if not keys:
        raise NotFit(_("Choose the notes to group first."))

    def verb() -> None:
        notes = [note_in(viewer, key) for key in keys]
        Cluster.gather_by(viewer, notes, request.POST.get("name", ""), cluster)

    answer = perform(viewer, request, lambda: Deed.in_answer(viewer, verb))
    return answered(request, answer, page_of(viewer))


@behind("sort_notes")
def cluster_verb(request: HttpRequest, viewer: Viewer, cluster: UUID, verb: str) -> HttpResponse:
    """POST: carry out one of CLUSTER_VERBS."""
    if request.method != "POST" or verb not in CLUSTER_VERBS:
        raise Http404

    def carry_out() -> None:  # found only now, as with notes
        found = get_object_or_404(Cluster, pk=cluster, column__board__session=viewer.session)
        CLUSTER_VERBS[verb](found, viewer, request)

    answer = perform(viewer, request, lambda: Deed.in_answer(viewer, carry_out))
    return answered(request, answer, page_of(viewer))


def note_in(viewer: Viewer, key: UUID) -> Note:
    """Return a note of this session that the viewer may know of, else 404."""
    rows = Note.objects.select_related("column__board", "cluster", "merged_into")
    found = get_object_or_404(rows, pk=key, column__board__session=viewer.session)
    if found.may_be_known_to(viewer):
        return found
    raise Http404


def another(viewer: Viewer, request: HttpRequest) -> Note:
    """The other note that a form names in `into`, for what is done with two."""
    try:
        return note_in(viewer, uuid_of(request.POST.get("into", "")))
    except Http404:  # which may be because the other has been hidden meanwhile
        raise Conflict(_("The other note is not on the board any more.")) from None


def board_of(viewer: Viewer, activity_key: str) -> Board:
    """The session's board of an activity; Http404 where there is none."""
    board = one_row(Board, session_id=viewer.session.pk, activity_key=activity_key)
    if board is None:
        raise Http404
    board.session = viewer.session
    return board


def poll_in(note: Note, request: HttpRequest) -> Poll:
    return get_object_or_404(Poll, board=note.column.board_id, key=request.POST.get("poll", ""))


def cluster_in(viewer: Viewer, request: HttpRequest) -> Cluster:
    key = uuid_of(request.POST.get("cluster", ""))
    return get_object_or_404(Cluster, pk=key, column__board__session=viewer.session)


def page_of(viewer: Viewer) -> str:
    """The page that a plain form returns to."""
    return reverse(f"{viewer.door}:page", args=[viewer.session.code if viewer.session else ""])


def back_from(viewer: Viewer, request: HttpRequest) -> str:
    """Where a box returns to: the page for typing in, when it stands there, else the board."""
    if viewer.door == "console" and request.POST.get("back") == "enter":
        return entering.address(viewer, request)
    return page_of(viewer)


def base(request: HttpRequest) -> int:
    """The version of the note that the person saw."""
    return number_in(request, "base")
