"""Each activity's tables, by its key: like its template, but as plain values."""

from collections.abc import Callable, Iterator
from typing import Any

from ..table import Notes, Table
from .additions import added
from .diagnosis import diagnosis
from .difference import difference
from .indicators import indicators
from .plan import plan
from .proxies import proxies
from .relationships import relationships
from .responses import first_response, scenario
from .stakeholders import stakeholders

PARTS: dict[str, Callable[[dict[str, Any], Notes], Iterator[Table]]] = {
    "diagnosis": diagnosis,
    "stakeholders": stakeholders,
    "relationships": relationships,
    "indicators": indicators,
    "additions": added,
    "proxies": proxies,
    "first_response": first_response,
    "scenario": scenario,
    "debrief": difference,
    "plan": plan,
}
