"""Simulated colleagues: the engine's driver of the policy, one matter in hand at a time.

A stimulus becomes a planned matter in the seat's queue; when it falls due and the seat's hands
are free, the policy says what it does, and the same rules judge it as anybody's act.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.behaviour.traits import Traits
from scenarios.duration import SECOND
from simulator.engine import services
from simulator.engine.behaviour import traits_of
from simulator.engine.emission import Emission
from simulator.engine.policy import command_for
from simulator.engine.probing import answer
from simulator.engine.standing import standing
from simulator.engine.stimuli import SOONEST_MS, USUAL_MS, delay, minds, stimuli
from simulator.play.kernel import Actor, Entry, Refusal, State
from simulator.play.matters import Matter, MatterDropped, MatterPlanned, Matters
from simulator.play.probes import ProbeOpened
from simulator.play.rooms import decide
from simulator.play.roster import Roster, SeatLeft, SeatReturned, SeatStoodIn, SeatTaken

TYPING_MS = 60 * SECOND
"""Real time that lines with nothing in them keep them busy."""


def plays(state: State, seat: str) -> Traits | None:
    """The traits by which the engine plays ``seat``; None if a person does, or nobody."""
    return traits_of(state, seat) if state[Roster].simulated(seat) else None


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """What colleagues plan because of ``entry``; probes they answer at once."""
    if isinstance(entry.event, ProbeOpened):
        yield from _answer_probe(state, entry, entry.event.probe)
        return
    if isinstance(entry.event, SeatTaken | SeatReturned):
        yield from _let_go(state, entry, entry.event.seat)
        return
    if isinstance(entry.event, SeatLeft | SeatStoodIn):
        yield from _take_up(state, entry, entry.event.seat)
        return
    for seat, what, due_at in stimuli(state, entry, lambda seat: plays(state, seat)):
        yield _plan(state, entry, seat, what, due_at)


def _plan(state: State, entry: Entry, seat: str, what: str, due_at: int) -> Emission:
    return Emission(planned(state, seat, what, due_at), caused_by=entry.seq)


def planned(state: State, seat: str, what: str, due_at: int) -> MatterPlanned:
    """The matter of a colleague who means to do ``what`` at play ms ``due_at``."""
    work = TYPING_MS if what.startswith("type:") else services.takes_ms(state, seat)
    queue = services.queue_of(state, seat)
    return MatterPlanned("act", what, seat, due_at=due_at, queue=queue, work_ms=work)


def _of(state: State, seat: str) -> list[Matter]:
    """What the colleague in ``seat`` has planned."""
    pending = state[Matters].pending.values()
    return [matter for matter in pending if (matter.kind, matter.seat) == ("act", seat)]


def _let_go(state: State, entry: Entry, seat: str) -> Iterator[Emission]:
    """A person plays the seat: what the colleague meant to do there, it does not."""
    for matter in _of(state, seat):
        yield Emission(MatterDropped(matter.id), caused_by=entry.seq)


def _take_up(state: State, entry: Entry, seat: str) -> Iterator[Emission]:
    """The colleague is alone in the seat: it plans for what stands open there. What would have
    come later than now comes then; what was due already, in its usual time from now."""
    playing = plays(state, seat)
    if playing is None:
        return
    wanted = {matter.ref for matter in _of(state, seat)}
    for what, since, limit in standing(state, seat):
        if what in wanted or not minds(playing, what):
            continue
        wanted.add(what)
        due_at = since + delay(state, playing, seat, what, limit)
        if due_at < entry.at_ms + SOONEST_MS:
            due_at = entry.at_ms + delay(state, playing, seat, what, USUAL_MS)
        due_at = services.open_at(state, seat, what, due_at)
        yield _plan(state, entry, seat, what, due_at)


def _answer_probe(state: State, entry: Entry, probe: str) -> Iterator[Emission]:
    for seat in state.plan.seats:
        playing = plays(state, seat)
        command = answer(state, playing, seat, probe) if playing else None
        if command is None:
            continue
        actor = Actor("colleague", seat)
        events = decide(state, actor, command)
        if not isinstance(events, Refusal):
            yield from (Emission(event, actor, entry.seq) for event in events)


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """A colleague does what it planned, if it still makes sense and it still plays the seat."""
    playing = plays(state, matter.seat)
    if playing is None:
        return
    actor = Actor("colleague", matter.seat)
    for command in command_for(state, playing, matter.seat, matter.ref):
        events = decide(state, actor, command)
        if isinstance(events, Refusal):
            continue
        yield from (Emission(event, actor, matter.id) for event in events)
