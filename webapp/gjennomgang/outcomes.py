"""What an exercise's indicators came to, kept as counts about nobody for the trends of the plan."""

from __future__ import annotations

from debrief.measures import measure
from facilitator.improvement.row import Outcome
from webapp.gjennomgang.opened import Opened
from webapp.improvement.open import plan
from webapp.runtime import runtime


def keep(opened: Opened) -> None:
    """Keep a team's counts, once. None of an exercise that one person played alone: there the
    counts would be about somebody; and none that was played with advice."""
    if opened.record.plan.format.solo or opened.is_coached:
        return
    here, eyes, row = runtime(), opened.eyes, opened.record.plan
    found = [
        Outcome(
            eyes.exercise_id,
            eyes.number,
            figure.id,
            row.scenario.slug,
            here.store.exercise(eyes.exercise_id).format,
            figure.value,
            figure.n,
            played_wall(opened),
        )
        for figure in opened.record.once(measure).values()
        if figure.value is not None
    ]
    # Two pages may be opened at the same time; what is counted is counted once.
    with here.lock:
        plan().count(found)


def played_wall(opened: Opened) -> int:
    """When play ended (wall stamp)."""
    last = opened.record.entry(opened.record.legs[-1].end_seq) if opened.record.legs else None
    return (last or opened.record.entries[0]).recorded_at
