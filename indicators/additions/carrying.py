"""Keeps what was written for an indicator where that indicator is now.

Each note has a home, the indicator it was written for, and belongs into the column of what
stands for that home. So merging is one pointer: set and taken away in any order it leaves
every note where it belongs, and undoing a merge gives back what went along. (ADR 0020)
"""

from django.db.models import Q

from boards.fragments import push_tally
from boards.models import Board, Cluster, Column, Note
from workshops.models import Session, Workshop

from ..columns import IndicatorColumns
from ..models import Carried, Indicator
from .relabelling import relabel

BESIDE = {"addition", "shares", "carried"}  # rows that are nobody's work for an indicator


def carry(session: Session) -> None:
    """Give each indicator its column and each note its place, on this session's boards.

    Call inside the lock. Boards of other sessions stay as they were left.
    """
    relabel(session)
    for board in session.boards.all():
        if isinstance(board.activity, IndicatorColumns):
            board.session = session
            carry_on(board)


def carry_on(board: Board) -> None:
    """Do so on one board; a column that nothing belongs into any more goes."""
    board.bring_columns()
    places = columns_by_key(board)
    moving = [
        (note, home, places[home.key])
        for note, home in notes_with_homes(board)
        if places[home.key].pk != note.column_id
    ]
    if moving:
        take_along(board, moving)
    gone = board.columns.exclude(pk__in={place.pk for place in places.values()})
    if gone.filter(notes=None).delete()[0] or moving:
        push_tally(board)


def columns_by_key(board: Board) -> dict[str, Column]:
    """For the key of each indicator the column of what stands for it."""
    indicators = {each.pk: each for each in Indicator.of(board.session.workshop)}
    columns = {column.key: column for column in board.columns.all()}

    def survivor(indicator: Indicator) -> Indicator:
        while indicator.merged_into_id:
            indicator = indicators[indicator.merged_into_id]
        return indicator

    return {each.key: columns[survivor(each).key] for each in indicators.values()}


def notes_with_homes(board: Board) -> list[tuple[Note, Indicator]]:
    """The notes that may have to move: those that went along, and those of what was merged."""
    indicators = {each.key: each for each in Indicator.of(board.session.workshop)}
    merged = [key for key, each in indicators.items() if each.merged_into_id]
    notes = board.notes().filter(Q(column__key__in=merged) | Q(carried__isnull=False))
    found = []
    for note in notes.select_related("column", "carried__home").order_by("order"):
        record = getattr(note, "carried", None)
        if record and record.at_id == note.column_id:
            found.append((note, record.home))
        else:
            found.append((note, indicators[note.column.key]))
    return found


def take_along(board: Board, moving: list[tuple[Note, Indicator, Column]]) -> None:
    """Move notes, with the groups that go as a whole. Nobody's version of a note changes by it,
    so that whoever is changing one meanwhile saves it where it is now."""
    to = {note.pk: place for note, _home, place in moving}
    groups = list(Cluster.objects.filter(notes__in=to).distinct())
    for cluster in groups:
        follow(cluster, to)
    for note, home, place in moving:
        board.notes().filter(pk=note.pk).update(column=place)
        if home.key == place.key:
            Carried.objects.filter(note=note).delete()
        else:
            where = {"home": home, "at": place}
            Carried.objects.update_or_create(note=note, defaults=where)
    for note in Note.objects.with_everything().filter(pk__in=to):
        note.column.board.session = board.session
        note.push()
    for cluster in groups:
        cluster.go_if_empty()


def follow(cluster: Cluster, to: dict) -> None:
    """Take a group along when all that is in it goes to one place; else those that go leave it."""
    notes = list(cluster.notes.values_list("pk", flat=True))
    place, *others = {to.get(pk) for pk in notes}
    if place and not others:
        cluster.column = place
        cluster.save(update_fields=["column"])
        cluster.push()
    else:
        cluster.notes.filter(pk__in=to).update(cluster=None)


def is_used(indicator: Indicator) -> bool:
    """Say whether anyone wrote for it, tagged with it, rated it or merged another into it."""
    rows = [each for each in indicator._meta.related_objects if each.name not in BESIDE]
    linked = (
        each.related_model._default_manager.filter(**{each.field.name: indicator}) for each in rows
    )
    return (
        any(found.exists() for found in linked)
        or written_for(indicator.workshop, indicator.key).exists()
    )


def written_for(workshop: Workshop, key: str):
    """Every note under an indicator or with its home there, in any session."""
    here = Q(column__key=key) | Q(carried__home__key=key)
    return Note.objects.filter(here, column__board__session__workshop=workshop)
