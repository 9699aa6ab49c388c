"""The child: what she tells when somebody listens, and how her situation moves.

The curve is the scenario's, published; nothing here draws lots (docs/situation.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.schema import Trigger, Voice
from simulator.engine.emission import Emission
from simulator.play.baton import Baton, BatonTaken
from simulator.play.clock import LegEnded, scene_id
from simulator.play.expectations import ExpectationLapsed, ExpectationMet
from simulator.play.facts import Facts, FactsShared
from simulator.play.kernel import Entry, State
from simulator.play.minutes import MeetingOpened
from simulator.play.passes import Handovers, HandoverTold
from simulator.play.script import InjectDelivered
from simulator.play.situation import Child, SituationMoved, bend
from simulator.play.tasks import Tasks
from simulator.play.voice import VoiceHeard, Voices, VoiceSought, VoiceTold

RIGHTS = ("school", "health", "protection", "development")


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """What moves because of ``entry``."""
    event = entry.event
    if isinstance(event, InjectDelivered):
        effect = state.plan.injects[event.inject].effect
        if effect:
            moved = _moved(
                state,
                "inject",
                event.inject,
                [{str(value): points for value, points in effect.items()}],
            )
            yield Emission(moved, caused_by=entry.seq)
    for trigger, about, right in _triggers(state, entry):
        moved_by = _by_curve(state, trigger, about, right)
        if moved_by:
            yield Emission(moved_by, caused_by=entry.seq)


def answer(state: State, event: VoiceSought) -> VoiceHeard:
    """What she tells this seat: something new if trust allows, else what she told another
    before (once more), else nothing. Silence is an answer too."""
    voices, facts = state[Voices], state[Facts]
    trust = state[Child].values.get("trust", 0)
    told = [
        voice
        for voice in state.plan.voices.values()
        if voice.speaker == event.speaker and _would_tell(state, voice, event.seat, trust)
    ]
    for voice in told:
        if voice.id not in voices.spoken:
            return VoiceHeard(event.listening, event.seat, event.speaker, voice.id)
    for voice in told:
        unknown = tuple(fact for fact in voice.facts if not facts.knows(event.seat, [fact]))
        if unknown:
            return VoiceHeard(event.listening, event.seat, event.speaker, voice.id, unknown)
    return VoiceHeard(event.listening, event.seat, event.speaker, "")


def _would_tell(state: State, voice: Voice, seat: str, trust: int) -> bool:
    return (
        voice.scene == scene_id(state)
        and trust >= voice.trust
        and (not voice.seats or seat in voice.seats)
    )


def _triggers(  # noqa: C901 - one case for each kind of event
    state: State, entry: Entry
) -> Iterator[tuple[Trigger, str, str]]:
    """(trigger, what it is about, the right it concerns) for an entry."""
    event = entry.event
    match event:
        case VoiceSought(speaker="child") if state[Voices].contacts.get(event.seat) == 1:
            yield "new_helper", event.seat, ""
        case VoiceHeard(speaker="child"):
            yield ("retold" if event.again else "listened"), event.listening, ""
        case VoiceTold():
            yield "told_back", event.listening, ""
        case HandoverTold():
            yield "handover_closed", event.handover, ""
        case ExpectationMet() if not _has_moved(state, event.expected):
            yield "expected_done", event.expected, ""
        case ExpectationLapsed(how="late"):
            yield "expected_missed", event.expected, ""
        case FactsShared() if any(not basis for _, _, basis in event.computed):
            yield "shared_without_basis", event.share, ""
        case MeetingOpened(family=True):
            yield "met_with_family", event.meeting, ""
        case BatonTaken(before=""):
            yield "coordinator_named", event.seat, ""
        case LegEnded():
            yield from _at_leg_end(state, event.leg)
        case _:
            return


def _has_moved(state: State, expected: str) -> bool:
    """Whether it was done before, regretted, and is done again now."""
    found = (("expected_done", expected) == (each.on, each.about) for each in state[Child].moves)
    return any(found)


def _at_leg_end(state: State, index: int) -> Iterator[tuple[Trigger, str, str]]:
    if state.plan.legs[index].scene.kind == "told":
        return
    for task, stand in state[Tasks].stands.items():
        if stand.live:
            held: Trigger = "task_held" if len(stand.owners) == 1 else "task_unheld"
            yield held, task, state.plan.tasks[task].right
    for each in state[Handovers].passes.values():
        if each.open:
            yield "handover_open", each.id, ""
    if not state[Baton].holder:
        yield "without_coordinator", "", ""


def _by_curve(state: State, trigger: Trigger, about: str, right: str) -> SituationMoved | None:
    adds: list[dict[str, int]] = []
    for row in state.plan.scenario.situation.curve:
        if row.on != trigger:
            continue
        adds.append({str(v): n for v, n in row.add.items() if v not in RIGHTS or right in ("", v)})
    return _moved(state, trigger, about, adds) if any(adds) else None


def _moved(state: State, on: str, about: str, adds: list[dict[str, int]]) -> SituationMoved:
    values = dict(state[Child].values)
    changed: dict[str, int] = {}
    for add in adds:
        for value, points in add.items():
            values[value] = changed[value] = bend(values.get(value, 50), points)
    return SituationMoved(on, about, changed)
