"""Rows for what lies behind the doors: the place, the console and the screen."""

from uuid import uuid4

from boards.models import Deed, Note, Poll
from workshops.models import Passage

from .row import NOBODY, PLACE, RUNS, SCREEN, SEES, TENDS, Row
from .world import World, go_to


def door_rows(route: str, act: str, place=NOBODY, console=NOBODY, **facts) -> list[Row]:
    """The same address at the place and at the console."""
    return [
        Row(f"place:{route}", frozenset(place), act, **facts),
        Row(f"console:{route}", frozenset(console), act, **facts),
    ]


def note_verb(
    verb: str, act: str, place=NOBODY, console=NOBODY, data=lambda world: {}
) -> list[Row]:
    return door_rows(
        "note-verb",
        act,
        place,
        console,
        args=lambda world: [world.note.pk, verb],
        method="POST",
        data=data,
        label=verb,
    )


def control(verb: str, **fields) -> Row:
    return Row(
        "console:control",
        frozenset(RUNS),
        "run_steps",
        args=lambda world: [verb],
        method="POST",
        data=lambda world: {"step": world.step, **fields},
        label=verb,
    )


def base(world: World) -> dict:
    world.note.refresh_from_db()
    return {"base": world.note.version}


def the_other(world: World) -> dict:
    """Another note of the board, for what is done with two."""
    return {"into": world.cluster.notes.get().pk}


def reading(verb: str, act: str, place=NOBODY, console=NOBODY, **fields) -> list[Row]:
    return door_rows(
        verb,
        act,
        place,
        console,
        args=lambda world: ["unsolved"],
        method="POST",
        data=lambda world: fields,
    )


def own(route: str, method: str = "POST", args=lambda world: []) -> Row:
    """Something on one's own page."""
    return Row(f"place:{route}", frozenset(PLACE), "see_own_notes", args=args, method=method)


def a_link(world: World) -> list:
    """Ines has made a link for another device."""
    Passage.make(world.participant)
    return []


def things_to_undo(world: World) -> dict:
    """Ines, the owner and the co-facilitator have each done something in this step."""
    world.cluster.refresh_from_db()
    world.note.park(world.viewer(), True)
    world.cluster.rename(world.viewer("owner"), "Many streets", world.cluster.version)
    world.cluster.notes.get().park(world.viewer("co"), True)
    return {}


def of_ines(world: World) -> list:
    things_to_undo(world)
    return [Deed.objects.get(actor=world.participant.identity).pk]


def of_the_owner(world: World) -> list:
    things_to_undo(world)
    return [Deed.objects.get(act="rename").pk]


def lines_from_paper(world: World) -> dict:
    text = "From one sheet.\nFrom another."
    return {"board": "diagnosis", "column": "unsolved", "text": text, "first": uuid4()}


def a_vote(world: World) -> dict:
    """The step that runs is one in which people vote."""
    if running := Poll.objects.filter(key=world.session.current_step().key).first():
        return {"poll": running.key}
    world.session.steps.filter(pk=world.step).update(mode="vote")
    step = world.session.current_step()
    world.note.board.open_poll(step)
    return {"poll": step.key}


def a_stakeholder(world: World) -> list:
    """The room names those who matter; one name is Ines's."""
    if named := Note.objects.filter(column__board__activity_key="stakeholders").first():
        return [named.pk]
    go_to(world.session, "stakeholders_brainstorm")
    board = world.session.boards.get(activity_key="stakeholders")
    note = Note.write(board, world.viewer(), uuid4(), "unsorted", "Tenants")
    go_to(world.session, "stakeholders_sort")
    return [note.pk]


def a_parked_note(world: World) -> list:
    """The room keeps a note for later."""
    world.note.refresh_from_db()
    if not world.note.parked:
        world.note.park(world.viewer("owner"), True)
    return [world.note.pk]


a_new_note: dict = {
    "args": lambda world: [uuid4()],
    "method": "POST",
    "data": lambda world: {
        "board": "diagnosis",
        "column": "unsolved",
        "text": "Each in its own way.",
    },
}

