"""What was undone, in words for the one who did it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

if TYPE_CHECKING:
    from .models import Note

PLAIN = {
    "change": gettext_lazy("Changed back to your words from before."),
    "park": gettext_lazy("Not parked any more."),
    "unpark": gettext_lazy("Parked for later again."),
    "differently": gettext_lazy("Back to what you said before."),
    "alike": gettext_lazy("You see it differently again. The sentence you took back stays gone."),
    "hide": gettext_lazy("Back on the board."),
    "restore": gettext_lazy("Hidden again."),
    "admit": gettext_lazy("Among the late notes again."),
    "merge": gettext_lazy("Taken apart again. Both are on the board."),
    "unmerge": gettext_lazy("Merged again."),
    "rename": gettext_lazy("The group has its former name again."),
}


def what_was_undone(act: str, notes: "list[Note]") -> str:
    """Return a sentence about an undone `act`; `notes` are those it changed, as they are now."""
    if act in PLAIN:
        return str(PLAIN[act])
    if act == "gather":
        return _("Taken apart again. The notes stay.")
    if act == "ungroup":
        count = len(notes)
        return ngettext(
            "Grouped again: %(count)d note.", "Grouped again: %(count)d notes.", count
        ) % {"count": count}
    return where(act, notes[0])


def where(act: str, note: "Note") -> str:
    """Where a note is again that was moved, put into a group or taken out of one."""
    if act == "move":
        return _("Moved back to %(column)s.") % {"column": note.column}
    if note.cluster:
        return _("Back in the group %(name)s.") % {"name": note.cluster.name}
    return _("Loose in %(column)s again.") % {"column": note.column}
