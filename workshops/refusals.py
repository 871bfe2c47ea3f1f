"""What a rule answers when it says no: a sentence for a person and an HTTP status."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .viewers import Viewer


class Refused(Exception):
    """A command was not carried out.

    `str(error)` is a translated sentence with a next step; `status` is the HTTP
    status that says the same to a program. What the person typed stays theirs, and
    `again` is the address to send it to anew, where that is not the one it came to. `form`
    is a template of the fields to mend, for `viewer`, where there is more than a text; `field`
    names the one that holds the text, empty where there is none.
    `wait` is after how many seconds the same would be taken; 0 says that it would not.
    """

    status = 409
    template = "workshops/refused.html"
    again = ""
    form = ""
    field = "text"
    viewer: "Viewer | None" = None
    wait = 0

    def __init__(self, sentence: str | Callable[[], str]) -> None:
        super().__init__(sentence)

    def __str__(self) -> str:
        return str(self.args[0])


class NotAllowed(Refused):
    """This person may not do this."""

    status = 403


class NotFit(Refused):
    """What was sent cannot be used as it is: empty, too long, not a choice."""

    status = 422


class Question(NotFit):
    """Not refused but asked first: sent again with the field `sure`, it is done as it is."""

    template = "workshops/question.html"


class Conflict(Refused):
    """Something else has happened since, or this operation was used for another text."""

    status = 409


class Gone(Refused):
    """The thing was taken back or removed."""

    status = 410
