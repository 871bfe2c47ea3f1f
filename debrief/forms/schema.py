"""The published schema of the report's data. A new one has a new number and a new address."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

SCHEMA_FILE = Path(__file__).parents[1] / "schema" / "report-2.json"
MEDIA_TYPE = "application/schema+json"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The schema of the snapshots that are made now."""
    return json.loads(SCHEMA_FILE.read_text())
