"""The tally of many rehearsals merges in any order and stays small; what it finds has reasons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.rehearsal.finding import CODES, findings
from facilitator.rehearsal.load import allowed
from facilitator.rehearsal.reading import read
from facilitator.rehearsal.scenes import played_legs
from facilitator.rehearsal.spread import Spread
from facilitator.rehearsal.tally import Failure, Tally
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.rehearse import Rehearsal, rehearse

SMALL = load("small")
PLAN = plan_for(SMALL.scenario(), "45")
R = {"rammer": 0.5, "retning": None}


@cache
def played(seed: int, players: str = "typical") -> Rehearsal:
    """One rehearsal of the small scenario."""
    return rehearse(SMALL, "45", seed=seed, players=players)


def tally_of(seed: int, players: str = "typical") -> Tally:
    """A fresh tally of one rehearsal."""
    one = played(seed, players)
    return read(one.plan, one.entries, one.state, R)


def merged(tallies: Sequence[Tally]) -> Tally:
    """All of them in one."""
    whole = Tally()
    for each in tallies:
        whole.merge(each)
    return whole


@given(st.lists(st.integers(-50, 5_000), min_size=1), st.integers(1, 100))
def test_a_spread_has_the_quantiles_of_what_it_saw(values: list[int], percent: int) -> None:
    """Nearest rank: the smallest value that so many percent do not exceed."""
    spread = Spread()
    for value in values:
        spread.add(value)
    rank = -(-len(values) * percent // 100)
    assert spread.at(percent) == sorted(values)[rank - 1]
    assert (spread.n, spread.least, spread.most) == (len(values), min(values), max(values))
    assert spread.total == sum(values)
    assert Spread.of(spread.data()) == spread


@given(st.permutations(range(1, 6)), st.integers(0, 5))
def test_a_tally_is_the_same_in_whatever_order_and_parts(order: list[int], cut: int) -> None:
    """Merging is associative and commutative, or no two processes would agree."""
    straight = merged([tally_of(seed) for seed in range(1, 6)])
    shuffled = [tally_of(seed) for seed in order]
    parts = reduce(lambda a, b: merged([a, b]), (merged(shuffled[:cut]), merged(shuffled[cut:])))
    assert parts.data() == straight.data()


def test_a_tally_survives_being_sent() -> None:
    """As JSON and back it is the same, failures too."""
    whole = merged([tally_of(1), tally_of(2, "silent")])
    whole.fail(Failure(3, "hung", "nothing is due"))
    assert Tally.of(json.loads(json.dumps(whole.data()))) == whole


def test_a_tally_stays_small() -> None:
    """Twenty runs weigh far less than twenty times one."""
    one = len(json.dumps(tally_of(1).data()))
    many = len(json.dumps(merged([tally_of(seed) for seed in range(1, 21)]).data()))
    assert many < 4 * one


def test_scenes_are_as_long_as_the_journal_says() -> None:
    """Every scene of the plan is read, in order, its hold no longer than three minutes."""
    one = played(1)
    legs = played_legs(one.plan, one.entries)
    assert [leg.scene for leg in legs] == [leg.scene.id for leg in one.plan.legs]
    for leg, planned in zip(legs, one.plan.legs, strict=True):
        real = leg.ends_at - leg.starts_at
        assert abs(real - leg.held_ms - planned.lasts_ms) <= 2
        assert 0 <= leg.held_ms <= 180_001


def test_every_inject_handover_and_act_is_counted_once_a_run() -> None:
    """Nothing of the script is forgotten, nothing told twice."""
    whole = merged([tally_of(seed) for seed in range(1, 4)])
    for kind, names in (
        ("inject", PLAN.injects),
        ("handover", PLAN.handovers),
        ("act", PLAN.expected),
    ):
        for name in names:
            assert whole.outcome(kind, name).total() == 3, (kind, name)  # type: ignore[arg-type]


def test_the_budget_is_the_format_s_own() -> None:
    """The first quarter of an hour has a limit of its own, an acute scene another."""
    load_budget = PLAN.format.load
    legs = played_legs(PLAN, played(1).entries)
    assert allowed(PLAN, 0, legs) == load_budget.first_15_min
    assert allowed(PLAN, 16 * 60_000, legs) in (
        load_budget.per_10_min,
        load_budget.per_10_min_acute,
    )


def test_silent_players_leave_everything_undone() -> None:
    """Where nobody acts, every act and handover that was due is found, and said to be so."""
    whole = merged([tally_of(seed, "silent") for seed in range(1, 13)])
    found = findings(PLAN, whole)
    assert {each.code for each in found} >= {"act_never", "handover_not_made"}
    assert {each.code for each in found} <= set(CODES)
    never = {each.about for each in found if each.code == "act_never"}
    assert never == {
        act for act in PLAN.expected if whole.outcome("act", act)["never"] == whole.runs
    }


def test_few_runs_prove_nothing_about_never() -> None:
    """Under ten runs nothing is said to come never or always."""
    whole = merged([tally_of(seed, "silent") for seed in range(1, 4)])
    assert not [each for each in findings(PLAN, whole) if "never" in each.code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda tally, scene: [tally.add("scene", scene, 100_000)], "scene_over"),
        (
            lambda tally, scene: [
                tally.add("scene", scene, 60) or tally.add("hold", scene, 150) for _ in range(3)
            ],
            "scene_holds",
        ),
        (lambda tally, _s: [tally.add("crowd", PLAN.format.seats[0], 2)], "seat_crowded"),
        (lambda tally, _s: [tally.add("idle", PLAN.format.seats[0], 400)], "seat_idle"),
        (lambda tally, _s: [tally.count("index", "regler", "none")], "index_none"),
        (lambda tally, _s: [tally.add("index", "regler", 500) for _ in range(10)], "index_flat"),
        (lambda tally, _s: [tally.fail(Failure(7, "error", "KeyError"))], "error"),
        (lambda tally, _s: [tally.fail(Failure(7, "hung", "nothing"))], "hung"),
    ],
)
def test_what_is_seen_is_told(change: object, code: str) -> None:
    """Each thing that a tally can show has its finding."""
    tally = Tally(runs=10)
    change(tally, PLAN.legs[1].scene.id)  # type: ignore[operator]
    assert [each.code for each in findings(PLAN, tally)] == [code]


def test_injects_that_never_come_say_why() -> None:
    """Condition, load or an early end: the commonest reason is told, with how often."""
    inject = next(iter(PLAN.injects))
    for why in ("condition", "load", "waiting"):
        tally = Tally(runs=12)
        for _ in range(12):
            tally.count("inject", inject, why)
        (found,) = findings(PLAN, tally)
        assert (found.code, found.about) == (f"inject_never_{why}", inject)
        assert found.figures[why] == 12
