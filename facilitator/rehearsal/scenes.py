"""Scenes as a journal played them: real time from start to end, and how much of it was a hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.plan import Plan
from simulator.play.clock import LegEnded, LegHeld, LegStarted
from simulator.play.kernel import Entry


@dataclass(frozen=True, slots=True)
class PlayedLeg:
    """One scene, in play ms. ``is_play`` if seats work by the clock: no meeting, nothing told."""

    scene: str
    starts_at: int
    ends_at: int
    held_ms: int
    is_play: bool


def played_legs(plan: Plan, entries: Sequence[Entry]) -> list[PlayedLeg]:
    """The scenes that began; one that never ended ends where the journal does."""
    found: list[PlayedLeg] = []
    starts = {e.event.leg: e.at_ms for e in entries if isinstance(e.event, LegStarted)}
    holds = {e.event.leg: e.at_ms for e in entries if isinstance(e.event, LegHeld)}
    ends = {e.event.leg: e.at_ms for e in entries if isinstance(e.event, LegEnded)}
    for leg, starts_at in starts.items():
        ends_at = ends.get(leg, entries[-1].at_ms)
        scene = plan.legs[leg].scene
        held = ends_at - holds.get(leg, ends_at)
        found.append(PlayedLeg(scene.id, starts_at, ends_at, held, scene.kind == "play"))
    return found
