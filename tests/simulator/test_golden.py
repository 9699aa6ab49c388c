"""Golden journals: finished exercises stay readable for ever (decisions 9).

A file is added with each released version and never changed. It must read and fold in every later
version; where the engine is still the same, its replay must agree too. One is made with
``samspill rehearse emma --format demo --seed 5 --journal FILE``, for instance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from debrief.summary import full
from scenarios.loader import from_document
from scenarios.plan import plan_for
from simulator import ENGINE
from simulator.journal.file import read_journal
from simulator.play.clock import Clock
from simulator.play.rooms import EVENTS
from simulator.play.roster import TeamFormed
from simulator.play.situation import Child
from simulator.replay import OtherEngineError, refold, verify

GOLDEN = sorted((Path(__file__).parents[1] / "replays").glob("*.jsonl"))
CHILD = {
    "emma-90": {
        "trust": 55,
        "load": 70,
        "school": 77,
        "health": 72,
        "protection": 74,
        "development": 42,
    },
    "emma-demo": {
        "trust": 58,
        "load": 52,
        "school": 53,
        "health": 58,
        "protection": 56,
        "development": 46,
    },
    "small-45": {
        "trust": 57,
        "load": 44,
        "school": 58,
        "health": 62,
        "protection": 65,
        "development": 54,
    },
    "small-demo": {
        "trust": 57,
        "load": 37,
        "school": 58,
        "health": 62,
        "protection": 65,
        "development": 54,
    },
}
"""What each journal's child came to, so that a fold that reads it otherwise is noticed."""


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_journal_reads_as_it_did(path: Path) -> None:
    """It folds to the same end, debriefs, and replays where the engine is still its own."""
    journal = read_journal(path, EVENTS)
    formed = journal.entries[0].event
    assert isinstance(formed, TeamFormed)
    plan = plan_for(from_document(journal.document).scenario(), formed.format)
    state = refold(plan, journal.entries)
    assert state[Clock].phase == "over"
    assert state[Child].values == CHILD[path.stem]
    assert full(plan, journal.entries)["events"] == len(journal.entries)
    if formed.engine == ENGINE:
        assert verify(plan, journal.entries) is None
    else:
        with pytest.raises(OtherEngineError, match=f"engine version {formed.engine}"):
            verify(plan, journal.entries)
