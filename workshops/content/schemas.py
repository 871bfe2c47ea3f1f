"""Is a file shaped as its JSON Schema says? The schemas stand in schemas/, one for each table."""

import json
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .documents import Document
from .mistakes import Mistake
from .plain_yaml import Way

FOLDER = Path(__file__).parent / "schemas"
KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a set of fields",
    "null": "empty",
}


def check_shape(document: Document, name: str) -> list[Mistake]:
    """Return what is wrong with the fields of `document`, read as the table `name`."""
    found = []
    for error in validator(name).iter_errors(document.data):
        way = tuple(error.absolute_path)
        found += [document.mistake(way + more, reason) for more, reason in _in_words(error)]
    return found


def known_tables() -> set[str]:
    """Return the names of all tables that have a schema."""
    return {file.stem for file in FOLDER.glob("*.yaml")} - {"set", "head", "parts"}


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the validator of a table: the head that all tables share and its own fields."""
    schema = _schema(name)
    if name in known_tables():
        schema = _with_head(schema, _schema("head"))
    parts = DRAFT202012.create_resource(_schema("parts"))
    return Draft202012Validator(schema, registry=Registry().with_resource("parts", parts))


def _schema(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def _with_head(own: dict[str, Any], head: dict[str, Any]) -> dict[str, Any]:
    return {
        **head,
        "properties": {**head["properties"], **own["properties"]},
        "required": [*head["required"], *own["required"]],
    }


def _in_words(error: ValidationError) -> list[tuple[Way, str]]:
    """Return, for each thing the error says, the fields to add to its path and a sentence."""
    match error.validator:
        case "required":
            return [
                ((name,), f"“{name}” is missing.")
                for name in error.validator_value
                if name not in error.instance and f"'{name}'" in error.message
            ]
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            return [
                ((name,), _unknown(name, known)) for name in error.instance if name not in known
            ]
        case "uniqueItems":
            entries = error.instance
            return [
                ((n,), f"“{entry}” stands in this list twice.")
                for n, entry in enumerate(entries)
                if entry in entries[:n]
            ]
    return [((), _sentence(error))]


def _unknown(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"“{name}” is not a field here." + (f" Did you mean “{close[0]}”?" if close else "")


def _sentence(error: ValidationError) -> str:
    limit = error.validator_value
    match error.validator:
        case "type":
            kinds = [limit] if isinstance(limit, str) else limit
            return f"This must be {' or '.join(KINDS[kind] for kind in kinds)}."
        case "enum":
            return f"“{error.instance}” is not one of {', '.join(map(str, limit))}."
        case "const":
            return f"This must be {json.dumps(limit)}, not {json.dumps(error.instance)}."
        case "pattern" | "minLength":
            return str(error.schema.get("description", "This must not be empty."))
        case "maxLength":
            return f"This is too long by {len(error.instance) - limit} characters."
        case "minItems":
            return f"This list needs {limit} or more entries; it has {len(error.instance)}."
        case "maxItems":
            return f"This list may have {limit} entries; it has {len(error.instance)}."
        case "minimum":
            return f"This must be {limit} or more."
        case "maximum":
            return f"This must be {limit} or less."
    return f"{error.message}."
