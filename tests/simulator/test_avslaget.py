"""Avslaget plays to its end by itself, whoever is there, and tells teams apart in every R."""

from __future__ import annotations

from collections import Counter
from statistics import fmean, median

import pytest

from debrief.five_r import NAMES
from debrief.handovers import handover_rows
from debrief.measures import measure
from debrief.record import Record
from debrief.summary import summary
from scenarios.indicators import indicators
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.clock import HOLD_MS, PlayStarted
from simulator.play.expectations import ExpectationMet
from simulator.play.facts import FactsShared
from simulator.play.script import InjectDelivered
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import verify

AVSLAGET = load("avslaget")
PLAN = plan_for(AVSLAGET.scenario(), "45")
LADDER = ("silent", "novice", "typical", "expert")
SEEDS = range(1, 11)
AUTOMATIC_FOR_EACH_R = 2


@pytest.fixture(scope="module")
def teams() -> dict[str, list[Rehearsal]]:
    """Ten teams of each profile, all seats simulated."""
    return {
        name: [rehearse(AVSLAGET, "45", seed=seed, players=name) for seed in SEEDS]
        for name in LADDER
    }


@pytest.mark.parametrize("players", LADDER)
@pytest.mark.parametrize("people", [0, 1, len(PLAN.seats)])
def test_plays_to_the_end(people: int, players: str) -> None:
    """With nobody, one or all ten seats played by people, no hand is needed, no scene runs over its
    planned time by more than its hold, and the journal replays."""
    manned = PLAN.given(people)
    for seed in (1, 2):
        played = rehearse(AVSLAGET, "45", seed=seed, players=players, manned=manned)
        assert played.entries[-1].kind == "play.ended"
        led = [entry for entry in played.entries if entry.actor.kind == "facilitator"]
        began = next(e.at_ms for e in played.entries if isinstance(e.event, PlayStarted))
        assert max(entry.at_ms for entry in led) <= began + 1
        scenes = sum(leg.scene.kind == "play" for leg in played.plan.legs)
        assert played.entries[-1].at_ms <= played.plan.play_ms + scenes * HOLD_MS + 1_000
        assert verify(played.plan, played.entries) is None


def test_holds_what_domain_5_asks() -> None:
    """Eight kinds of event, the referral made whole, BUP to the GP and to one in the municipality,
    school to the nurse, the team's leader to KE; and the clock of a safe school (SC2)."""
    codes = {inject.code for inject in PLAN.injects.values()}
    assert len(codes) >= 8
    pairs = {(each.sender, each.receiver) for each in PLAN.handovers.values()}
    assert pairs == {
        ("fastlege", "bup"),
        ("bup", "helsesykepleier"),
        ("bup", "fastlege"),
        ("kontaktlaerer", "helsesykepleier"),
        ("rektor", "ke"),
    }
    assert len(PLAN.handovers["H01"].needs) == 3
    told, clock = PLAN.expected["X09"][1], PLAN.expected["X22"][1]
    assert (told.seat, told.to, clock.seat, clock.task) == (
        "kontaktlaerer",
        ["rektor"],
        "rektor",
        "T3",
    )


def test_every_r_has_two_indicators_with_a_value(teams: dict[str, list[Rehearsal]]) -> None:
    """Each R gets at least two automatic indicators in every typical rehearsal, and each that the
    format declares has ground in most of them (domain.md 4)."""
    automatic = {name for name, each in indicators().items() if each.automatic}
    found: Counter[str] = Counter()
    for played in teams["typical"]:
        figures = measure(Record(played.plan, played.entries))
        valued = {n for n, each in figures.items() if each.value is not None} & automatic
        found.update(valued)
        of = Counter(indicators()[name].r for name in valued)
        assert {r: of[r] for r in NAMES if of[r] < AUTOMATIC_FOR_EACH_R} == {}
    seldom = {name for name in PLAN.format.indicators if found[name] <= len(SEEDS) // 2}
    assert seldom == set()


def test_every_r_rises_with_how_well_a_team_plays(teams: dict[str, list[Rehearsal]]) -> None:
    """The median index of each R rises from silent over novice and typical to expert."""
    told = {
        name: [summary(played.plan, played.entries)["five_r"] for played in runs]
        for name, runs in teams.items()
    }
    for r in NAMES:
        steps = [median(each[r]["index"] or 0 for each in told[name]) for name in LADDER]
        assert steps == sorted(set(steps)), (r, steps)


def test_no_condition_is_dead(teams: dict[str, list[Rehearsal]]) -> None:
    """Every event comes to some team; what answers a neglect never comes to an expert one."""
    came: dict[str, set[str]] = {}
    for name, runs in teams.items():
        came[name] = {
            entry.event.inject
            for played in runs
            for entry in played.entries
            if isinstance(entry.event, InjectDelivered)
        }
    assert set.union(*came.values()) == set(PLAN.injects)
    assert {"I06", "I12"} <= came["silent"] - came["expert"]
    assert {"I11", "I13"} <= came["expert"] - came["silent"]


def test_expected_handovers_are_due_and_close(teams: dict[str, list[Rehearsal]]) -> None:
    """Each of the five is made by most expert teams, and told to Ivar and his parents by at least
    one in three."""
    made: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for played in teams["expert"]:
        for row in handover_rows(Record(played.plan, played.entries)):
            if row.offered:
                made[row.expected] += 1
                told[row.expected] += any(step.name == "told" for step in row.steps)
    assert {name for name in PLAN.handovers if made[name] <= len(SEEDS) // 2} == set()
    assert {name for name in PLAN.handovers if told[name] * 3 < len(SEEDS)} == set()


def test_most_teams_ask_leave_and_school_is_spared(teams: dict[str, list[Rehearsal]]) -> None:
    """More than half of the expert teams ask the parents before the teacher hears of Ivar's time,
    and none tells school that his father is on sick leave."""
    asked = 0
    for played in teams["expert"]:
        events = [entry.event for entry in played.entries]
        asked += any(isinstance(e, ExpectationMet) and e.expected == "X24" for e in events)
        for event in events:
            if isinstance(event, FactsShared) and "F14" in event.facts:
                assert not {"kontaktlaerer", "rektor", "sosiallaerer"} & set(event.to)
    assert asked > len(SEEDS) // 2


def test_parents_need_not_carry_the_messages(teams: dict[str, list[Rehearsal]]) -> None:
    """What they told once reaches who needs it more often the better a team plays (RO8)."""
    carried = []
    for name in LADDER:
        figures = [measure(Record(each.plan, each.entries))["RO8"].value for each in teams[name]]
        carried.append(fmean(value or 0 for value in figures))
    assert carried == sorted(set(carried))


def test_nothing_in_it_is_a_crisis() -> None:
    """No acute scene or event, nothing above worrying but what Ivar tells of the door, and that has
    a gentler twin (domain.md 6.1)."""
    assert not any(scene.acute for scene in PLAN.scenes.values())
    assert not any(inject.acute for inject in PLAN.injects.values())
    serious = [inject for inject in PLAN.injects.values() if inject.content_class > 1]
    assert [inject.id for inject in serious] == ["I05"]
    assert all(inject.content_class == 2 and inject.summary for inject in serious)
