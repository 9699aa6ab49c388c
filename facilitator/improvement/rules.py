"""What a row of the plan must have, and what is written down when it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from facilitator.improvement.row import LEVELS, STATUSES, Change, Row

TEXT_CHARS = 400
MOST_OF_ONE = 5
"""Rows that one team takes from one exercise: few enough that something comes of them (B9)."""

Fault = Literal["missing", "too_long", "no_date", "no_such", "why"]

_KEPT = ("finding", "measure", "level", "owner", "due", "verify", "status", "reason")
"""The fields whose changes are remembered."""


def faults(row: Row, owners: Iterable[str], scenarios: Iterable[str]) -> dict[str, Fault]:
    """What is wrong with a row, by field.

    ``owners`` are the roles and services that may be named: from a list, so that no person is.
    ``scenarios`` are the slugs that an exercise can be made of.
    """
    found = {**_texts(row), **_choices(row, set(scenarios))}
    if "owner" not in found and row.owner not in set(owners):
        found["owner"] = "no_such"
    if row.status == "dropped" and not row.reason:
        found["reason"] = "why"
    return found


def _texts(row: Row) -> dict[str, Fault]:
    needed = {"finding": row.finding, "measure": row.measure, "owner": row.owner}
    found: dict[str, Fault] = {name: "missing" for name, text in needed.items() if not text}
    texts = {**needed, "reason": row.reason}
    return {**found, **{name: "too_long" for name in texts if len(texts[name]) > TEXT_CHARS}}


def _choices(row: Row, scenarios: set[str]) -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    if row.level not in LEVELS:
        found["level"] = "missing"
    if row.status not in STATUSES:
        found["status"] = "missing"
    if not _is_date(row.due):
        found["due"] = "no_date"
    if row.verify and row.verify not in scenarios:
        found["verify"] = "no_such"
    return found


def is_full(rows: Iterable[Row]) -> bool:
    """Whether the rows of one team and exercise are as many as a plan should have (B9)."""
    return sum(row.status != "dropped" for row in rows) >= MOST_OF_ONE


def changes(before: Row, after: Row, wall: int) -> tuple[Change, ...]:
    """What became another, field by field. ``wall`` is when (ms since 1970)."""
    pairs = ((name, str(getattr(before, name)), str(getattr(after, name))) for name in _KEPT)
    return tuple(Change(before.id, wall, name, was, now) for name, was, now in pairs if was != now)


def named_in(text: str, names: Iterable[str]) -> str:
    """The first of the participants' ``names`` that stands in ``text``; '' if none does.

    First and last names alone count too, from three letters on.
    """
    said = set(re.findall(r"\w+", text.casefold()))
    for name in names:
        if any(part in said for part in re.findall(r"\w{3,}", name.casefold())):
            return name
    return ""


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