A_CARD = {"card": "risk_cards-safe_to_fail", "place": "everyone"}
MARKS = {
    "key": ("mark_key", NOBODY),
    "not_in_the_room": ("sort_notes", PLACE),
    "most_affected": ("sort_notes", PLACE),
}
LIVE: list[Row] = [
    *door_rows("page", "see_board", PLACE, SEES),
    *door_rows("step", "see_board", PLACE, SEES),
    *door_rows("changes", "see_board", PLACE, SEES),
    Row("screen:page", frozenset(SCREEN), "see_board"),
    Row("screen:step", frozenset(SCREEN), "see_board"),
    Row("screen:changes", frozenset(SCREEN), "see_board"),
    *door_rows("note", "see_board", PLACE, SEES, args=lambda world: [world.note.pk]),
    Row("place:note", frozenset(PLACE), "write_note", **a_new_note),
    Row("console:note", frozenset(TENDS), "enter_note", **a_new_note),
    own("you", "GET"),
    own("own-code"),
    own("own-link"),
    own("own-link-qr", "GET", args=a_link),
    own("sign-out"),
    Row(
        "place:pulse",
        frozenset(PLACE),
        "answer_pulse",
        method="POST",
        data=lambda world: go_to(world.session, "close") or {"heard": "yes"},
    ),
    *door_rows("own-notes", "see_own_notes", PLACE),
    own("sign-out-others"),
    *note_verb("change", "change_note", PLACE, data=lambda w: {"text": "New words.", **base(w)}),
    *note_verb("take-back", "see_own_notes", PLACE),
    *note_verb("move", "sort_notes", PLACE, TENDS, lambda w: {"column": "untraceable", **base(w)}),
    *note_verb("group", "sort_notes", PLACE, TENDS, lambda w: {"cluster": w.cluster.pk, **base(w)}),
    *note_verb("take-out", "sort_notes", PLACE, TENDS, base),
    *note_verb("merge", "sort_notes", PLACE, TENDS, lambda w: {**the_other(w), **base(w)}),
    *note_verb("unmerge", "sort_notes", PLACE, TENDS),
    *note_verb("keep-both", "sort_notes", PLACE, TENDS, the_other),
    *note_verb("park", "sort_notes", PLACE, TENDS),
    *note_verb("unpark", "sort_notes", PLACE, TENDS),
    *note_verb("differently", "see_differently", NOBODY),
    *note_verb("alike", "see_differently", PLACE),
    *note_verb("vote", "vote", PLACE, data=a_vote),
    *note_verb("unvote", "vote", PLACE, data=a_vote),
    *(
        row
        for method in ("GET", "POST")
        for row in door_rows(
            "close-poll",
            "close_poll",
            NOBODY,
            RUNS,
            args=lambda world: ["diagnosis", a_vote(world)["poll"]],
            method=method,
        )
    ),
    *door_rows("picking", "see_console", NOBODY, TENDS, args=lambda w: a_stakeholder(w)[:0]),
    *door_rows("also-stakeholder", "sort_notes", PLACE, TENDS, args=a_stakeholder, method="POST"),
    *door_rows("who-asks", "mark_key", NOBODY, TENDS, args=a_stakeholder, method="POST"),
    *(
        row
        for mark, (act, place) in MARKS.items()
        for row in door_rows(
            "mark-stakeholder",
            act,
            place,
            TENDS,
            args=lambda world, mark=mark: [*a_stakeholder(world), mark],
            method="POST",
            label=mark,
        )
    ),
    *door_rows(
        "settle-parked",
        "settle_parked",
        NOBODY,
        TENDS,
        args=a_parked_note,
        method="POST",
        data=lambda world: {"owner": "Housing team"},
    ),
    *note_verb("hide", "hide_note", NOBODY, TENDS, lambda w: {"because": "Holds a name."}),
    *note_verb("restore", "hide_note", NOBODY, NOBODY),
    *note_verb("admit", "hide_note", NOBODY, NOBODY),
    *door_rows(
        "gather",
        "sort_notes",
        PLACE,
        TENDS,
        args=lambda world: [uuid4()],
        method="POST",
        data=lambda world: {"notes": [str(world.note.pk)], "name": "One of a kind"},
    ),
    *(
        row
        for verb in ("rename", "ungroup")
        for row in door_rows(
            "cluster-verb",
            "sort_notes",
            PLACE,
            TENDS,
            args=lambda world, verb=verb: [world.cluster.pk, verb],
            method="POST",
            data=lambda world: {"name": "Another name", "base": world.cluster.version},
            label=verb,
        )
    ),
    *door_rows("undo", "undo_own", PLACE, TENDS, method="POST", data=things_to_undo),
    Row("place:undo-one", frozenset(PLACE), "undo_own", of_ines, "POST"),
    Row("console:undo-one", frozenset({"owner"}), "undo_own", of_the_owner, "POST"),
    *reading("call", "make_call", PLACE, call="strong"),
    *reading("show-calls", "write_finding", NOBODY, TENDS),
    *reading("finding", "write_finding", NOBODY, TENDS, text="We go round in circles."),
    *door_rows("problem-type", "write_finding", NOBODY, TENDS, method="POST"),
    *(control(verb) for verb in ("next", "back", "pause", "carry-on", "lock-board", "open-board")),
    *(control(verb) for verb in ("offer-break", "end-break")),
    *(control(verb) for verb in ("keep-time", "leave-time")),
    control("add", minutes=2),
    control("focus", focus="unsolved"),
    Row(
        "console:skip",
        frozenset(RUNS),
        "run_steps",
        args=lambda world: [world.session.next_planned().pk],
        method="POST",
    ),
    Row("console:start", frozenset(NOBODY), "take_controls", method="POST"),
    Row("console:take-controls", frozenset(TENDS), "take_controls", method="POST"),
    Row("console:end", frozenset(RUNS), "end_session", method="POST"),
    Row("console:end", frozenset(RUNS), "end_session"),
    Row("console:hand-over", frozenset(RUNS), "run_steps"),
    Row("console:controls", frozenset(TENDS), "see_console"),
    Row("console:run-sheet", frozenset(TENDS), "see_console"),
    Row(
        "console:on-screen",
        frozenset(TENDS),
        "manage_screen",
        args=lambda world: ["blank"],
        method="POST",
    ),
    Row("console:cards", frozenset(TENDS), "send_card"),
    Row("console:card", frozenset(TENDS), "send_card", args=lambda world: [A_CARD["card"]]),
    Row("console:send-card", frozenset(TENDS), "send_card", method="POST", data=lambda w: A_CARD),
    Row(
        "console:take-card-off",
        frozenset(TENDS),
        "send_card",
        method="POST",
        data=lambda world: A_CARD,
    ),
    *door_rows("open-notes", "open_notes", NOBODY, RUNS, args=lambda world: ["diagnosis"]),
    # The world's notes are open already: that rule refuses whom the guard lets through.
    *door_rows("open-notes", "open_notes", args=lambda world: ["diagnosis"], method="POST"),
    *door_rows("authors", "see_authors", NOBODY, TENDS),
    *door_rows("authors", "see_authors", NOBODY, TENDS, method="POST"),
    *door_rows("paper", "see_console", NOBODY, TENDS),
    *door_rows("enter", "enter_note", NOBODY, TENDS),
    *door_rows("enter", "enter_note", NOBODY, TENDS, method="POST", data=lines_from_paper),
    Row("console:people", frozenset(TENDS), "see_people"),
    Row(
        "console:remove",
        frozenset(TENDS),
        "remove_participant",
        args=lambda world: [world.participant.pk],
    ),
    Row(
        "console:remove",
        frozenset(TENDS),
        "remove_participant",
        args=lambda world: [world.participant.pk],
        method="POST",
    ),
    *(
        Row(
            "console:personal-code",
            frozenset(TENDS),
            "give_personal_code",
            args=lambda world: [world.participant.pk],
            method=method,
        )
        for method in ("GET", "POST")
    ),
    Row(
        "console:joining",
        frozenset(TENDS),
        "lock_joining",
        args=lambda world: ["lock"],
        method="POST",
    ),
    # The rules refuse it once people have joined: nobody may.
    Row("console:new-code", frozenset(NOBODY), "lock_joining", method="POST"),
    Row("console:new-screen-link", frozenset(TENDS), "manage_screen", method="POST"),
]
