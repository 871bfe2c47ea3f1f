"""Fill an empty data folder with running workshops; run as a child of the bench and of tests.

python -m bench.rooms PEOPLE ... makes a room of so many for each number and prints one
JSON line for it: its code, the column to write in, and for each person the cookie that
is their place.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

CONTENT = Path(__file__).resolve().parent.parent / "fixtures" / "content" / "hsi-2024"


def main(people: list[int]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings

    from .ready import STAMP

    call_command("migrate", verbosity=0)
    call_command("load_content", str(CONTENT), stdout=sys.stderr)
    if not settings.DEBUG and not (Path(settings.STATIC_ROOT) / STAMP).exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    for room in running_rooms(people):
        print(json.dumps(room), flush=True)


def running_rooms(people: list[int]) -> Iterator[dict]:
    """Make workshops that are in their first writing step, with people in them."""
    from django.contrib.auth.models import User
    from django.utils import timezone

    from workshops.models import ContentSet, Workshop

    owner, _ = User.objects.get_or_create(username="grace", first_name="Grace")
    for number, expected in enumerate(people, 1):
        workshop = Workshop.plan(
            owner,
            ContentSet.newest(),
            starts_at=timezone.now(),
            expected=expected,
            policy_area=f"Room {number}",
            use_case="local_convene",
            place="Ambleford",
        )
        yield running(workshop.sessions.get(), expected)


def running(session, people: int) -> dict:
    """Start the session, go on to its first writing step and let the people in."""
    from workshops.doors import cookie_of
    from workshops.models import Participant

    session.start(session.workshop.facilitators.first())
    while session.current_step().mode != "write":
        session.go_on(session.current_step().pk)
    column = session.boards.get(activity_key="diagnosis").columns.first()
    joined: dict = {"organisation": "", "category": "not_said", "agrees_to_keeping": True}
    joined |= {"agrees_to_be_named": False, "may_be_shown": False, "operation": None}
    tokens = [Participant.join(session, name=f"P{n}", **joined)[1] for n in range(people)]
    return {
        "session": session.pk,
        "code": session.code,
        "screen": session.screen_token,
        "column": column.key,
        "into": column.live_key,
        "cookies": [f"{cookie_of(session)}={token}" for token in tokens],
    }


if __name__ == "__main__":
    main([int(people) for people in sys.argv[1:]])
