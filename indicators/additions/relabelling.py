"""The words of an added indicator, wherever boards keep a copy: they follow its note.

When they are changed, hidden or taken back, columns get the new ones and whatever was
pushed with the old ones is pushed anew; what is only remembered with them forgets.
"""

from uuid import UUID

from django.utils.html import escape

from boards.fragments import push_trays
from boards.models import Column, Note
from live.models import Change
from workshops.models import Operation, Session

from ..models import Indicator

OF_NOTES = ("note-", "mine-")


def relabel(session: Session) -> bool:
    """Give the columns of added indicators the words these have now. Call inside the lock.

    Says whether any were others before.
    """
    added = [each for each in Indicator.of(session.workshop) if each.is_added]
    old = [words for each in added for words in renamed(each)]
    for words in old:
        forget(session, words)
    return bool(old)


def renamed(indicator: Indicator) -> set[str]:
    """Change the columns of one indicator in every session; return the words they had."""
    label = indicator.label
    columns = Column.objects.filter(
        board__session__workshop=indicator.workshop_id, key=indicator.key
    ).exclude(label=label)
    had = set(columns.values_list("label", flat=True))
    columns.update(label=label)
    return had


def forget(session: Session, words: str) -> None:
    """Push anew what was pushed here with these words; elsewhere, and in answers, erase them."""
    rooms = {each.room_key: each for each in session.workshop.sessions.all()}
    told = Change.objects.filter(room__key__in=rooms, html__contains=escape(words))
    told.exclude(room__key=session.room_key).delete()
    keys = set(told.values_list("key", flat=True))
    pks = [UUID(key[len("note-") :]) for key in keys if key.startswith(OF_NOTES)]
    for note in Note.objects.with_everything().filter(pk__in=pks):
        note.column.board.session = session
        note.push()
    for board in session.boards.all():
        if f"trays-{board.pk}" in keys:
            push_trays(board)
    said = Operation.objects.filter(session__workshop=session.workshop)
    for operation in said.filter(answer__said__icontains=words):
        operation.answer["said"] = ""
        operation.save(update_fields=["answer"])
