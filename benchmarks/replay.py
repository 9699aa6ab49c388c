"""How fast the replay of a long exercise jumps, beside folding its journal once.

``python -m benchmarks.replay [EVENTS]``: Emma's longest format is rehearsed and gone on with by
questions and answers until the journal has so many entries (5,000). Then jumps to moments all over
it, as the server makes them (state, words, HTML), for all and as each role, and the whole page, all
in ms of one core. Exits 1 if a jump takes more than 200 ms (B6). The last line is a JSON object.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

from debrief.record import Record
from debrief.replay import Replay
from scenarios.loader import load
from simulator.play.answers import AnswerQuestion, AskSeat
from simulator.play.kernel import Actor, Command, Entry, State
from simulator.play.rooms import decide, evolve, new_state
from simulator.rehearse import Rehearsal, rehearse
from webapp.config import Config
from webapp.factory import build
from webapp.gjennomgang import replay
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.opened import Opened
from webapp.regions.say import speaking

EVENTS = 5_000
MOST_MS = 200
JUMPS = 150
NOBODYS = "for a benchmark alone, which signs nothing"
EVERY = 500
"""Entries between states that are kept, in the way not taken."""


def long_journal(events: int) -> Record:
    """A rehearsal of Emma's 180 minutes, in whose last scene people ask and answer on and on."""
    played = rehearse(load("emma"), "180", seed=1)
    ends = next(entry.seq for entry in reversed(played.entries) if entry.kind == "leg.ended")
    entries = list(played.entries[: _instant_before(played, ends)])
    state = folded(played, entries)
    seats = list(played.plan.seats)
    while len(entries) < events:
        asker, answerer = (seats[(len(entries) + place) % len(seats)] for place in (0, 1))
        asked = _act(state, entries, asker, AskSeat(answerer, "Hvem ringer hjem i dag?"))
        _act(state, entries, answerer, AnswerQuestion(asked, "Det gjør jeg før fire."))
    return Record(played.plan, entries)


def _instant_before(played: Rehearsal, seq: int) -> int:
    at_ms = played.entries[seq - 1].at_ms
    return max(entry.seq for entry in played.entries if entry.at_ms < at_ms)


def _act(state: State, entries: list[Entry], seat: str, command: Command) -> str:
    """One act, written two seconds later; the question that it is about."""
    actor = Actor("colleague", seat)
    events = decide(state, actor, command)
    assert isinstance(events, list | tuple), events
    at_ms, story_ms = state.at_ms + 2_000, state.story_ms
    for event in events:
        entries.append(Entry(len(entries) + 1, at_ms, story_ms, actor, event))
        evolve(state, entries[-1])
    return next((str(event.question) for event in events if hasattr(event, "question")), "")


def folded(played: Rehearsal, entries: list[Entry]) -> State:
    """The state of some entries."""
    state = new_state(played.plan)
    for entry in entries:
        evolve(state, entry)
    return state


def ms(work: Callable[..., object], *about: object) -> float:
    """Milliseconds of one core that a piece of work takes, whoever else uses it."""
    began = time.process_time()
    work(*about)
    return (time.process_time() - began) * 1_000


def kept(record: Record, seqs: list[int]) -> list[float]:
    """The way not taken: states kept at every so many entries, copied and folded on from."""
    state, found = new_state(record.plan), {}
    for entry in record.entries:
        evolve(state, entry)
        if entry.seq % EVERY == 0:
            found[entry.seq] = _copied(state)

    def jump(seq: int) -> None:
        near = seq - seq % EVERY
        made = _copied(found[near]) if near else new_state(record.plan)
        for entry in record.entries[near:seq]:
            evolve(made, entry)

    return [ms(jump, seq) for seq in seqs]


def _copied(state: State) -> State:
    return copy.deepcopy(state, {id(state.plan): state.plan})


def measured(events: int, folder: Path) -> dict[str, float]:
    """All figures, in ms."""
    app = build(Config(data=folder, secret_key=NOBODYS), lambda: 0)
    record, random = long_journal(events), Random(1)
    state_at = record.once(Replay).state_at
    seqs = [random.randrange(1, events) for _jump in range(JUMPS)]
    floor = median(ms(state_at, events) for _again in range(9))
    opened = Opened(Eyes("leader", "x", "x-1", 1, 1), record, "nb")

    def jump(seq: int, seat: str = "") -> None:
        with speaking():
            replay.region(replay.through_of(opened, {"as": seat}), seq)

    def whole(seq: int) -> None:
        replay.page(opened, {"at": str(seq)})

    with app.test_request_context("/"):
        first = ms(jump, events)
        jumps = [ms(jump, seq) for seq in seqs]
        seats = list(record.plan.seats)
        as_role = [ms(jump, seq, seats[place % len(seats)]) for place, seq in enumerate(seqs)]
        pages = [ms(whole, seq) for seq in seqs[:9]]
    return {
        "events": len(record.entries),
        "floor_fold_ms": floor,
        "first_jump_ms": first,
        "jump_ms_median": median(jumps),
        "jump_ms_most": max(jumps),
        "as_role_ms_median": median(as_role),
        "as_role_ms_most": max(as_role),
        "jump_over_floor": median(jumps) / floor,
        "page_ms_median": median(pages),
        "state_from_first_ms_median": median(ms(state_at, seq) for seq in seqs),
        "state_from_kept_ms_median": median(kept(record, seqs)),
    }


def main() -> int:
    """Measure and print; the exit code says whether the bar holds."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("events", nargs="?", type=int, default=EVENTS)
    with tempfile.TemporaryDirectory() as folder:
        found = measured(words.parse_args().events, Path(folder))
    figures = {name: round(value, 1) for name, value in found.items()}
    for name, value in figures.items():
        print(f"{name:28} {value}")
    most = max(figures["jump_ms_most"], figures["as_role_ms_most"], figures["first_jump_ms"])
    print(f"every jump within {MOST_MS} ms: {'yes' if most <= MOST_MS else 'NO'}")
    print(json.dumps(figures))
    return 0 if most <= MOST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
