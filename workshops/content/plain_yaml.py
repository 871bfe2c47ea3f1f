"""YAML without its surprises, and with line numbers.

Only texts, whole numbers, decimals, true, false and null are recognised: `no`
stays a word, `10:30` stays a time as written, and dates stay text. Anchors,
aliases, tags and doubled keys are refused.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

Way = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_VALUES: dict[str, Callable[[str], Any]] = {
    f"{_TAG}str": str,
    f"{_TAG}int": int,
    f"{_TAG}float": float,
    f"{_TAG}bool": lambda text: text == "true",
    f"{_TAG}null": lambda text: None,
}

_COLLECTIONS = {f"{_TAG}map", f"{_TAG}seq"}


class NotPlain(Exception):
    """The text is not plain YAML; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


class _PlainLoader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _kind, _pattern, _first in (
    ("null", r"null|~|", ["n", "~", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"-?(0|[1-9][0-9]{0,14})", list("-0123456789")),
    ("float", r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}", list("-0123456789")),
):
    _PlainLoader.add_implicit_resolver(f"{_TAG}{_kind}", re.compile(rf"^(?:{_pattern})$"), _first)


def parse(text: str) -> tuple[Any, dict[Way, int]]:
    """Return the data of a YAML text and the line of each value by its path.

    Raises NotPlain with the first line that cannot be read.
    """
    try:
        root = yaml.compose(text, Loader=_PlainLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise NotPlain(line, f"This is not YAML: {error.problem}.") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise NotPlain(line, "There is a character here that no file may hold.") from None
    except RecursionError:
        raise NotPlain(1, "The lists in this file are nested too deeply.") from None
    if root is None:
        raise NotPlain(1, "The file is empty.")
    lines: dict[Way, int] = {}
    return _value(root, (), lines, set()), lines


def _value(node: yaml.Node, path: Way, lines: dict[Way, int], seen: set[int]) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(path, line)
    if id(node) in seen:
        raise NotPlain(line, "Write the text out again; “&” and “*” are not used here.")
    seen.add(id(node))
    if isinstance(node, yaml.CollectionNode) and node.tag not in _COLLECTIONS:
        raise NotPlain(line, _no_tag(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, (*path, n), lines, seen) for n, each in enumerate(node.value)]
    if node.tag not in _VALUES:
        raise NotPlain(line, _no_tag(node))
    return _VALUES[node.tag](node.value)


def _mapping(
    node: yaml.MappingNode, path: Way, lines: dict[Way, int], seen: set[int]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in node.value:
        line = name.start_mark.line + 1
        if not isinstance(name, yaml.ScalarNode):
            raise NotPlain(line, "The name of a field must be a word.")
        if name.value in values:
            raise NotPlain(line, f"“{name.value}” stands here twice.")
        lines[(*path, name.value)] = line
        values[name.value] = _value(value, (*path, name.value), lines, seen)
    return values


def _no_tag(node: yaml.Node) -> str:
    return f"Tags such as “{node.tag.replace(_TAG, '!!')}” are not used here."
