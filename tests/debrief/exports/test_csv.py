"""CSV: one line an entry, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debrief.documents.harmless import FORMULA, harmless, printable
from debrief.exports.csv import HEAD, to_csv
from debrief.exports.matters import PERSONAL
from debrief.record import Record
from scenarios.loader import load
from scenarios.plan import plan_for
from tests.debrief.played import played


@pytest.fixture(scope="module")
def record() -> Record:
    """A rehearsal."""
    return Record(plan_for(load("small").scenario(), "45"), played("typical", 1))


def test_every_entry_is_a_line(record: Record) -> None:
    """All entries but those of a person alone, in order, their fields as JSON."""
    rows = list(csv.reader(io.StringIO(to_csv(record).decode("utf-8-sig")), delimiter=";"))
    assert tuple(rows[0]) == HEAD
    own = [each for each in record.entries if each.kind.partition(".")[0] not in PERSONAL]
    assert [int(row[0]) for row in rows[1:]] == [each.seq for each in own]
    for row, entry in zip(rows[1:], own, strict=True):
        assert row[4] == entry.kind
        assert isinstance(json.loads(row[-1]), dict)


def test_the_same_journal_gives_the_same_bytes(record: Record) -> None:
    """Two readings of a journal make equal files."""
    assert to_csv(record) == to_csv(Record(record.plan, record.entries))


@given(st.builds("".join, st.tuples(st.sampled_from(["", *FORMULA]), st.text())))
def test_no_text_is_a_formula(text: str) -> None:
    """D14: a cell that begins with = + - @ tab CR NUL gets a leading ', and says the same else."""
    made = harmless(text)
    assert not made.startswith(FORMULA)
    assert made.removeprefix("'") == printable(text).removeprefix("'")
