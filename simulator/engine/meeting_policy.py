"""How a seat's policy acts around a meeting: comes, opens, puts cards on the table, writes."""

from __future__ import annotations

from simulator.engine.cards import kept, lawfully_needs
from simulator.engine.chance import chance
from simulator.engine.profiles import Profile
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


def come(state: State, profile: Profile, seat: str, meeting: str) -> list[Command]:
    """Answer a call to a meeting."""
    found = state[Meetings].held.get(meeting)
    if found is None or seat in found.comes or found.opened_at is not None:
        return []
    return [ReplyMeeting(meeting, willing(state, seat, f"come:{meeting}", profile.confirms))]


def open_it(state: State, _profile: Profile, _seat: str, meeting: str) -> list[Command]:
    """Begin a called meeting when all have answered."""
    found = state[Meetings].held.get(meeting)
    if found is None or found.opened_at is not None or len(found.comes) < len(found.asked):
        return []
    return [OpenMeeting(meeting)] if any(found.comes.values()) else []


def close(state: State, _profile: Profile, seat: str, meeting: str) -> list[Command]:
    """End a meeting the seat called."""
    under_way = any(each.id == meeting for each in state[Meetings].under_way(seat))
    return [CloseMeeting(meeting)] if under_way else []


def table(state: State, profile: Profile, seat: str, meeting: str) -> list[Command]:
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
        and all(basis_for(state.plan.facts[fact], each, state[Grants]) for each in others)
    ]
    facts = kept(state, profile, seat, f"table:{meeting}", own)
    yes = facts and willing(state, seat, f"table:{meeting}", profile.tells_on)
    return [TableFacts(meeting, tuple(facts))] if yes else []


def minute(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """Take the pen and write one decision."""
    meeting, _, decision = name.partition(":")
    found = state[Meetings].held.get(meeting)
    if found is None or found.opened_at is None or found.closed_at is not None:
        return []
    if found.scribe not in ("", seat) or any(d.decision == decision for d in found.decisions):
        return []
    if not willing(state, seat, f"minute:{name}", profile.acts):
        return []
    pen: list[Command] = [] if found.scribe == seat else [TakePen(meeting)]
    return [*pen, _decision(state, profile, seat, found.scene, meeting, decision)]


def _decision(
    state: State, profile: Profile, seat: str, scene: str, meeting: str, decision: str
) -> Command:
    planned = {each.id: each for each in state.plan.scenes[scene].decisions} if scene else {}
    wanted = planned.get(decision)
    held = state[Meetings].held[meeting]
    task = wanted.task if wanted and wanted.task in state.plan.tasks else None
    fit = state.plan.tasks[task].fit if task else [held.called_by or seat]
    owner = next((each for each in fit if each in held.present), "")
    named = owner if chance(state, seat, f"owner:{meeting}:{decision}", profile.claims + 25) else ""
    heard = [each.id for each in state[Voices].listenings.values() if each.voice]
    rests = heard[-1] if heard and chance(state, seat, f"voice:{decision}", profile.closes) else ""
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
