"""The arithmetic of formats: legs, paces, jumps, and who is given what."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.duration import HOUR, MINUTE, SECOND, WORKDAY
from scenarios.loader import load
from scenarios.plan import Plan, plan_for
from tests.scenarios.workshop import Workshop

FORTY_FIVE = plan_for(load("small").scenario(), "45")


@pytest.fixture(scope="module")
def demo() -> Plan:
    """The demo format of the small scenario."""
    return plan_for(load("small").scenario(), "demo")


def test_legs_follow_each_other_with_a_minute_for_every_jump(demo: Plan) -> None:
    """Starts and lengths add up to the whole of play."""
    host, uke43, mote = demo.legs
    assert (host.starts_ms, host.lasts_ms) == (0, 8 * 35 * SECOND)
    assert uke43.starts_ms == host.ends_ms + MINUTE
    assert uke43.lasts_ms == 4 * 30 * SECOND
    assert (mote.starts_ms, mote.lasts_ms) == (uke43.ends_ms, 2 * MINUTE)
    assert demo.play_ms == mote.ends_ms == 580 * SECOND
    assert (mote.length, mote.pace_ms, mote.unit_ms, mote.story_ms) == (0, 0, 0, 0)


def test_story_time_is_played_at_the_pace_of_its_leg(demo: Plan) -> None:
    """A workday of story is one pace of play; an hour an eighth of it."""
    host = demo.leg_of["host"]
    assert host.unit_ms == WORKDAY
    assert host.play_ms_at(0) == host.starts_ms
    assert host.play_ms_at(2 * WORKDAY) == 70 * SECOND
    assert host.play_ms_at(4 * HOUR) == 35 * SECOND // 2
    assert host.play_ms_at(host.story_ms) == host.ends_ms
    assert demo.play_ms_of(demo.injects["I5"]) == round(2.5 * 35 * SECOND)
    assert demo.play_ms_of(demo.injects["I6"]) is None


@given(st.integers(0, 8 * WORKDAY), st.integers(0, 8 * WORKDAY))
def test_later_in_the_story_is_never_earlier_in_play(one: int, other: int) -> None:
    """The map from story to play is monotone and stays inside its leg."""
    host = FORTY_FIVE.leg_of["host"]
    early, late = sorted((one, other))
    assert host.starts_ms <= host.play_ms_at(early) <= host.play_ms_at(late) <= host.ends_ms


def test_a_plan_holds_what_its_format_selects(bench: Workshop) -> None:
    """In declared order, whatever the order in the format."""
    bench.edit(
        "scenario.yaml", "injects: [I1, I2, I3, I4, I5, I6, I7, I8]", "injects: [I5, I2, I1]"
    )
    bench.edit("scenario.yaml", "      - {scene: uke43, pace: 30s, jump: true}\n", "")
    plan = plan_for(bench.load().scenario(), "demo")
    assert list(plan.injects) == ["I1", "I2", "I5"]
    assert list(plan.expected) == ["X1", "X2", "X5"]
    assert plan.expected["X5"][0].id == "I5"
    assert [inject.id for inject in plan.injects_of("host")] == ["I1", "I2", "I5"]
    assert list(plan.voices) == ["V1", "V2", "V3"]
    assert list(plan.scenes) == ["host", "mote"]
    assert list(plan.seats) == ["kontaktlaerer", "rektor", "helsesykepleier", "barnevern"]


def test_a_leg_may_play_less_than_its_scene(bench: Workshop) -> None:
    """The leg's own length counts."""
    bench.edit("scenario.yaml", "{scene: host, pace: 35s}", "{scene: host, pace: 35s, length: 5}")
    leg = plan_for(bench.load().scenario(), "demo").legs[0]
    assert (leg.length, leg.story_ms, leg.lasts_ms) == (5, 5 * WORKDAY, 175 * SECOND)


def test_seats_are_given_in_the_order_for_that_many_people(demo: Plan) -> None:
    """The format's order, unless it has another for a room of that size."""
    assert demo.given(2) == ("helsesykepleier", "kontaktlaerer")
    assert demo.given(9) == ("helsesykepleier", "kontaktlaerer", "rektor", "barnevern")
    plan = plan_for(load("small").scenario(), "45")
    assert plan.given(3) == ("kontaktlaerer", "helsesykepleier", "rektor")


def test_a_leg_without_its_pace_cannot_be_planned(bench: Workshop) -> None:
    """A broken leg raises in words; an unknown format raises KeyError."""
    bench.edit("scenario.yaml", "{scene: host, pace: 35s}", "{scene: host}")
    scenario = bench.load().scenario()
    with pytest.raises(ValueError, match="needs 'pace'"):
        plan_for(scenario, "demo")
    with pytest.raises(KeyError):
        plan_for(scenario, "180")


def test_a_plan_travels_between_processes(demo: Plan) -> None:
    """Rehearsals run in other processes: a plan can be pickled."""
    assert pickle.loads(pickle.dumps(demo)) == demo  # noqa: S301 - our own bytes
