"""Alternatives: only what seats and rules allow, and each can be played."""

from __future__ import annotations

from functools import cache

import pytest

from facilitator.alternatives import NOT_ASKED, alternatives, askable
from scenarios.loader import load
from simulator.again import command_of, to_another
from simulator.play.facts import ShareFacts
from simulator.play.kernel import FACILITATOR, Refusal
from simulator.play.rooms import decide, evolve, new_state
from simulator.play.script import InjectDelivered, ReleaseInject, Script
from simulator.play.steering import EndPlay
from simulator.rehearse import Rehearsal, rehearse
from simulator.whatif import act_at, change_at, whatif
from tests.simulator.builder import Room

SMALL = load("small")
MINUTE = 60_000
MANNED = ("rektor", "barnevern", "helsesykepleier")


@cache
def _played() -> Rehearsal:
    return rehearse(SMALL, "45", seed=4, manned=MANNED, protected=False)


def test_acts_and_injects_in_play_can_be_asked_about() -> None:
    """Nobody wonders about the clock, an opened item, or what colleagues did."""
    entries = _played().entries
    found = [entries[seq - 1] for seq in sorted(askable(entries))]
    assert found
    for entry in found:
        assert isinstance(entry.event, InjectDelivered) or entry.actor.kind == "seat"
        assert entry.kind.partition(".")[0] not in NOT_ASKED
        assert alternatives(_played().plan, entries, entry.seq)
    assert alternatives(_played().plan, entries, 1) == ()


def test_each_alternative_can_be_played() -> None:
    """What is offered at its own moment is never refused; the act itself is in one run alone."""
    played = _played()
    for seq in sorted(askable(played.entries))[::3]:
        for each in alternatives(played.plan, played.entries, seq):
            change = change_at(played.entries, seq, each.steps, each.again)
            [pair] = whatif(SMALL, played.entries, change, runs=1)
            assert pair.refused is None or each.how == "later"


def test_an_inject_left_out_never_comes() -> None:
    """Taken out before it was sent, it reaches nobody in the changed run."""
    played = _played()
    entry = next(
        each
        for each in played.entries
        if isinstance(each.event, InjectDelivered)
        and any(a.id == "without" for a in alternatives(played.plan, played.entries, each.seq))
    )
    [without] = [
        each
        for each in alternatives(played.plan, played.entries, entry.seq)
        if each.id == "without"
    ]
    [pair] = whatif(
        SMALL, played.entries, change_at(played.entries, entry.seq, without.steps), runs=1
    )
    assert entry.event in [each.event for each in pair.without]
    assert entry.event not in [each.event for each in pair.changed]


def test_what_was_sent_by_hand_is_an_act_of_whoever_leads() -> None:
    """An inject that was released can be left unsent; it then comes in its own time or never."""
    room = Room(manned=("rektor",)).start().at(4 * MINUTE)
    waiting = [
        inject
        for inject in room.state.plan.injects_of("host")
        if room.state[Script].stand(inject.id).phase == "waiting"
    ]
    room.do(FACILITATOR, ReleaseInject(waiting[0].id))
    room.at(5 * MINUTE).steer(EndPlay())
    [sent] = [
        entry.seq
        for entry in room.entries
        if isinstance(entry.event, InjectDelivered) and entry.event.inject == waiting[0].id
    ]
    found = alternatives(room.state.plan, room.entries, sent)
    assert {each.id for each in found} >= {"without", "earlier-2"}
    for each in found:
        change = change_at(room.entries, sent, each.steps, each.again)
        [pair] = whatif(room.loaded, room.entries, change, runs=1)
        assert pair.refused is None


def test_an_act_tells_the_command_it_came_from() -> None:
    """Judged again where it stood, the command leads to the same events."""
    played, found = _played(), 0
    for seq in sorted(askable(played.entries)):
        act = act_at(played.entries, seq)
        command = command_of(played.plan, act)
        if command is None:
            continue
        state = new_state(played.plan)
        for entry in played.entries[: act[0].seq - 1]:
            evolve(state, entry)
        state.at_ms, state.story_ms = act[0].at_ms, act[0].story_ms
        made = decide(state, act[0].actor, command)
        assert not isinstance(made, Refusal)
        assert list(made) == [entry.event for entry in act]
        found += 1
    assert found > 3


@pytest.mark.parametrize(("to", "wanted"), [(("ke",), ("bup",)), (("ke", "nav"), None), ((), None)])
def test_another_receiver_only_where_there_is_one(
    to: tuple[str, ...], wanted: tuple[str, ...] | None
) -> None:
    """What went to several is not sent to another instead."""
    other = to_another(ShareFacts(to, ("F1",)), "bup")
    assert (other.to if isinstance(other, ShareFacts) else None) == wanted
