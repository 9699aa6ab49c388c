"""The plan as pages show it: rows in words, with what later exercises showed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel.dates import format_date
from flask_babel import get_locale

from facilitator.improvement.row import Change, Row, Verdict
from facilitator.improvement.store import ImprovementStore
from webapp.improvement import words


@dataclass(frozen=True, slots=True)
class Shown:
    """One row. ``held`` are the answers of later exercises, oldest first."""

    id: str
    exercise_id: str
    finding: str
    measure: str
    level: str
    owner: str
    due: str
    due_date: str
    status: str
    reason: str
    is_open: bool
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One line of a row's history."""

    when: str
    field: str
    before: str
    after: str


def shown(store: ImprovementStore, rows: Iterable[Row]) -> tuple[Shown, ...]:
    """The rows in words."""
    known = store.verdicts()
    return tuple(_shown(row, known.get(row.id, ())) for row in rows)


def history(changes: Iterable[Change]) -> tuple[Changed, ...]:
    """What became another, in words."""
    names = words.fields()
    return tuple(
        Changed(
            on(datetime.fromtimestamp(each.wall / 1000, UTC).date()),
            names[each.field],
            words.value(each.field, each.before),
            words.value(each.field, each.after),
        )
        for each in changes
    )


def on(day: date) -> str:
    """A date in the language in use."""
    return format_date(day, "long", locale=get_locale())


def last_agreed(store: ImprovementStore, before: str) -> tuple[Row, ...]:
    """What came of the organisation's last exercise other than ``before``, and what is still open
    from earlier ones."""
    rows = [row for row in store.rows() if row.exercise_id != before]
    last = rows[-1].exercise_id if rows else ""
    return tuple(row for row in rows if row.is_open or row.exercise_id == last)


def _shown(row: Row, held: Sequence[Verdict]) -> Shown:
    answers = words.answers()
    return Shown(
        row.id,
        row.exercise_id,
        row.finding,
        row.measure,
        words.levels()[row.level],
        row.owner,
        on(date.fromisoformat(row.due)),
        row.due,
        words.statuses()[row.status],
        row.reason,
        row.is_open,
        tuple(answers[each.answer] for each in held),
    )
