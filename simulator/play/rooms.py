"""All rooms put together: which commands there are, which events, one rule door and one fold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from scenarios.plan import Plan
from simulator.play import (
    answers,
    baton,
    board,
    care,
    care_plan,
    coach,
    consent,
    control,
    cooperation,
    coordinator,
    debriefing,
    decisions,
    escalation,
    expectations,
    facts,
    family,
    grants,
    handover,
    hotwash,
    inbox,
    interlude,
    letters,
    levels,
    matters,
    meetings,
    notification,
    pact,
    probes,
    promises,
    rating,
    referral,
    relay_log,
    release,
    roster,
    samordning,
    script,
    situation,
    solo,
    spoken,
    steering,
    succession,
    survey,
    tasks,
    undo,
    voice,
    wonder,
    writing,
)
from simulator.play.clock import Clock, is_playing, story_at, story_opens
from simulator.play.kernel import Actor, Command, Entry, Event, Fold, Refusal, Room, State, kinds
from simulator.play.matters import Matters

_BELOW: tuple[Room, ...] = (
    steering.ROOM,
    matters.ROOM,
    roster.ROOM,
    care.ROOM,
    inbox.ROOM,
    grants.ROOM,
    coach.ROOM,
    facts.ROOM,
    script.ROOM,
    answers.ROOM,
    wonder.ROOM,
    voice.ROOM,
    consent.ROOM,
    family.ROOM,
    tasks.ROOM,
    baton.ROOM,
    handover.ROOM,
    writing.ROOM,
    spoken.ROOM,
    meetings.ROOM,
    care_plan.ROOM,
    relay_log.ROOM,
    escalation.ROOM,
    letters.ROOM,
    notification.ROOM,
    referral.ROOM,
    samordning.ROOM,
    decisions.ROOM,
    levels.ROOM,
    coordinator.ROOM,
    release.ROOM,
    control.ROOM,
    pact.ROOM,
    cooperation.ROOM,
    probes.ROOM,
    interlude.ROOM,
    expectations.ROOM,
    situation.ROOM,
    hotwash.ROOM,
    debriefing.ROOM,
    promises.ROOM,
    survey.ROOM,
    board.ROOM,
    rating.ROOM,
)
ROOMS: tuple[Room, ...] = (*_BELOW, undo.over(_BELOW))

_RULES = {command: rule for room in ROOMS for command, rule in room.rules.items()}
_FOLDS: dict[type[Event], list[Fold[Any]]] = defaultdict(list)
for _room in ROOMS:
    for _event, _fold in _room.folds.items():
        _FOLDS[_event].append(_fold)

COMMANDS: dict[str, type[Command]] = kinds(_RULES)
"""Wire kind → command."""
EVENTS: dict[str, type[Event]] = kinds(_FOLDS)
"""Wire kind → event."""

CLOCK_COMMANDS = frozenset(
    {*steering.ROOM.rules, *debriefing.ROOM.rules, probes.OpenProbe, probes.CloseProbe}
)
"""Commands that go to the exercise's clock log, not to one team."""
FACILITATOR_COMMANDS = frozenset(
    {
        *CLOCK_COMMANDS,
        *script.ROOM.rules,
        *rating.ROOM.rules,
        board.TakeNoteDown,
        board.MergeNotes,
        family.PlayFamily,
        roster.GiveTime,
    }
)
"""Commands only the facilitator (or the autopilot) may give."""
FAMILY_COMMANDS = frozenset(
    {
        family.Speak,
        family.KeepSilent,
        family.TakeTime,
        family.AnswerConsent,
        family.WithdrawConsent,
        relay_log.NoteInLog,
    }
)
"""What child and parents say: of the facilitator, or of the person who plays them; never a seat."""
PART_COMMANDS = frozenset({family.AcceptFamily, family.LeaveFamily})
"""Yes and no to playing child or parents: of that person alone."""
_ANY_TIME = frozenset({*roster.ROOM.rules, *care.ROOM.rules, hotwash.GiveHotwash, inbox.SeeItem})
_STAYS_AWAY = frozenset({*roster.ROOM.rules, care.Rest, care.SayTouched, hotwash.GiveHotwash})
"""What somebody does without coming back to a seat that the system plays for them."""
_IN_PROBE = frozenset({probes.AnswerProbe})
_IN_DISCUSSION = frozenset({meetings.TakePen, meetings.Decide})
"""What a seat does while the room talks: it writes what they agree on."""


def new_state(plan: Plan) -> State:
    """A team's state before its first event."""
    state = State(plan)
    state.story_ms = story_opens(plan)
    return state


def decide(state: State, by: Actor, command: Command) -> Sequence[Event] | Refusal:
    """What ``command`` leads to, or why not. Never changes ``state``."""
    kind = type(command)
    refused = _not_this_seat(state, by, kind) or _not_their_words(state, by, kind)
    if refused:
        return refused
    if isinstance(command, roster.TakeSeat) and succession.holds_other_end(
        state, command.participant, command.seat
    ):
        return Refusal("other_end_is_yours")
    result: Sequence[Event] | Refusal = _RULES[kind](state, by, command)
    if isinstance(result, Refusal) or not result or kind in _STAYS_AWAY:
        return result
    return [*roster.back_in_seat(state, by), *result]


def _not_this_seat(state: State, by: Actor, kind: type[Command]) -> Refusal | None:
    """What no seat may do, and what none may do now."""
    if by.kind not in ("seat", "colleague"):
        return None
    if kind in FACILITATOR_COMMANDS:
        alone = kind in solo.LED and solo.leads_alone(state.plan, by.seat)
        return None if alone and by.kind == "seat" else Refusal("only_facilitator")
    if kind in _ANY_TIME:
        return None
    if not is_playing(state):
        return Refusal("play_is_over" if state[Clock].phase == "over" else "not_running")
    if state[Clock].paused and kind not in _IN_PROBE:
        return Refusal("paused")
    if state[probes.Probes].open and kind not in _IN_PROBE:
        return Refusal("probe_first")
    if state.plan.is_discussion and kind not in _IN_DISCUSSION:
        return Refusal("talk_it_over")
    resting = (by.seat, by.participant) in state[care.Care].resting
    return Refusal("you_are_resting") if resting else None


def _not_their_words(state: State, by: Actor, kind: type[Command]) -> Refusal | None:
    """Keep what child and parents say apart from what seats do."""
    of_family = kind in FAMILY_COMMANDS
    if of_family or kind in PART_COMMANDS:
        allowed = by.kind == "family" or (of_family and by.kind == "facilitator")
        if not allowed:
            return Refusal("not_your_part")
    elif by.kind == "family" and kind is not undo.Withdraw:
        return Refusal("not_your_part")
    if of_family and not is_playing(state):
        return Refusal("play_is_over" if state[Clock].phase == "over" else "not_running")
    return Refusal("paused") if of_family and state[Clock].paused else None


def evolve(state: State, entry: Entry) -> State:
    """Fold one journal entry into ``state`` (in place) and return it."""
    if not entry.actor.is_input:
        state[Matters].settle(entry.caused_by)
    state.seq, state.at_ms, state.story_ms = entry.seq, entry.at_ms, entry.story_ms
    for fold in _FOLDS[type(entry.event)]:
        fold(state, entry, entry.event)
    return state


def story_now(state: State, at_ms: int) -> int:
    """Story ms at play time ``at_ms``, never less than the journal has reached."""
    return max(state.story_ms, story_at(state, at_ms))
