"""How fast one person and one room may go, counted in this process."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from live.allowance import Allowance, Allowances

from . import limits
from .refusals import Refused
from .throttle import address_of
from .viewers import Viewer

_commands = Allowances(limits.COMMANDS_AT_ONCE, limits.COMMANDS_A_SECOND)
_rooms = Allowances(limits.ROOM_AT_ONCE, limits.ROOM_A_SECOND)
_pages = Allowances(limits.PAGES_AT_ONCE, limits.PAGES_A_SECOND)


class TooFast(Refused):
    """More at once than is taken; the same is welcome `wait` seconds later."""

    status = 429


def keep_pace(request: HttpRequest, viewer: Viewer) -> None:
    """Count this request, or raise TooFast. A command counts for its room too."""
    who = f"{viewer.workshop.pk}:{_name(request, viewer)}"
    if request.method != "POST":
        return _take(_pages.of(who))
    _take(_commands.of(who))
    if viewer.session:
        _take(_rooms.of(viewer.room_key))


def forget() -> None:
    """Forget what was counted, for the next test."""
    for each in (_commands, _rooms, _pages):
        each.forget()


def _take(allowance: Allowance) -> None:
    if not allowance.take():
        too_fast = TooFast(_("Too much at once. What you wrote is kept: send it in a moment."))
        too_fast.wait = allowance.wait()
        raise too_fast


def _name(request: HttpRequest, viewer: Viewer) -> str:
    """Everyone who was given the screen's link is the screen: there the address counts."""
    return address_of(request) if viewer.door == "screen" else viewer.identity
