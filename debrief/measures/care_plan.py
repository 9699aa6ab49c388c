"""RE2, RE3 and RE4: goals that are hers, measures that lead somewhere, and looking back."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import missed
from simulator.play.planned import (
    NO_DATE,
    CarePlan,
    GoalSetDown,
    MeasureEvaluated,
    MeasureReminded,
    MeasureSetDown,
)

GOAL_KINDS = (*RESPONSE_KINDS, "goal.set_down")
LINE_KINDS = (*RESPONSE_KINDS, "measure.set_down")
LOOK_KINDS = (*RESPONSE_KINDS, "measure.reminded", "measure.evaluated")
LATE = 0.5
"""What looking at a measure after its date is worth in RE4."""
WITHOUT_GROUND = 0.5
"""What an evaluation is worth that rests neither on her words nor on any of one's own."""


def childs_goals(record: Record) -> Figure:
    """RE2: goals of Planen that rest on a time she was listened to ÷ goals.

    Where Planen was expected and nobody began it, the goal that is not there counts as one.
    """
    tally = Tally()
    last: Mapping[str, int] = {event.goal: entry.seq for entry, event in record.of(GoalSetDown)}
    for goal in record.state[CarePlan].goals.values():
        if goal.id in last:
            tally.add(bool(goal.listening), [last[goal.id]])
            tally.count("goals")
            tally.count("hers", bool(goal.listening))
    if not tally.scores:
        for row in missed(record, "plan"):
            tally.add(0, row.seqs)
    return tally.figure("RE2", GOAL_KINDS)


def line_of_sight(record: Record) -> Figure:
    """RE3: mean share of what each measure needs to be followed: what should be different for
    her, who answers for it, when it is looked at. Measures expected and never made count as 0."""
    tally = Tally()
    last: Mapping[str, int] = {
        event.measure: entry.seq for entry, event in record.of(MeasureSetDown)
    }
    for measure in record.state[CarePlan].measures.values():
        if measure.id not in last:
            continue
        dated = measure.due_story != NO_DATE or bool(measure.evaluations)
        parts = [bool(measure.expected.strip()), bool(measure.owner), dated]
        tally.add(fmean(parts), [last[measure.id]])
        tally.count("whole", all(parts))
    for row in missed(record, "plan"):
        tally.add(0, row.seqs)
    return tally.figure("RE3", LINE_KINDS)


def looked_back(record: Record) -> Figure:
    """RE4: measures looked at when their date came, in time (1), late (½) or never (0).

    An evaluation that rests neither on her words nor on a line of one's own is worth half.
    """
    tally = Tally()
    looks = _looks(record)
    for entry, asked in record.of(MeasureReminded):
        done = looks.pop((asked.measure, asked.round), None)
        if done:
            tally.add(_worth(done[1]), [entry.seq, done[0]])
        elif record.state.story_ms >= asked.due_story:
            tally.add(0, [entry.seq])
    for seq, unasked in looks.values():
        tally.add(_worth(unasked), [seq])
    for row in missed(record, "evaluate"):
        tally.add(0, row.seqs)
    return tally.figure("RE4", LOOK_KINDS)


def _looks(record: Record) -> dict[tuple[str, int], tuple[int, MeasureEvaluated]]:
    """(measure, round of its dates) → the entry that looked at it, and what it said."""
    found, now = dict[tuple[str, int], tuple[int, MeasureEvaluated]](), dict[str, int]()
    for entry in record.entries:
        event = entry.event
        if entry.seq in record.withdrawn or not isinstance(
            event, MeasureSetDown | MeasureEvaluated
        ):
            continue
        if isinstance(event, MeasureEvaluated):
            found[event.measure, now.get(event.measure, 0)] = entry.seq, event
        now[event.measure] = event.round
    return found


def _worth(done: MeasureEvaluated) -> float:
    grounded = 1.0 if done.listening or done.line.strip() else WITHOUT_GROUND
    return grounded * (1.0 if done.in_time else LATE)
