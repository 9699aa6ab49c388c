"""Replay: run a journal's inputs through the engine again and compare what comes out.

A check, never a need: live play does not depend on re-running history (decisions 6). Wall stamps
are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scenarios.plan import Plan
from simulator import ENGINE
from simulator.engine.engine import Engine
from simulator.play.codec import line_of
from simulator.play.kernel import Entry, State
from simulator.play.rooms import evolve, new_state
from simulator.play.roster import TeamFormed


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first place where the journal and its replay differ. ``wrong`` says how."""

    seq: int
    wrong: str


class OtherEngineError(ValueError):
    """The journal was played on another engine version; its outcomes can't be re-made here."""


def refold(plan: Plan, entries: Sequence[Entry]) -> State:
    """The State that the entries fold to."""
    state = new_state(plan)
    for entry in entries:
        evolve(state, entry)
    return state


def verify(plan: Plan, entries: Sequence[Entry]) -> Divergence | None:
    """None if re-running the inputs gives the same entries, else the first difference.

    Raises :class:`OtherEngineError` if the journal names another engine version.
    """
    if not entries or not isinstance(entries[0].event, TeamFormed):
        return Divergence(1, "the journal does not begin with team.formed")
    if entries[0].event.engine != ENGINE:
        raise OtherEngineError(
            f"the journal was played on engine version {entries[0].event.engine}, this is "
            f"{ENGINE}; replay it with the release that has that engine"
        )
    gap = _first_gap(entries)
    return gap or _compare(entries, rerun(plan, entries))


def _first_gap(entries: Sequence[Entry]) -> Divergence | None:
    for seq, entry in enumerate(entries, start=1):
        if entry.seq != seq:
            return Divergence(seq, f"expected seq {seq}, found {entry.seq}")
    return None


def rerun(plan: Plan, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that the inputs of a journal lead to, made anew from the first."""
    engine = Engine(new_state(plan))
    inputs = [entry for entry in entries if entry.actor.is_input]
    for (command_id, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
        acts = list(group)
        engine.run(at_ms - 1)
        engine.apply([entry.event for entry in acts], acts[0].actor, at_ms, command_id or "")
        yield from engine.take()
    engine.run(entries[-1].at_ms)
    yield from engine.take()


def _compare(entries: Sequence[Entry], made: Iterator[Entry]) -> Divergence | None:
    for entry in entries:
        again = next(made, None)
        if again is None:
            return Divergence(entry.seq, f"{entry.kind} does not come out of the replay")
        if line_of(replace(entry, recorded_at=0)) != line_of(again):
            return Divergence(entry.seq, _difference(entry, again))
    extra = next(made, None)
    if extra is not None:
        return Divergence(extra.seq, f"the replay goes on with {extra.kind}")
    return None


def _difference(entry: Entry, again: Entry) -> str:
    if entry.kind != again.kind:
        return f"the journal has {entry.kind}, the replay {again.kind}"
    old, new = line_of(entry), line_of(again)
    parts = [key for key in new if key != "recorded_at" and old[key] != new[key]]
    return f"{entry.kind} differs in {', '.join(parts)}"
