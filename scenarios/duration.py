"""Lengths of time as an author writes them: ``45s``, ``2h``, ``3wd``, ``1wd 4h``, ``6w``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WORKDAY = 8 * HOUR
"""A working day is eight hours of working time, 08:00 to 16:00 on the story's clock."""

_UNITS = {"s": SECOND, "min": MINUTE, "h": HOUR, "wd": WORKDAY, "d": DAY, "w": 7 * DAY}
_PART = re.compile(r"(?<![\d.])(\d{1,6}(?:\.\d{1,3})?)\s*(min|wd|s|h|d|w)")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. ``working`` means it counts working time (``wd``), else calendar time."""

    ms: int
    working: bool
    text: str

    def __str__(self) -> str:
        return self.text


def parse(text: object) -> Duration:
    """Read ``text`` (``"2wd 3h"``).

    Hours beside working days count as working hours. Raises ValueError in words an author can
    act on.
    """
    if isinstance(text, Duration):
        return text
    written = str(text).strip()
    parts = _PART.findall(written)
    if not parts or _PART.sub("", written).strip():
        raise ValueError(
            f"{written!r} is not a length of time; write a number and s, min, h, wd, d or w, "
            "for example '3wd' or '1wd 4h'"
        )
    units = {unit for _, unit in parts}
    if "wd" in units and units & {"d", "w"}:
        raise ValueError(f"{written!r} mixes working days (wd) with calendar days (d, w); use one")
    ms = sum(round(float(number) * _UNITS[unit]) for number, unit in parts)
    return Duration(ms=ms, working="wd" in units, text=written)


Span = Annotated[
    Duration,
    BeforeValidator(parse),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\s*(\d+(\.\d+)?\s*(min|wd|s|h|d|w)\s*)+$",
            "examples": ["3wd"],
        }
    ),
]
"""A field of a scenario that holds a :class:`Duration`, written and stored as its text."""
