"""What people say in the played day: from the YAML beside this file."""

from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import Any

import yaml

# What was written and must be in no report, whatever its form.
HIDDEN = "Flat 12 above the launderette has had three boilers since Easter."
TAKEN_BACK = "My own landlord reads these boards, so I would rather leave."
LATE = "This occurred to me on the stairs, after the board had closed."
SEALED = "Nobody but me has read this, and nobody opened it."
UNSEEN = (HIDDEN, TAKEN_BACK, LATE, SEALED)


@cache
def said(part: str) -> dict[str, Any]:
    """One file of words, read once."""
    return yaml.safe_load((Path(__file__).parent / "words" / f"{part}.yaml").read_text())


def lines(entries: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Entries such as "Sam: words" as pairs."""
    return [pair for entry in entries for pair in entry.items()]


class Tongues:
    """Says each thing in another script, always in other words, so that nothing is a double."""

    def __init__(self) -> None:
        self.sentences, self.number = cycle(said("scripts")["sentences"]), count(1)

    def __call__(self, longest: int) -> str:
        end = f" {next(self.number)}"
        return next(self.sentences)[: longest - len(end)] + end
