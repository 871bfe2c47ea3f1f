"""The fragments of a vote: one's own votes to each, how many have voted to facilitators."""

from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from live.rooms import gone, push
from workshops.models import Participant

from .ballots import Ballots

if TYPE_CHECKING:
    from .models import Note, Poll


def push_own_votes(poll: "Poll", person: Participant, ballots: Ballots | None = None) -> None:
    """Push what someone has voted for to them alone. Call inside the lock."""
    html = render_to_string("boards/_own_votes.html", own_votes_context(poll, person, ballots))
    push(poll.board.room_key, own_key(poll, person.pk), html, audience=person.identity)


def forget_own_votes(poll: "Poll", person: int) -> None:
    """Erase what was pushed of this person's votes. Call inside the lock."""
    gone(poll.board.room_key, own_key(poll, person))


def push_turnout(poll: "Poll") -> None:
    """Push how many have voted to facilitators. Call inside the lock."""
    html = render_to_string("boards/_turnout.html", {"poll": poll})
    push(poll.board.room_key, f"turnout-{poll.pk}", html, audience="facilitators")


def own_votes_context(
    poll: "Poll", person: Participant, ballots: Ballots | None = None
) -> dict[str, Any]:
    """The notes that this person `voted_for`, how many `votes_left` they have, and `dots`."""
    given = (ballots or Ballots(poll)).of(person.pk)
    return {
        "poll": poll,
        "votes_key": own_key(poll, person.pk),
        "voted_for": given.notes,
        "votes_left": given.left,
        "dots": [dot < len(given.notes) for dot in range(poll.votes_each)],
    }


def own_key(poll: "Poll", person: int) -> str:
    """Each person's own: one key would wander from one to the other."""
    return f"votes-{poll.pk}-{person}"


def with_votes(note: "Note") -> dict[str, Any]:
    """What the fragment of a note says of votes: that it takes them, or how many it has."""
    from .models import Poll

    poll = Poll.on(note.board)
    if poll:
        poll.count([note])
    return {"poll": poll}
