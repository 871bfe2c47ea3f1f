"""Who is here: one write for all rooms of a process, and a push where something shows."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from live.clock import now
from live.rooms import turn_to_write

from .models import Facilitator, Participant, Session
from .people_fragments import people_fragment, push_people
from .viewers import Viewer

SELDOM = timedelta(seconds=30)

_shown: dict[int, str] = {}


def note_presence(connected: Mapping[str, frozenset[str]]) -> None:
    """Note that these identities are connected now, by room key."""
    with turn_to_write():
        people = _numbers("participant", (one for who in connected.values() for one in who))
        Participant.objects.filter(pk__in=people).update(seen_at=now())
        for room_key, who in connected.items():
            users = _numbers("user", who)
            if users:
                Facilitator.objects.filter(
                    workshop__sessions=_session_of(room_key), user__in=users
                ).update(seen_at=now())
    for session in Session.objects.filter(pk__in=map(_session_of, connected), ended_at=None):
        _push_if_changed(session)


def seen(viewer: Viewer) -> None:
    """Note that somebody asked for something, for those without a socket or a stream.

    Where a whole room can only ask now and then, this is also what keeps the list of people right.
    """
    who = viewer.facilitator if viewer.door == "console" else viewer.participant
    if who is None or (who.seen_at and who.seen_at >= now() - SELDOM):
        return
    type(who).objects.filter(pk=who.pk).update(seen_at=now())
    if viewer.session and not viewer.session.ended_at:
        _push_if_changed(viewer.session)


def _push_if_changed(session: Session) -> None:
    html = people_fragment(session)
    if _shown.get(session.pk) != html:
        push_people(session)
        _shown[session.pk] = html


def _numbers(kind: str, identities: Iterable[str]) -> list[int]:
    return [int(one.split(":")[1]) for one in identities if one.startswith(f"{kind}:")]


def _session_of(room_key: str) -> int:
    return int(room_key.removeprefix("session-"))
