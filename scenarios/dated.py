"""Rows of law and guidance: marked with how sure they are, and with the dates they hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from scenarios.schema import Model, SourceMark


class Dated(Model):
    """A row with a source mark, the days it is in force, and the day its source was read."""

    mark: SourceMark
    valid_from: date
    valid_to: date | None = None
    """Last day it is in force; open if left out."""
    read: date

    @property
    def is_requirement(self) -> bool:
        """True if it may be shown as a requirement: read in law, or national guidance."""
        return self.mark in ("V", "G")

    def holds(self, on: date) -> bool:
        """True if it is in force on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


D = TypeVar("D", bound=Dated)


def holding(rows: Iterable[D], on: date | None) -> list[D]:
    """The rows in force on a day; all of them if no day is given."""
    return [row for row in rows if on is None or row.holds(on)]
