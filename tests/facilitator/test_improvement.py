"""The plan's rules, its store on both databases, and its trends (B9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.improvement.row import Outcome, Row, Verdict
from facilitator.improvement.rules import MOST_OF_ONE, changes, faults, is_full, named_in
from facilitator.improvement.store import ImprovementStore
from facilitator.improvement.trend import trend
from simulator.journal.store import open_store
from simulator.play.rooms import EVENTS

ROW = Row(
    id="r1",
    exercise_id="e1",
    team_number=1,
    slug="emma",
    format="90",
    code="change.task_unowned",
    finding="Ingen sto med oppgaven.",
    evidence=(12, 40),
    measure="Hver oppgave får en rolle.",
    level="service",
    owner="Skolen",
    due="2027-03-01",
    verify="emma",
    indicator="RO4",
    made_wall=1_800_000_000_000,
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ImprovementStore]:
    """An empty plan in SQLite, then in PostgreSQL."""
    url = f"sqlite:///{tmp_path}/samspill.db"
    if request.param == "postgres":
        url = request.getfixturevalue("empty_postgres_url")
    opened = open_store(url, EVENTS)
    yield ImprovementStore(opened.database)
    opened.close()


def test_a_row_comes_back_as_it_was_and_tells_what_changed(store: ImprovementStore) -> None:
    """Kept, changed field by field with dates, and found by exercise and team."""
    store.add(ROW)
    store.add(replace(ROW, id="r2", exercise_id="e2", made_wall=ROW.made_wall + 1))
    assert store.rows() == [
        ROW,
        replace(ROW, id="r2", exercise_id="e2", made_wall=ROW.made_wall + 1),
    ]
    assert store.rows("e1", 1) == [ROW]
    assert store.rows("e1", 2) == []
    before = store.mark()
    store.change(replace(ROW, status="done"), 5)
    store.change(replace(ROW, status="done", due="2027-04-01"), 9)
    assert store.mark() != before
    told = [(each.wall, each.field, each.before, each.after) for each in store.history("r1")]
    assert told == [(5, "status", "open", "done"), (9, "due", "2027-03-01", "2027-04-01")]
    assert store.history("r2") == []
    with pytest.raises(KeyError):
        store.change(replace(ROW, id="none"), 9)


def test_the_last_word_of_a_team_on_whether_it_held_counts(store: ImprovementStore) -> None:
    """One answer for each later exercise and team."""
    store.add(ROW)
    store.judge(Verdict("r1", "e2", 1, "no", 3))
    store.judge(Verdict("r1", "e2", 1, "partly", 4))
    store.judge(Verdict("r1", "e2", 2, "yes", 5))
    assert [each.answer for each in store.verdicts()["r1"]] == ["partly", "yes"]


def test_what_is_counted_stays(store: ImprovementStore) -> None:
    """Counted once; another scenario, format or indicator is not in it."""
    first = Outcome("e1", 1, "RO4", "emma", "90", 0.5, 8, 100)
    store.count([first, replace(first, indicator="RO5"), replace(first, team_number=2)])
    store.count([replace(first, value=0.9)])
    store.count([replace(first, exercise_id="e2", format="45")])
    assert store.outcomes("emma", "90", "RO4") == [first, replace(first, team_number=2)]


def test_a_trend_takes_the_teams_of_an_exercise_together() -> None:
    """One point an exercise, weighed by what it rests on; under five there is no value."""
    one = Outcome("e1", 1, "RO4", "emma", "90", 0.5, 6, 100)
    found = trend(
        [
            replace(one, exercise_id="e2", played_wall=200, n=4),
            one,
            replace(one, team_number=2, value=1.0, n=2),
        ]
    )
    assert [(each.exercise_id, each.n) for each in found] == [("e1", 8), ("e2", 4)]
    assert found[0].value == pytest.approx(0.625)
    assert found[1].value is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"finding": ""}, "finding"),
        ({"measure": "x" * 401}, "measure"),
        ({"owner": "Kari Hansen"}, "owner"),
        ({"owner": ""}, "owner"),
        ({"level": "moon"}, "level"),
        ({"due": ""}, "due"),
        ({"due": "2027-13-01"}, "due"),
        ({"verify": "atlantis"}, "verify"),
        ({"status": "dropped"}, "reason"),
        ({"status": "lost"}, "status"),
    ],
)
def test_a_row_needs_what_makes_something_come_of_it(changed: dict[str, str], field: str) -> None:
    """Finding, measure, level, an owner from the list, a date; a reason where it is dropped."""
    assert faults(ROW, ["Skolen"], ["emma"]) == {}
    row = replace(ROW, **changed)  # type: ignore[arg-type]
    assert list(faults(row, ["Skolen"], ["emma"])) == [field]


def test_names_of_those_who_took_part_are_found_as_words() -> None:
    """A first name alone is enough; a syllable within another word is not."""
    names = ["Kari Sjeldensen", "Bo"]
    assert named_in("Spør kari først", names) == "Kari Sjeldensen"
    assert named_in("Karius og Baktus", names) == ""
    assert named_in("Alle skal bo trygt", names) == ""


def test_what_was_dropped_takes_no_room() -> None:
    """Five at a time; one that is dropped makes room for another."""
    rows = [ROW] * MOST_OF_ONE
    assert is_full(rows)
    assert not is_full([*rows[1:], replace(ROW, status="dropped", reason="Annet.")])
    assert changes(ROW, ROW, 1) == ()
