"""Whatever a seat sends, at whatever moment of the longest format, is done or refused in words."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from scenarios.loader import load
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.play.care import Care
from simulator.play.codec import WireError, read
from simulator.play.kernel import FACILITATOR, Actor
from simulator.play.rooms import COMMANDS, FACILITATOR_COMMANDS, FAMILY_COMMANDS
from simulator.play.roster import LeaveSeat, TakeSeat
from simulator.play.steering import StartPlay
from simulator.replay import refold, verify
from tests.simulator.anything import Anything, names_in

EXERCISE = "any"
TEAM = f"{EXERCISE}-1"
SEATS = ("bup", "ke", "kontaktlaerer", "helsesykepleier", "kommunalsjef-oppvekst")
STEP_MS = 2_000
ASIDE = {*FACILITATOR_COMMANDS, *FAMILY_COMMANDS, TakeSeat, LeaveSeat}
KINDS = sorted(kind for kind, made in COMMANDS.items() if made not in ASIDE)


def played(seed: int, acts: int) -> tuple[Conduct, Counter[str]]:
    """A drill in which people press anything at all; how often each command was done."""
    wall = [1_800_000_000_000]
    conduct, random = Conduct(MemoryStore(), lambda: wall[0]), Random(seed)
    conduct.create(load("emma"), "180", seed=seed, teams=1, exercise_id=EXERCISE)
    for seat in SEATS:
        conduct.handle(TEAM, FACILITATOR, TakeSeat(seat, f"p-{seat}"), f"take-{seat}")
    conduct.steer(EXERCISE, FACILITATOR, StartPlay(), "start")
    names: dict[str, list[str]] = {}
    read_to, done = 0, Counter[str]()
    for step in range(acts):
        wall[0] += STEP_MS
        conduct.tick(EXERCISE)
        entries = conduct.entries(TEAM)
        for name, value in (each for entry in entries[read_to:] for each in names_in(entry)):
            names.setdefault(name, []).append(value)
        read_to = len(entries)
        state, seat = conduct.state(TEAM), random.choice(SEATS)
        # Who rests can do nothing else; a drill of people at rest would prove little.
        resting = (seat, f"p-{seat}") in state[Care].resting
        kind = "care.return" if resting else random.choice(KINDS)
        body = Anything(state, seat, random, names).body(COMMANDS[kind])
        try:
            command = read(COMMANDS, kind, body)
        except WireError:
            continue
        receipt = conduct.handle(TEAM, Actor("seat", seat, f"p-{seat}"), command, f"act-{step}")
        done[kind] += receipt.code is None
    return conduct, done


def held(seed: int, acts: int) -> Counter[str]:
    """Play, and look whether what was written stands: folded, replayed."""
    conduct, done = played(seed, acts)
    entries, state = conduct.entries(TEAM), conduct.state(TEAM)
    assert refold(state.plan, entries).seq == state.seq
    assert verify(state.plan, entries) is None
    return done


def test_any_act_of_any_seat_is_done_or_refused() -> None:
    """800 acts of all kinds in the long format: no exception, and the journal replays."""
    done = held(1, 800)
    assert sum(done.values()) > 50


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(2, 6))
def test_any_act_through_the_whole_long_format(seed: int) -> None:
    """3,000 acts from its first scene to its last."""
    assert len(held(seed, 3_000)) > 30
