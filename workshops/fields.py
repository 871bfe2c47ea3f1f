"""Fields of our own forms that no person types: numbers and UUIDs."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from .refusals import NotFit


def number_in(request: HttpRequest, field: str, most: int = 2**31) -> int:
    """Return a whole number of the form from 0 to `most`, or raise NotFit."""
    given = request.POST.get(field, "")
    if not (given.isascii() and given.isdigit() and len(given) < 12 and int(given) <= most):
        raise out_of_date()
    return int(given)


def uuid_of(given: str) -> UUID:
    """Return the UUID that was sent, or raise NotFit."""
    try:
        return UUID(given)
    except ValueError:
        raise out_of_date() from None


def out_of_date() -> NotFit:
    """What to say when a field that the page fills in is missing or odd."""
    return NotFit(_("This form is out of date. Load the page again."))
