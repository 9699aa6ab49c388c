"""Look-ahead: what comes if nobody acts is what then does come, and asking changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.ahead import AHEAD_MS, Coming, look_ahead
from simulator.moments import NotForkableError
from simulator.play.clock import LegEnded
from simulator.play.expectations import ExpectationLapsed
from simulator.play.kernel import Entry
from simulator.play.script import InjectDelivered
from simulator.play.steering import Pause, SetAutopilot
from tests.simulator.builder import EXERCISE, TEAM, Room

MINUTE = 60_000
MANNED = ("rektor", "kontaktlaerer")


def _came(entries: list[Entry], code: str) -> list[tuple[int, str]]:
    """(play ms, ref) of what a journal has of a code."""
    found = {
        "inject": [
            (e.at_ms, e.event.inject) for e in entries if isinstance(e.event, InjectDelivered)
        ],
        "end": [(e.at_ms, str(e.event.leg)) for e in entries if isinstance(e.event, LegEnded)],
        "act": [
            (e.at_ms, e.event.expected)
            for e in entries
            if isinstance(e.event, ExpectationLapsed) and e.event.how == "late"
        ],
    }
    return found[code]


def _said(coming: tuple[Coming, ...], code: str) -> list[tuple[int, str]]:
    return [(each.at_ms, each.ref) for each in coming if each.code == code]


def _let_be(room: Room, until: int) -> None:
    """Let play go on to ``until`` with nobody acting, a tick for each moment that has something."""
    while True:
        row = room.conduct.store.exercise(EXERCISE)
        if not row.running:
            assert row.resume_wall is not None
            room.wall.ms = row.resume_wall
            room.conduct.tick(EXERCISE)
            continue
        due = room.conduct.store.team(TEAM).next_due_at
        times = [each for each in (due, room.conduct.next_step_at(EXERCISE)) if each is not None]
        if not times or min(times) > until:
            return
        room.at(min(times))


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 500), st.integers(1, 9))
def test_what_is_foreseen_is_what_comes(seed: int, minute: int) -> None:
    """When nobody acts, every inject and deadline comes at the moment that was told, to whom."""
    room = Room(manned=MANNED, seed=seed).start().at(minute * MINUTE)
    now = minute * MINUTE
    head = room.state.seq
    coming = look_ahead(room.loaded, room.entries, now)
    _let_be(room, now + AHEAD_MS)
    after = room.entries[head:]
    for code in ("inject", "act"):
        assert _said(coming, code) == _came(after, code)
    assert all(now < each.at_ms <= now + AHEAD_MS + 2 for each in coming)
    assert [each.at_ms for each in coming] == sorted(each.at_ms for each in coming)


def test_looking_changes_nothing() -> None:
    """The journal is as it was, and so is the moment at which the next thing falls due."""
    room = Room(manned=MANNED).start().at(3 * MINUTE)
    before, team = room.entries, room.conduct.store.team(TEAM)
    assert look_ahead(room.loaded, before, 3 * MINUTE)
    assert room.entries == before
    assert room.conduct.store.team(TEAM) == team


def test_others_get_their_turn_between_its_steps() -> None:
    """It stops for breath at every moment it plays, so that an act waits for one of them alone."""
    room = Room(manned=MANNED).start().at(3 * MINUTE)
    breaths: list[None] = []
    coming = look_ahead(room.loaded, room.entries, 3 * MINUTE, lambda: breaths.append(None))
    assert len(breaths) > len({each.at_ms for each in coming}) > 0


def test_a_deadline_names_whose_it_is() -> None:
    """What falls due is told with the seat that it waits on."""
    room = Room(manned=MANNED).start()
    for minute in range(1, 12):
        room.at(minute * MINUTE)
        for each in look_ahead(room.loaded, room.entries, minute * MINUTE):
            if each.code == "act":
                assert each.seats == (room.state.plan.expected[each.ref][1].seat,)
                return
    raise AssertionError("no deadline was foreseen")


def test_a_condition_that_fires_says_why() -> None:
    """An inject that waits on something comes with its condition, part by part."""
    room = Room(manned=MANNED).start()
    for minute in range(1, 20):
        room.at(minute * MINUTE)
        if room.state.at_ms and room.conduct.store.exercise(EXERCISE).over:
            break
        for each in look_ahead(room.loaded, room.entries, minute * MINUTE):
            if each.code == "inject" and room.state.plan.injects[each.ref].when:
                assert each.because
                return
    raise AssertionError("no condition was foreseen")


def test_the_scenes_end_is_told_unless_nobody_would_end_it() -> None:
    """With the autopilot on the end is among what comes; with it off it is not."""
    room = Room().start().at(9 * MINUTE)
    ends = {each.code for each in look_ahead(room.loaded, room.entries, 9 * MINUTE)}
    assert ends & {"end", "hold"}
    room.steer(SetAutopilot(on=False))
    still = {each.code for each in look_ahead(room.loaded, room.entries, 9 * MINUTE)}
    assert not still & {"end", "hold"}


def test_a_pause_hides_nothing() -> None:
    """While the clock stands, what comes is told as from when it goes on."""
    room = Room().start().at(2 * MINUTE)
    before = look_ahead(room.loaded, room.entries, 2 * MINUTE)
    room.steer(Pause())
    paused = look_ahead(room.loaded, room.entries, 2 * MINUTE)
    assert [each.code for each in paused] == [each.code for each in before]


def test_before_play_there_is_nothing_to_look_at() -> None:
    """Not begun: said so, not guessed."""
    room = Room()
    with pytest.raises(NotForkableError):
        look_ahead(room.loaded, room.entries, 0)
