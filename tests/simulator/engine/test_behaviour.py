"""Colleagues of any behaviour: they play by the rules, by what they know, and can be told again."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.behaviour.profiles import profile, profiles
from scenarios.behaviour.services import behaviour, points
from scenarios.behaviour.traits import TRAITS, Traits, most, moved
from scenarios.loader import load
from scenarios.schema import Expected
from simulator.engine import engine as engine_module
from simulator.engine.behaviour import traits_of
from simulator.engine.chance import draw
from simulator.engine.engine import Engine
from simulator.engine.urge import BY_ACT
from simulator.play.codec import line_of, read
from simulator.play.facts import Facts
from simulator.play.kernel import Entry
from simulator.play.rooms import EVENTS, evolve, new_state
from simulator.play.roster import TeamFormed
from simulator.play.tasks import TaskClaimed
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import refold, verify

SMALL, EMMA = load("small"), load("emma")
SENDING = ("fact.shared", "handover.offered", "notification.sent", "referral.sent")

_traits = st.builds(
    Traits,
    here=st.integers(0, 1),
    **{name: st.integers(0, most(name)) for name in TRAITS if name != "here"},
)


def _played(traits: Traits, seed: int, format_name: str = "45") -> Rehearsal:
    return rehearse(SMALL, format_name, seed=seed, players="own", own={"own": traits})


@settings(max_examples=20, deadline=None)
@given(_traits, st.integers(1, 10_000), st.sampled_from(["45", "demo"]))
def test_any_traits_play_to_the_end_and_replay(traits: Traits, seed: int, name: str) -> None:
    """Whatever its colleagues are like, an exercise ends, and can be told again to the letter."""
    played = _played(traits, seed, name)
    assert "play.ended" in {entry.kind for entry in played.entries}
    assert verify(played.plan, played.entries) is None


@settings(max_examples=8, deadline=None)
@given(_traits, st.integers(1, 10_000))
def test_the_engine_starts_from_any_head_whatever_the_traits(traits: Traits, seed: int) -> None:
    """Decisions 6: started from State at a committed head it goes on as the original did."""
    played = _played(traits, seed)
    entries = list(played.entries)
    heads = [i for i in range(len(entries) - 1) if entries[i + 1].at_ms != entries[i].at_ms]
    for head in heads[:: max(len(heads) // 8, 1)]:
        engine = Engine(refold(played.plan, entries[: head + 1]))
        rest = entries[head + 1 :]
        inputs = [entry for entry in rest if entry.actor.is_input]
        for (command, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
            acts = list(group)
            engine.run(at_ms - 1)
            engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
        engine.run(entries[-1].at_ms)
        assert _lines(engine.take()) == _lines(rest), f"differs after seq {head + 1}"


def _lines(entries: list[Entry]) -> list[dict[str, object]]:
    return [line_of(replace(entry, recorded_at=0)) for entry in entries]


@settings(max_examples=10, deadline=None)
@given(_traits, st.integers(1, 10_000))
def test_no_traits_make_a_seat_use_what_it_does_not_know(traits: Traits, seed: int) -> None:
    """A card is passed on only by a seat that had it; cheats and those who press on included."""
    played = _played(traits, seed)
    state = new_state(played.plan)
    for entry in played.entries:
        cards = getattr(entry.event, "facts", None)
        sender = getattr(entry.event, "sender", None)
        if entry.kind in SENDING and sender and cards:
            assert state[Facts].knows(sender, cards), entry
        evolve(state, entry)


@pytest.mark.parametrize("name", [each for each in profiles().traits if each != "absent"])
def test_every_profile_plays_emma(name: str) -> None:
    """Each of the house's profiles reaches the end of Emma's ninety minutes without being held."""
    played = rehearse(EMMA, "90", seed=3, players=name)
    assert "play.ended" in {entry.kind for entry in played.entries}


def test_only_silent_does_nothing() -> None:
    """Every other profile acts, and what it does is its own."""
    acts = {
        name: [
            (entry.kind, entry.actor.seat)
            for entry in rehearse(SMALL, "45", seed=2, players=name).entries
            if entry.actor.kind == "colleague"
        ]
        for name in profiles().traits
        if name != "absent"
    }
    assert acts.pop("silent") == []
    assert all(acts.values())
    assert acts["expert"] != acts["typical"] != acts["novice"]


def test_a_draw_is_the_same_whatever_the_traits() -> None:
    """Decisions 7: who a colleague is shifts no draw, so two profiles on a seed stay paired."""
    one, other = (rehearse(SMALL, "45", seed=8, players=name) for name in ("novice", "expert"))
    first, second = (refold(each.plan, each.entries) for each in (one, other))
    for seat in first.plan.seats:
        for cause in ("will:expected:X1", "pace:see:x", "card:expected:X1:F1"):
            assert draw(first, seat, cause) == draw(second, seat, cause)


def test_who_would_do_it_seldom_does_nothing_an_eager_one_would_not() -> None:
    """With the same seed, what an unwilling colleague takes on at first, a willing one does too."""
    less, more = Traits(sees=100, claims=30), Traits(sees=100, claims=90)
    few, many = (
        {
            entry.event.task
            for entry in _played(traits, 5).entries
            if isinstance(entry.event, TaskClaimed)
        }
        for traits in (less, more)
    )
    assert few <= many
    assert len(few) < len(many)


def test_own_profiles_stand_in_the_journal() -> None:
    """A profile that is nobody's but the user's is told again from ``team.formed`` alone, and no
    service's habit moves it; the house's own are moved by them."""
    own = replace(profile("typical"), thin=1, latest=333)
    played = rehearse(SMALL, "45", seats={"rektor": "mine"}, own={"mine": own, "unused": own})
    formed = played.entries[0].event
    assert isinstance(formed, TeamFormed)
    assert formed.traits == {"mine": asdict(own)}
    state = refold(played.plan, played.entries)
    assert traits_of(state, "rektor") == own
    habit = points(behaviour().services["barnevern"].shifts)
    assert traits_of(state, "barnevern") == moved(profile("typical"), habit)
    again = read(EVENTS, "team.formed", line_of(played.entries[0])["body"])
    assert again == formed


def test_every_expected_act_has_its_trait() -> None:
    """What a scenario may expect, some trait decides; no act stands in the table for nothing."""
    assert {*BY_ACT} == {*get_args(Expected.model_fields["act"].annotation)}
    assert {*BY_ACT.values()} <= {*TRAITS}


def test_every_trait_is_read_by_the_policy() -> None:
    """A trait that nothing reads says something about colleagues that is not so."""
    folder = Path(engine_module.__file__).parent
    told = "\n".join(each.read_text(encoding="utf-8") for each in folder.glob("*.py"))
    unread = [each for each in TRAITS if f"traits.{each}" not in told and f'"{each}"' not in told]
    assert unread == []
