"""RO8: child and parents are not made the coordinators of their own help."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.measures.facts import needs
from debrief.record import Record
from debrief.responses import is_lawful
from simulator.play.facts import Facts
from simulator.play.planned import CarePlan, MeasureSetDown
from simulator.play.voice import VoiceHeard

KINDS = ("inject.delivered", "voice.heard", "fact.shared", "handover.offered", "measure.set_down")


def not_coordinating(record: Record) -> Figure:
    """RO8: 1 − what fell to child and parents ÷ what could have.

    Could have: cards that they themselves told, and that another seat needs
    (:func:`debrief.measures.facts.needs`). Those that no service brought on, to this seat and to
    nobody who may not have them, are theirs to tell again; each time they did counts too. And
    measures of Planen that ask something of the family, which are theirs only if the goal rests on
    a time they were heard.
    """
    tally = Tally()
    known = record.state[Facts].known
    told = {fact for voice in record.plan.voices.values() for fact in voice.facts}
    for fact, seat, end, first in needs(record):
        if fact in told:
            own = known.get(seat, {}).get(fact)
            arrived = own.seq if own is not None and own.seq < end else 0
            way = record.entry(arrived)
            carried = way is not None and is_lawful(way.event)
            tally.add(carried, [arrived or first.seq])
            tally.count("told_once")
            tally.count("carried", carried)
    for entry, heard in record.of(VoiceHeard):
        for _fact in heard.again:
            tally.add(0, [entry.seq])
            tally.count("told_again")
    plan = record.state[CarePlan]
    last = {event.measure: entry.seq for entry, event in record.of(MeasureSetDown)}
    for measure in plan.measures.values():
        if measure.family.strip() and measure.id in last:
            goal = plan.goals.get(measure.goal)
            chosen = goal is not None and bool(goal.listening)
            tally.add(chosen, [last[measure.id]])
            tally.count("measures_of_theirs")
    return tally.figure("RO8", KINDS)
