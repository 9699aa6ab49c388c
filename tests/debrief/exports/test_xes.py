"""XES: other tools read our journals, and count the handovers as we do."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from debrief.exports.xes import ASSIGNED, to_xes
from debrief.pictures.network import edges
from debrief.record import Record
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.journal.file import read_journal
from simulator.play.rooms import EVENTS
from tests.debrief.played import played
from webapp.cli.debrief import plan_of

REPLAYS = Path(__file__).parents[2] / "replays"
XES = "{http://www.xes-standard.org/}"


def _small(seed: int, players: str = "typical") -> Record:
    return Record(plan_for(load("small").scenario(), "45"), played(players, seed))


def _emma() -> Record:
    found = read_journal(REPLAYS / "emma-90.jsonl", EVENTS)
    return Record(plan_of(found), found.entries)


def _passed(log: Any, seats: Container[str]) -> dict[tuple[str, str], int]:  # noqa: ANN401 - a data frame
    """pm4py's network of the handovers in a log, between two seats, in counts again.

    Its figures are shares of all steps from one event of a trace to the next. What stays in a seat
    and what the engine reminds of is left out.
    """
    import pm4py

    handovers = log[log["case:samspill:matter"] == "handover"]
    found = pm4py.discover_handover_of_work_network(handovers).connections
    steps = len(handovers) - handovers["case:concept:name"].nunique()
    return {
        (sender, receiver): round(share * steps)
        for (sender, receiver), share in found.items()
        if sender != receiver and sender in seats and receiver in seats
    }


CASES: Mapping[str, Callable[[], Record]] = {
    "small": lambda: _small(1),
    "experts": lambda: _small(4, "expert"),
    "emma": _emma,
}


@pytest.mark.parametrize("case", CASES)
def test_pm4py_finds_the_same_network_of_handovers(case: str, tmp_path: Path) -> None:
    """The log loads in pm4py, and who handed over to whom how often is what our network says."""
    record = CASES[case]()
    file = tmp_path / "journal.xes"
    file.write_bytes(to_xes(record))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pm4py

        log = pm4py.read_xes(str(file))
        ours = {(each.sender, each.receiver): each.sent for each in _sent(record)}
        assert _passed(log, record.plan.seats) == ours
    assert set(log["org:resource"]) >= {each.sender for each in _sent(record)}


def _sent(record: Record) -> Iterable[Any]:
    return [each for each in edges(record) if each.sent]


def test_every_event_says_what_it_needs_and_nobody_is_in_it() -> None:
    """Each event has name, resource, time and the entry it is; no participant stands anywhere."""
    record = _emma()
    made = to_xes(record)
    log = ET.fromstring(made)  # noqa: S314 - our own file
    seqs = []
    for event in log.iter(f"{XES}event"):
        said = {each.get("key"): each.get("value") for each in event}
        assert said["concept:name"]
        assert said["org:resource"] in {*record.plan.seats, "engine", "clock", "facilitator"}
        assert said["time:timestamp"]
        if said["concept:name"] != ASSIGNED:
            seqs.append(int(said["samspill:seq"] or 0))
    assert len(seqs) == len(set(seqs))
    assert b"p-bup" not in made


def test_the_same_journal_gives_the_same_bytes() -> None:
    """Two readings of a journal make equal files."""
    assert to_xes(_small(2)) == to_xes(_small(2))
