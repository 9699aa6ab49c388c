"""Services in the engine: shared hands, opening hours, reading days, kommuner and barriers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.barriers import verdicts
from scenarios.behaviour.services import behaviour
from scenarios.loader import load
from simulator.engine.engine import Engine
from simulator.engine.services import hands, queue_of, service_of
from simulator.play.calendar import calendar_of
from simulator.play.clock import LegStarted
from simulator.play.kernel import State
from simulator.play.matters import MatterPlanned, MatterStarted
from simulator.play.passes import HandoverTakenOver
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import refold, verify

EMMA = load("emma")
DAY_MS = 8 * 3_600_000
READ_ON = {2, 4}
"""The GP's days, Tuesday and Thursday (services.yaml)."""
SAMPLE = ("B04", "B24", "B29", "B48")
"""Knobs whose detectors move in every run: enough for the gate; all of them are a proof."""


def _state(played: Rehearsal) -> State:
    return refold(played.plan, played.entries)


def test_seats_of_one_service_share_its_hands() -> None:
    """Contact person and head of child welfare wait in one line; a small kommune has one pair."""
    small = _state(rehearse(EMMA, "90", kommune="small"))
    usual = _state(rehearse(EMMA, "90"))
    lines = {queue_of(usual, seat) for seat in ("kontaktperson-barnevern", "barnevernsleder")}
    assert lines == {"barnevern"}
    assert (hands(usual, "barnevern"), hands(small, "barnevern")) == (2, 1)
    assert hands(usual, "somebody") == 1


def test_never_more_in_hand_at_once_than_a_service_has_hands() -> None:
    """What has begun and is not done, counted at every entry, keeps within the hands."""
    for kommune in ("", "small", "large"):
        played = rehearse(EMMA, "90", kommune=kommune, barriers={"B54": 100})
        state = _state(played)
        queues: dict[int, str] = {}
        busy: dict[str, list[int]] = {}
        for entry in played.entries:
            event = entry.event
            if isinstance(event, MatterPlanned):
                queues[entry.seq] = event.queue
            if not isinstance(event, MatterStarted):
                continue
            queue = queues[event.matter]
            live = [done for done in busy.get(queue, []) if done > entry.at_ms]
            busy[queue] = [*live, event.done_at]
            assert len(busy[queue]) <= hands(state, queue), (kommune, queue)


def test_the_gp_reads_on_its_days() -> None:
    """What is handed over to a GP that the system plays is taken over on a Tuesday or Thursday, or
    when a scene begins or ends that had none left."""
    seen = 0
    for seed in range(1, 9):
        played = rehearse(EMMA, "90", seed=seed)
        calendar = calendar_of(played.plan.scenario)
        leg = played.plan.legs[0]
        for entry in played.entries:
            if isinstance(entry.event, LegStarted):
                leg = played.plan.legs[entry.event.leg]
            if not isinstance(entry.event, HandoverTakenOver) or entry.actor.seat != "fastlege":
                continue
            begins = calendar.moment(calendar.story_ms(leg.scene.starts))
            worked = calendar.work_between(begins, calendar.moment(entry.story_ms))
            if DAY_MS < worked < leg.story_ms:
                seen += 1
                assert calendar.moment(entry.story_ms).isoweekday() in READ_ON, entry
    assert seen


@settings(max_examples=6, deadline=None)
@given(
    kommune=st.sampled_from(["", "small", "large"]),
    turned=st.dictionaries(
        st.sampled_from([each.id for each in behaviour().barriers.values()]),
        st.integers(0, 100),
        max_size=4,
    ),
    seed=st.integers(1, 10_000),
)
def test_any_kommune_and_barriers_play_to_the_end(
    kommune: str, turned: dict[str, int], seed: int
) -> None:
    """No exception, no deadlock, and told again the journal is the same."""
    played = rehearse(EMMA, "45", seed=seed, kommune=kommune, barriers=turned)
    assert played.entries[-1].kind == "play.ended"
    assert verify(played.plan, played.entries) is None


def test_the_engine_starts_from_any_head_with_shared_hands() -> None:
    """One pair of hands for a whole service: an engine started anywhere goes on as the first."""
    played = rehearse(EMMA, "45", kommune="small", barriers={"B54": 100})
    inputs = [entry for entry in played.entries if entry.actor.is_input]
    times = [entry.at_ms for entry in played.entries]
    whole = [head for head in range(20, len(times)) if times[head] != times[head - 1]]
    for head in whole[::40]:
        engine = Engine(refold(played.plan, played.entries[:head]))
        coming = [e for e in inputs if e.seq > head]
        until = coming[0].at_ms - 1 if coming else played.entries[-1].at_ms
        engine.run(until)
        made = [(e.kind, e.at_ms, e.event) for e in engine.take()]
        wanted = [(e.kind, e.at_ms, e.event) for e in played.entries[head:] if e.at_ms <= until]
        assert made == wanted


def test_knobs_move_what_is_to_see_them() -> None:
    """A sample of the barriers, six runs each; all 47 are played by benchmarks/barriers.py."""
    for verdict in verdicts("emma", "90", 6, 1, SAMPLE):
        assert verdict.holds, verdict


def test_what_there_is_not_is_told_by_name() -> None:
    """A kommune or a barrier that does not exist is refused before anything is played."""
    with pytest.raises(KeyError, match="small, large"):
        rehearse(EMMA, "45", kommune="tiny")
    with pytest.raises(KeyError, match="B01"):
        rehearse(EMMA, "45", barriers={"B99": 100})


def test_every_seat_of_emma_has_a_service() -> None:
    """No seat of the story is left without hands and hours."""
    state = _state(rehearse(EMMA, "45"))
    assert all(service_of(state, seat) for seat in state.plan.seats)
