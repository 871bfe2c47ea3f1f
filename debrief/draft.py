"""The report as it would be if it were made now, for those who prepare it."""

import hashlib
import json
from functools import cached_property
from typing import Any

from workshops.models import Workshop

from .releasing import digest_of
from .snapshot import snapshot_of


class Draft:
    """A snapshot of this moment, and what no form of it holds: which notes its numbers stand for.

    `numbers` leads from the id of a note to its number, `ids` back.
    """

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.snapshot, self.used = snapshot_of(workshop)
        # Both are in the order of the appendix; what people saw differently has no number.
        notes = [key for key in self.used if not key.startswith("dissent-")]
        self.numbers = dict(zip(notes, self.snapshot["notes"], strict=True))

    @cached_property
    def ids(self) -> dict[str, str]:
        return {number: key for key, number in self.numbers.items()}

    @cached_property
    def numbering(self) -> str:
        """Stands for the numbers that all notes have now."""
        return hashlib.sha256(json.dumps(self.numbers).encode()).hexdigest()[:16]

    @cached_property
    def digest(self) -> str:
        """Stands for all that it says."""
        return digest_of(self.snapshot)

    @cached_property
    def data(self) -> dict[str, dict[str, Any]]:
        """The data of each activity's last part that has any, by the activity's key."""
        return {part["key"]: part["data"] for part in self.snapshot["parts"] if part["data"]}
