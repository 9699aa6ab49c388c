"""Other ways of looking at the same journal: the field's own words for early, deep and long, for
worry and wondering, for the way from worry to follow-up, and for ownership, structure and culture.

Counts and first times, never a score. What only people can rate is left to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from debrief.figure import Figure
from debrief.five_r import Word, turned, word
from debrief.measures import measure
from debrief.record import Record
from simulator.play.answers import QuestionAsked
from simulator.play.decisions import DecisionMade
from simulator.play.kernel import Entry, Event
from simulator.play.minutes import MeetingDecided
from simulator.play.passes import HandoverOffered, HandoverTakenOver
from simulator.play.planned import NO_DATE, CarePlan, Measure, MeasureEvaluated, MeasureSetDown
from simulator.play.script import InjectDelivered
from simulator.play.tasks import TaskClaimed
from simulator.play.voice import VoiceSought
from simulator.play.wonder import WonderNoted, WorryRated

Group = Literal["eierskap", "struktur", "kultur"]
Step = Literal["worry", "talk", "decision", "follow_up", "evaluation"]

GROUPS: Mapping[Group, frozenset[str]] = {
    "eierskap": frozenset({"RO1", "RO6", "RO7", "RE3"}),
    "struktur": frozenset({"RA2", "RA3", "RA4", "RA5", "RA6", "RA7", "RO2", "RO3", "RG4"}),
    "kultur": frozenset({"RL1", "RL2", "RL3", "RL4", "RL5", "RL6", "RL7", "RG6"}),
}
"""Domain 4.9: which indicators speak of what."""
STEPS: Mapping[Step, tuple[type[Event], ...]] = {
    "worry": (WonderNoted, WorryRated),
    "talk": (VoiceSought,),
    "decision": (MeetingDecided, DecisionMade),
    "follow_up": (TaskClaimed, HandoverTakenOver, MeasureSetDown),
    "evaluation": (MeasureEvaluated,),
}
"""From worry to coordinated follow-up: what shows that a step was taken."""
EXPLORES = (WonderNoted, WorryRated, QuestionAsked, VoiceSought)
ACTS = (TaskClaimed, HandoverOffered, MeetingDecided, DecisionMade, MeasureSetDown)
"""What counts as a first measure."""
LEAST_TO_COMPARE = 3
"""With two, each would know the rating of the other."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One of the three. ``word`` is as for a level of an R; ``smallest`` is pointed at."""

    group: Group
    word: Word
    figures: tuple[Figure, ...]
    smallest: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """The first time a step was taken; ``seq`` 0 if it never was. ``story_ms`` is story time."""

    step: Step
    seq: int
    story_ms: int


@dataclass(frozen=True, slots=True)
class Way:
    """The steps in their order, and how often responsibility changed hands (fewest is best)."""

    steps: tuple[StepRow, ...]
    changes: int
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Exploring:
    """Before the first measure: play ms from the first inject, and how often somebody explored.

    ``acted`` is the entry of that measure, 0 if none came; then ``ms`` runs to the end of play.
    """

    ms: int
    explored: int
    acted: int
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WorryRow:
    """The private ratings of one scene (1–5), without whose they are.

    ``followed``: somebody asked another, wondered or listened after the ratings differed.
    """

    scene: str
    seats: int
    lowest: int
    highest: int
    followed: bool


@dataclass(frozen=True, slots=True)
class Lasting:
    """'Lenge nok', as far as Planen tells: measures that go on with a date, or were ended by an
    evaluation; and those whose date passed, or that never had one."""

    measures: int
    lasting: int
    ended: int
    lost: int
    seqs: tuple[int, ...]


def groups(record: Record) -> tuple[GroupRow, ...]:
    """Ownership, structure, culture, each by the indicators that the format declares."""
    declared = set(record.plan.format.indicators)
    figures = {
        group: tuple(
            each
            for each in record.once(measure).values()
            if each.id in ids and each.id in declared and each.value is not None
        )
        for group, ids in GROUPS.items()
    }
    least = min(figures, key=lambda group: _height(figures[group]))
    apart = len({_height(each) for each in figures.values()}) > 1
    return tuple(
        GroupRow(group, word(each), each, apart and group == least)
        for group, each in figures.items()
    )


def _height(figures: tuple[Figure, ...]) -> float:
    """The mean, 1 best; nothing at all is less than anything."""
    values = [value for each in figures if (value := turned(each)) is not None]
    return fmean(values) if values else -1.0


def way(record: Record) -> Way:
    """The way from worry to follow-up that was looked back on."""
    firsts = []
    for step, kinds in STEPS.items():
        first = next(iter(_entries(record, kinds)), None)
        seq, story_ms = (first.seq, first.story_ms) if first else (0, 0)
        firsts.append(StepRow(step, seq, story_ms))
    changes = tuple(entry.seq for entry, _ in record.of(HandoverTakenOver))
    return Way(tuple(firsts), len(changes), changes)


def exploring(record: Record) -> Exploring | None:
    """How long the team explored before its first measure; None before the first inject."""
    injects = record.of(InjectDelivered)
    if not injects:
        return None
    began = injects[0][0]
    after = [entry for entry in _entries(record, ACTS) if entry.seq > began.seq]
    ended = after[0].at_ms if after else record.end_at
    before = [
        entry
        for entry in _entries(record, EXPLORES)
        if entry.seq > began.seq and (not after or entry.seq < after[0].seq)
    ]
    # A rating is its seat's own, and is cited nowhere.
    shown = tuple(entry.seq for entry in before if not isinstance(entry.event, WorryRated))
    acted = after[0].seq if after else 0
    return Exploring(ended - began.at_ms, len(before), acted, (*shown, *([acted] if acted else [])))


def worries(record: Record) -> tuple[WorryRow, ...]:
    """Scenes in which three seats or more rated their worry: how far apart, and what came of it."""
    found = []
    for run in record.legs:
        last = run.end_seq or len(record.entries) + 1
        inside = [each for each in record.of(WorryRated) if run.seq < each[0].seq < last]
        latest: dict[str, int] = {}
        differed = 0
        for entry, event in inside:
            latest[event.seat] = event.value
            if not differed and len(set(latest.values())) > 1:
                differed = entry.seq
        if len(latest) < LEAST_TO_COMPARE:
            continue
        talk = (
            entry.seq
            for kind in (QuestionAsked, WonderNoted, VoiceSought)
            for entry in _entries(record, (kind,))
        )
        followed = bool(differed) and any(differed < seq < last for seq in talk)
        low, high = min(latest.values()), max(latest.values())
        found.append(WorryRow(run.leg.scene.id, len(latest), low, high, followed))
    return tuple(found)


def lasting(record: Record) -> Lasting:
    """What became of the measures of Planen."""
    measures = record.state[CarePlan].measures.values()
    fates = [_fate(each) for each in measures]
    seqs = [entry.seq for entry in _entries(record, (MeasureSetDown, MeasureEvaluated))]
    return Lasting(
        len(fates),
        fates.count("lasting"),
        fates.count("ended"),
        fates.count("lost"),
        tuple(seqs),
    )


def _fate(found: Measure) -> Literal["lasting", "ended", "lost"]:
    if not found.live:
        return "ended"
    return "lost" if found.late or not found.owner or found.due_story == NO_DATE else "lasting"


def _entries(record: Record, kinds: tuple[type[Event], ...]) -> list[Entry]:
    """Entries of any of ``kinds``, in order."""
    found = [entry for kind in kinds for entry, _event in record.of(kind)]
    return sorted(found, key=lambda entry: entry.seq)
