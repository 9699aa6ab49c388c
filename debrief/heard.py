"""Heard: when child and parents were first listened to, and where they had a seat (domain 4.6)."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.record import Record
from simulator.play.clock import PlayStarted
from simulator.play.minutes import MeetingOpened
from simulator.play.planned import CarePlan
from simulator.play.voice import VoiceHeard


@dataclass(frozen=True, slots=True)
class Heard:
    """Counts and first times; never a score. Silence and a no are answers.

    ``first`` is the entry of the child's first answer (0: nobody asked), ``after_story`` the story
    ms from the start of play until then. ``meetings`` had a beginning, ``with_family`` of them a
    seat for child or parents. ``goals`` stand in Planen, ``hers`` of them rest on a listening.
    """

    first: int
    after_story: int
    times: int
    meetings: int
    with_family: int
    goals: int
    hers: int
    seqs: tuple[int, ...]


def heard(record: Record) -> Heard:
    """How the child came to word in one exercise."""
    started = record.of(PlayStarted)
    answers = [entry for entry, event in record.of(VoiceHeard) if event.speaker == "child"]
    opened = record.of(MeetingOpened)
    goals = record.state[CarePlan].goals.values()
    since = started[0][0].story_ms if started else 0
    return Heard(
        first=answers[0].seq if answers else 0,
        after_story=answers[0].story_ms - since if answers else 0,
        times=len(answers),
        meetings=len(opened),
        with_family=sum(event.family for _, event in opened),
        goals=len(goals),
        hers=sum(bool(goal.listening) for goal in goals),
        seqs=tuple([entry.seq for entry in answers[:1]] + [entry.seq for entry, _ in opened]),
    )
