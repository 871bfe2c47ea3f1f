"""The door of the desk: someone of Policy Lab, signed in with the second step.

The second step is asked for before any page (workshops/accounts/second_step.py). One report is
read as someone who has a part in its workshop, so a workshop that is not shared answers like
one that does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from workshops.doors import refused
from workshops.refusals import NotAllowed
from workshops.rights import may
from workshops.viewers import is_policy_lab

ACT = "read_shared"


@dataclass(frozen=True)
class Reader:
    """Someone at the desk, which belongs to no one workshop."""

    user: User | AnonymousUser

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset({"policy_lab"} if is_policy_lab(self.user) else ())


def at_policy_labs_desk(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a view be called with `(request)` if whoever asks may read what is shared."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, **kwargs) -> HttpResponseBase:
        if not may(Reader(request.user), ACT):
            return refused(request, NotAllowed(_("That is not yours to do here.")))
        return view(request, **kwargs)

    guarded.act = ACT  # type: ignore[attr-defined]  # read by the permission matrix test
    return guarded
