"""A column for words that are never changed once they are loaded: read from their text once."""

import json
from functools import lru_cache
from typing import Any

from django.db import models

MOST_SETS = 4


class KeptWords(models.JSONField):
    """JSON that all rows of one text share: a set is large, and nearly every answer quotes it.

    Nobody may change what is read; whoever loads a set gives it new tables.
    """

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Return what the text of the column says."""
        return read(value) if isinstance(value, str) else value

    def deconstruct(self) -> Any:
        """To a migration it is a column of JSON like any other."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.JSONField", arguments, options


@lru_cache(maxsize=MOST_SETS)
def read(text: str) -> Any:
    return json.loads(text)
