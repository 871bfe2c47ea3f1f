"""Who may come in: the join code and links of a session, and whether joining is open."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from live.clock import now
from live.rooms import revoke

from .. import limits
from ..activities import all_activities
from ..codes import new_code, new_token, tidy
from ..people_fragments import push_people
from ..refusals import Conflict
from ..screen_fragments import push_code
from .operation import LogEntry

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .people import Participant
    from .session import Session


class Admitting:
    """What facilitators do at the door. Each verb locks the room and pushes last."""

    @classmethod
    def open_with(cls: "type[Session]", code: str) -> "Session | None":
        """Return the session that can be joined with a typed code now.

        None for an unknown, an ended and a locked one alike, by one query, so
        that someone who guesses learns nothing from the answer or its time.
        """
        return cls.objects.filter(code=tidy(code), ended_at=None, joining_locked=False).first()

    def must_be_joinable(self: "Session") -> None:
        """Raise Conflict with the reason when nobody can join any more, or not for now."""
        self.refresh_from_db(fields=["ended_at", "joining_locked"])
        if self.ended_at:
            raise Conflict(_("This workshop has ended."))
        if self.joining_locked:
            raise Conflict(_("Joining is closed for now. Ask the facilitator to open it."))
        if self.people_here().count() >= limits.PEOPLE:
            raise Conflict(_("This workshop is full. Ask the facilitator to make room."))

    def lock_joining(self: "Session", by: "User", locked: bool) -> None:
        """Close the door to newcomers, or open it; who is in stays in."""
        with self.lock():
            self.joining_locked = locked
            self.save(update_fields=["joining_locked"])
            self.read_again()  # the code may have been taken off the screen meanwhile
            self._log(by, "locked-joining" if locked else "opened-joining")
            push_code(self)
            push_people(self)

    def renew_code(self: "Session", by: "User") -> None:
        """Make a new join code and join link; the old ones stop working.

        The code is also the address of every place, so it stays once someone has joined.
        """
        with self.lock():
            if self.participants.exists():
                raise Conflict(
                    _("People have joined with this code, so it stays. Close joining instead.")
                )
            self.code, self.link_token = new_code(), new_token()
            self.save(update_fields=["code", "link_token"])
            self._log(by, "new-join-code")
            push_code(self)

    def renew_screen_link(self: "Session", by: "User") -> None:
        """Make a new link for the screen; screens that show the old one are closed."""
        with self.lock():
            self.screen_token = new_token()
            self.save(update_fields=["screen_token"])
            self._log(by, "new-screen-link")
            revoke(self.room_key, f"screen:{self.pk}")

    def remove(self: "Session", person: "Participant", by: "User") -> None:
        """Close someone's place: the cookie stops working and open pages are cut off.

        Notes stay, unless the facilitator hides them one by one.
        """
        with self.lock():
            person.refresh_from_db()
            if person.removed_at:
                return
            person.removed_at = now()
            person.save(update_fields=["removed_at"])
            self._log(by, "removed-a-participant", str(person))
            revoke(self.room_key, person.identity)
            for each in all_activities():
                each.people_changed(self)
            push_people(self)

    def renew_personal_code(self: "Session", person: "Participant", by: "User") -> str:
        """Make a new personal code for someone who lost theirs, and return it to be said aloud.

        The old one stops working; whoever is in stays in. The person's own page says who made it.
        """
        with self.lock():
            person.refresh_from_db()
            person.still_here()
            person.renew_personal_code(by_facilitator=True)
            self._log(by, "made-a-personal-code", str(person))
        return person.personal_code

    def look_up_writers(self: "Session", by: "User") -> None:
        """Put on record that someone looks up who wrote which note."""
        with self.lock():
            self._log(by, "looked-up-writers")

    def _log(self: "Session", by: "User", act: str, detail: str = "") -> None:
        LogEntry.objects.create(session=self, user=by, act=act, detail=detail)
