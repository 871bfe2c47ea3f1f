"""What tests of a running session share: pressing a control, and the changes that went out."""

from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from live.models import Change
from workshops.models import Session


def press(client: Client, session: Session, address: str, **fields) -> HttpResponse:
    """Press a control as the console's script does; `operation` is fresh unless given."""
    fields = {"operation": str(uuid4()), **fields}
    path = f"/run/{session.code}/{address}"
    return client.post(path, fields, headers={"accept": "application/json"})


def pressed_on_now(client: Client, session: Session, verb: str, **fields) -> HttpResponse:
    """Press a control on the step that runs."""
    return press(client, session, f"control/{verb}/", step=session.current_step().pk, **fields)


def change(session: Session, key: str, audience: str = "all") -> Change | None:
    """The latest version of a fragment for an audience."""
    return Change.objects.filter(
        room__key=session.room_key, key=key, audience=audience, gone=False
    ).first()


def seq(session: Session, key: str, audience: str = "all") -> int:
    """When a fragment was last pushed; 0 when it never was."""
    found = change(session, key, audience)
    return found.seq if found else 0
