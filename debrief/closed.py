"""What lay with a simulated service because it was closed, or because nobody read that day.

The journal holds when it came and when it was answered. When the service was open stands in
``scenarios/behaviour``, and is bound to the engine's version as the play itself is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from debrief.handovers import handover_rows
from debrief.record import Record
from scenarios.behaviour.services import behaviour
from simulator import ENGINE
from simulator.play.answers import Answers
from simulator.play.calendar import calendar_of
from simulator.play.letters import Letters
from simulator.play.opening import opening
from simulator.play.roster import absent


@dataclass(frozen=True, slots=True)
class Lay:
    """Something written to ``seat``: the entry by which it came, and that of its answer."""

    seat: str
    came: int
    answered: int


def lay_closed(record: Record) -> tuple[Lay, ...]:
    """What came outside the hours of a simulated service, and was answered once it was open.

    Nothing of a seat that people have held, nothing of a service that the kommune lacks, and
    nothing of a journal of another engine, whose hours may have been others.
    """
    formed = record.formed
    if formed is None or formed.engine != ENGINE:
        return ()
    without = record.people | set(absent(record.state))
    found = (each for each in _answered(record) if each.seat not in without)
    return tuple(sorted((each for each in found if _waited(record, each)), key=attrgetter("came")))


def _answered(record: Record) -> Iterator[Lay]:
    """Everything written from one seat to another that got its answer."""
    for row in record.once(handover_rows):
        came, answer = row.step("offered"), row.step("taken_over") or row.step("declined")
        if came and answer and row.way == "written":
            yield Lay(row.receiver, came.seq, answer.seq)
    for asked in record.state[Answers].questions.values():
        if asked.answer_seq:
            yield Lay(asked.to, asked.seq, asked.answer_seq)
    for letter in record.state[Letters].sent.values():
        if letter.answer_seq:
            yield Lay(letter.to, letter.seq, letter.answer_seq)


def _waited(record: Record, lay: Lay) -> bool:
    """Whether the service was closed when it came, and had opened before the answer."""
    came, answered = (record.entries[seq - 1] for seq in (lay.came, lay.answered))
    house, formed, run = behaviour(), record.formed, record.run_at(came.at_ms)
    service = house.service_for(record.plan.seats[lay.seat].roles)
    if formed is None or service is None or run is None or run.leg.scene.kind != "play":
        return False
    work = house.work_of(service.id, formed.kommune, formed.barriers)
    calendar = calendar_of(record.plan.scenario)
    wanted = calendar.moment(came.story_ms)
    opens = opening(work, run.leg.scene.unit, written=True).after(calendar, wanted)
    return wanted < opens <= calendar.moment(answered.story_ms)
