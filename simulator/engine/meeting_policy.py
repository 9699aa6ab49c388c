"""How a seat's policy acts around a meeting: comes, opens, puts cards on the table, writes."""

from __future__ import annotations

from scenarios.behaviour.traits import Traits
from simulator.engine.cards import kept, lawfully_needs
from simulator.engine.chance import chance
from simulator.engine.stimuli import willing
from simulator.play.facts import Facts, basis_for
from simulator.play.grants import Grants
from simulator.play.kernel import Command, State
from simulator.play.meetings import (
    CloseMeeting,
    Decide,
    OpenMeeting,
    ReplyMeeting,
    TableFacts,
    TakePen,
)
from simulator.play.minutes import Meetings
from simulator.play.voice import Voices


def come(state: State, traits: Traits, seat: str, meeting: str) -> list[Command]:
    """Answer a call to a meeting."""
    found = state[Meetings].held.get(meeting)
    if found is None or seat in found.comes or found.opened_at is not None:
        return []
    return [ReplyMeeting(meeting, willing(state, seat, f"come:{meeting}", traits.comes))]


def open_it(state: State, _traits: Traits, _seat: str, meeting: str) -> list[Command]:
    """Begin a called meeting when all have answered."""
    found = state[Meetings].held.get(meeting)
    if found is None or found.opened_at is not None or len(found.comes) < len(found.asked):
        return []
    return [OpenMeeting(meeting)] if any(found.comes.values()) else []


def close(state: State, _traits: Traits, seat: str, meeting: str) -> list[Command]:
    """End a meeting the seat called."""
    under_way = any(each.id == meeting for each in state[Meetings].under_way(seat))
    return [CloseMeeting(meeting)] if under_way else []


def table(state: State, traits: Traits, seat: str, meeting: str) -> list[Command]:
    """Put on the table what others need and all present may have."""
    found = state[Meetings].held.get(meeting)
    if found is None or found.closed_at is not None or seat not in found.present:
        return []
    others = [each for each in found.present if each != seat]
    own = [
        fact
        for fact in state[Facts].of(seat)
        if fact not in found.tabled
        and any(lawfully_needs(state, fact, each) for each in others)
        and (
            all(basis_for(state.plan.facts[fact], each, state[Grants]) for each in others)
            or not willing(state, seat, f"keeps:{fact}:{meeting}", traits.lawful)
        )
    ]
    facts = kept(state, traits, seat, f"table:{meeting}", own)
    yes = facts and willing(state, seat, f"table:{meeting}", traits.tells_on)
    return [TableFacts(meeting, tuple(facts))] if yes else []


def minute(state: State, traits: Traits, seat: str, name: str) -> list[Command]:
    """Take the pen and write one decision."""
    meeting, _, decision = name.partition(":")
    found = state[Meetings].held.get(meeting)
    if found is None or found.opened_at is None or found.closed_at is not None:
        return []
    if found.scribe not in ("", seat) or any(d.decision == decision for d in found.decisions):
        return []
    if not willing(state, seat, f"minute:{name}", traits.convenes):
        return []
    pen: list[Command] = [] if found.scribe == seat else [TakePen(meeting)]
    return [*pen, _decision(state, traits, seat, found.scene, meeting, decision)]


def _decision(
    state: State, traits: Traits, seat: str, scene: str, meeting: str, decision: str
) -> Command:
    planned = {each.id: each for each in state.plan.scenes[scene].decisions} if scene else {}
    wanted = planned.get(decision)
    held = state[Meetings].held[meeting]
    task = wanted.task if wanted and wanted.task in state.plan.tasks else None
    fit = state.plan.tasks[task].fit if task else [held.called_by or seat]
    owner = next((each for each in fit if each in held.present), "")
    named = owner if chance(state, seat, f"owner:{meeting}:{decision}", traits.records) else ""
    heard = [
        each.id
        for each in state[Voices].listenings.values()
        if each.voice and each.seat in held.present
    ]
    rests = heard[-1] if heard and chance(state, seat, f"voice:{decision}", traits.heeds) else ""
    text = wanted.text if wanted else held.why
    return Decide(
        meeting,
        text,
        named,
        "1wd" if named else None,
        decision if wanted else "",
        task or "",
        rests,
    )
