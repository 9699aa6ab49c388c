"""RA6 and RG4: what the story puts to the test, somebody's absence and the team's own agreement."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.figure import Figure, Tally
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import ResponseRow, response_rows
from scenarios.schema import Inject
from simulator.play.pact import PactReopened, PactSigned, PactWritten

ABSENCE_KINDS = RESPONSE_KINDS
PACT_KINDS = (*RESPONSE_KINDS, "pact.written", "pact.signed", "pact.reopened")


def robust(record: Record) -> Figure:
    """RA6: what went on in time although its holder fell away ÷ what an absence put to the test.

    An inject marked ``tests_absence`` takes somebody away; what it expects of others is the test.
    """
    tally = Tally()
    for inject, row in _tests(record):
        if inject.tests_absence:
            tally.add(row.standing == "in_time" and row.sound, row.seqs)
            tally.count(row.standing)
    return tally.figure("RA6", ABSENCE_KINDS)


def own_rules(record: Record) -> Figure:
    """RG4: occasions on which what the team agreed was done ÷ occasions that put it to the test.

    An inject marked ``tests_pact`` puts one sentence of Avtalen to the test. It is kept if an
    agreement stood when the test came, in its long form signed by whoever was to act, and the act
    came. Nothing agreed is nothing kept.
    """
    tally = Tally()
    for inject, row in _tests(record):
        if inject.tests_pact:
            stood = _stood(record, row.seat, row.opened)
            tally.add(bool(stood) and row.done, [*row.seqs, stood])
            tally.count("agreed", bool(stood))
            tally.count(f"about_{inject.tests_pact}")
    return tally.figure("RG4", PACT_KINDS)


def _tests(record: Record) -> Iterator[tuple[Inject, ResponseRow]]:
    for row in record.once(response_rows):
        if row.due and not row.gate:
            yield record.plan.injects[row.inject], row


def _stood(record: Record, seat: str, seq: int) -> int:
    """Seq of the agreement that held for a seat when entry ``seq`` came, or 0."""
    written = [each for each in record.of(PactWritten) if each[0].seq < seq]
    if not written:
        return 0
    at, pact = written[-1]
    reopened = any(at.seq < entry.seq < seq for entry, _ in record.of(PactReopened))
    signed = (
        pact.short
        or pact.seat == seat
        or any(
            event.seat == seat and event.version == pact.version and entry.seq < seq
            for entry, event in record.of(PactSigned)
        )
    )
    return 0 if reopened or not signed else at.seq
