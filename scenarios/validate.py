"""Pydantic's verdict on a document, in words an author can act on."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scenarios.finding import Finding
from scenarios.locate import Located

M = TypeVar("M", bound=BaseModel)

MOST = 200
"""Faults told at once; beyond these the file is another kind of file."""

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("is missing", "add it"),
    "literal_error": ("is none of the allowed words", "write {expected}"),
    "string_type": ("must be text", "put the value in quotes"),
    "string_too_short": ("is empty", "write at least one word"),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "string_pattern_mismatch": ("is not written as it must be", "follow the pattern {pattern}"),
    "list_type": ("must be a list", "write [first, second], or one '- ' line each"),
    "dict_type": ("must be a mapping", "write 'key: value' lines below it"),
    "model_type": ("must be a mapping of fields", "write 'field: value' lines below it"),
    "too_short": ("has {actual_length} items, too few", "give at least {min_length}"),
    "too_long": ("has {actual_length} items, too many", "give at most {max_length}"),
    "int_parsing": ("must be a whole number", "write digits only"),
    "int_type": ("must be a whole number", "write digits only"),
    "int_from_float": ("must be a whole number", "write digits only"),
    "bool_parsing": ("must be true or false", "write true or false"),
    "bool_type": ("must be true or false", "write true or false"),
    "greater_than_equal": ("is too small", "write {ge} or more"),
    "less_than_equal": ("is too big", "write {le} or less"),
}
_UNKNOWN = "schema.unknown-field"
_DATES = ("is not a date", "write it as 2026-09-14")
_TIMES = ("is not a date with a time", "write it as 2026-09-14 08:00")


def validate(
    model: type[M], located: Located, data: object = None
) -> tuple[M | None, list[Finding]]:
    """``data`` (``located.data`` if left out) as ``model``, or every fault at its line."""
    try:
        return model.model_validate(located.data if data is None else data), []
    except ValidationError as errors:
        faults = errors.errors(include_url=False)[:MOST]
        return None, [_finding(located, model, error) for error in faults]


def _finding(located: Located, model: type[BaseModel], error: ErrorDetails) -> Finding:
    path = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "extra_forbidden":
        return _unknown_field(located, model, path)
    wrong, remedy = _words(error)
    return located.finding(path, wrong, remedy, f"schema.{error['type'].replace('_', '-')}")


def _words(error: ErrorDetails) -> tuple[str, str]:
    kind = error["type"]
    if kind == "value_error":
        wrong, _, remedy = error["msg"].removeprefix("Value error, ").partition("; ")
        return wrong, remedy or "see docs/scenario-language.md"
    if kind.startswith(("datetime_", "timezone_")):
        return _TIMES
    if kind.startswith("date_"):
        return _DATES
    if kind in _WORDS:
        context = error.get("ctx", {})
        wrong, remedy = (words.format(**context) for words in _WORDS[kind])
        given = error["input"]
        if kind != "missing" and isinstance(given, str | int | float):
            wrong = f"{str(given)[:40]!r} {wrong}"
        return wrong, remedy
    return error["msg"][:1].lower() + error["msg"][1:], "see docs/scenario-language.md"


def _unknown_field(
    located: Located, model: type[BaseModel], path: tuple[str | int, ...]
) -> Finding:
    name = str(path[-1])[:60]
    if " " in name:
        remedy = "if it belongs to the text before it, put quotes around that whole text"
        return located.finding(path, f"'{name}' is not a field here", remedy, _UNKNOWN)
    near = difflib.get_close_matches(name, _field_names(model), n=1)
    remedy = f"did you mean '{near[0]}'? Else remove it" if near else "remove it"
    return located.finding(path, f"'{name}' is not a field here", remedy, _UNKNOWN)


@cache
def _field_names(model: type[BaseModel]) -> list[str]:
    """Every field name of the language; one list is near enough to guess from."""
    names = set(model.model_fields)
    for definition in model.model_json_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", {}))
    return sorted(names)
