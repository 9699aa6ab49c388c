"""Replay: the same inputs give the same outcomes, and any tampering is named by its seq."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.loader import load
from simulator.engine.engine import Engine
from simulator.play.codec import line_of
from simulator.play.kernel import Entry
from simulator.play.rooms import new_state
from simulator.play.roster import TeamFormed
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import Divergence, OtherEngineError, refold, verify

SEATS = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
SMALL = load("small")


def _unstamped(entries: list[Entry]) -> list[dict[str, object]]:
    return [line_of(replace(entry, recorded_at=0)) for entry in entries]


def _played(seed: int, manned: frozenset[str], format_name: str = "45") -> Rehearsal:
    return rehearse(SMALL, format_name, seed=seed, manned=sorted(manned))


_journals = st.builds(
    _played,
    st.integers(1, 10_000),
    st.frozensets(st.sampled_from(SEATS)),
    st.sampled_from(["45", "demo"]),
)


@settings(max_examples=12, deadline=None)
@given(_journals)
def test_replay_agrees(played: Rehearsal) -> None:
    """Re-running a journal's inputs makes the same journal, whoever played which seat."""
    assert verify(played.plan, played.entries) is None


@settings(max_examples=6, deadline=None)
@given(_journals)
def test_engine_starts_from_any_head(played: Rehearsal) -> None:
    """Started from the State at any committed head, the engine goes on as the original did."""
    entries = list(played.entries)
    heads = [i for i in range(len(entries) - 1) if entries[i + 1].at_ms != entries[i].at_ms]
    for head in heads[:: max(len(heads) // 25, 1)]:
        engine = Engine(refold(played.plan, entries[: head + 1]))
        rest = entries[head + 1 :]
        inputs = [entry for entry in rest if entry.actor.is_input]
        made: list[Entry] = []
        for (command, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
            acts = list(group)
            engine.run(at_ms - 1)
            engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
        engine.run(entries[-1].at_ms)
        made = engine.take()
        assert _unstamped(made) == _unstamped(rest), f"differs after seq {head + 1}"


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 500), st.data())
def test_tampering_is_named(seed: int, data: st.DataObject) -> None:
    """A deleted, doubled or altered outcome is found, at its seq or where its effect shows."""
    played = _played(seed, frozenset({"rektor"}))
    entries = list(played.entries)
    outcomes = [i for i, entry in enumerate(entries) if not entry.actor.is_input]
    place = data.draw(st.sampled_from(outcomes))
    how = data.draw(st.sampled_from(["delete", "double", "alter"]))
    if how == "delete":
        tampered = entries[:place] + entries[place + 1 :]
    elif how == "double":
        tampered = entries[: place + 1] + entries[place:]
    else:
        altered = replace(entries[place], at_ms=entries[place].at_ms + 1)
        tampered = [*entries[:place], altered, *entries[place + 1 :]]
    found = verify(played.plan, tampered)
    assert isinstance(found, Divergence)
    assert found.seq in (entries[place].seq, entries[place].seq + 1)


def test_other_engine_is_refused() -> None:
    """A journal of another engine version is not judged, but named."""
    played = _played(1, frozenset())
    first = played.entries[0].event
    assert isinstance(first, TeamFormed)
    formed = replace(played.entries[0], event=replace(first, engine=99))
    with pytest.raises(OtherEngineError, match="version 99"):
        verify(played.plan, [formed, *played.entries[1:]])


def test_refold_is_live_state() -> None:
    """The State folded from the journal equals the one the engine kept while playing."""
    played = _played(3, frozenset({"kontaktlaerer"}))
    engine = Engine(new_state(played.plan))
    inputs = [entry for entry in played.entries if entry.actor.is_input]
    for (command, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
        acts = list(group)
        engine.run(at_ms - 1)
        engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
    engine.run(played.entries[-1].at_ms)
    assert engine.state == refold(played.plan, played.entries)


_SCRIPT = """
from dataclasses import replace
from scenarios.loader import load
from simulator.play.codec import line_of
from simulator.rehearse import rehearse
import hashlib, json
played = rehearse(load("small"), "45", seed=7, manned=["rektor"])
lines = [line_of(entry) for entry in played.entries]
print(hashlib.sha256(json.dumps(lines).encode()).hexdigest())
"""


def test_hash_seed_changes_nothing() -> None:
    """Under different hash seeds the same seed gives the same journal, byte for byte."""
    digests = set()
    for hash_seed in ("0", "1", "4242"):
        ran = subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
        )
        digests.add(ran.stdout.strip())
    assert len(digests) == 1
