"""How much each fault is tried with: little in every test run, all of it with HSI_LONG=1.

HSI_LONG=2 lives through many more sessions, which takes half an hour more.
"""

import os
from dataclasses import dataclass

import pytest

LONG = os.environ.get("HSI_LONG", "") not in ("", "0", "off")
LONGEST = os.environ.get("HSI_LONG") == "2"


@dataclass(frozen=True)
class Size:
    """So many people who write `a_second` notes between them, for so many seconds."""

    people: int
    seconds: int
    a_second: int = 25

    @property
    def notes(self) -> int:
        return self.seconds * self.a_second


ROOM = Size(people=200, seconds=60) if LONG else Size(people=40, seconds=6)
CONTROL = Size(people=12, seconds=3)  # a guard is missing: it must show soon
POWER_CUTS = 20 if LONG else 3
# That a fault is seen without its guard is tried by script/faults; the quick ones always.
SLOW_CONTROL = pytest.mark.skipif(not LONG, reason="a slow control; HSI_LONG=1 runs it")
