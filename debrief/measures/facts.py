"""RG1: sharing both ways: what is needed arrives, what has no basis stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.handovers import PROTECTED_MS
from debrief.record import Record
from simulator.play.facts import Facts, FactsShared, Learned, basis_for
from simulator.play.grants import Grants
from simulator.play.kernel import Entry
from simulator.play.passes import HandoverOffered

KINDS = ("play.started", "inject.delivered", "voice.heard", "fact.shared", "handover.offered")

Pair = tuple[str, str]
"""A fact and the seat it may reach."""


def lawful_sharing(record: Record) -> Figure:
    """RG1: mean of (needed that arrived ÷ needed) and (withheld ÷ tempting).

    Needed: a card that another seat held in time for the scene that needs it. Tempting: a card
    without a basis that a seat held while it shared something with that receiver. Sharing nothing
    tempts nobody and so earns nothing.
    """
    tally = Tally()
    arrived = [_needed(record, tally, *each) for each in needs(record)]
    tempting = _tempting(record)
    passed = _without_basis(record)
    tempting = {**tempting, **passed}
    tally.cite(tempting.values())
    halves = []
    if arrived:
        halves.append(sum(arrived) / len(arrived))
    if tempting:
        halves.append(1 - len(passed) / len(tempting))
    tally.counts |= {
        "needed": len(arrived),
        "arrived": sum(arrived),
        "tempting": len(tempting),
        "without_basis": len(passed),
    }
    n = len(arrived) + len(tempting)
    return tally.figure_of("RG1", fmean(halves) if halves else None, n, KINDS)


def needs(record: Record) -> Iterator[tuple[str, str, int, Learned]]:
    """Fact, seat that needs it, seq at which its scene ended, and how another came to hold it.

    Only what somebody else held long enough before that end to pass it on, and what the story did
    not bring the seat itself.
    """
    known = record.state[Facts].known
    for fact in record.plan.facts.values():
        for need in fact.needed:
            run = record.run_of(need.scene)
            if run is None or not run.over:
                continue
            own = known.get(need.seat, {}).get(fact.id)
            if own and own.seq < run.end_seq and own.source not in record.plan.seats:
                continue
            held = [
                learned[fact.id]
                for seat, learned in known.items()
                if seat != need.seat and fact.id in learned
            ]
            first = min(held, key=lambda how: how.seq, default=None)
            if first and run.end_at - first.at_ms >= PROTECTED_MS:
                yield fact.id, need.seat, run.end_seq, first


def _needed(record: Record, tally: Tally, fact: str, seat: str, end: int, first: Learned) -> bool:
    own = record.state[Facts].known.get(seat, {}).get(fact)
    arrived = own is not None and own.seq < end
    tally.cite([own.seq if own and arrived else first.seq])
    return arrived


def _without_basis(record: Record) -> dict[Pair, int]:
    return {
        (fact, seat): entry.seq
        for entry, event in record.of(FactsShared)
        for fact, seat, basis in event.computed
        if not basis
    }


def _tempting(record: Record) -> dict[Pair, int]:
    """Cards without a basis that a seat held back or not while it dealt with a receiver."""
    found: dict[Pair, int] = {}
    known = record.state[Facts].known
    for entry, sender, receivers in _dealings(record):
        for fact, learned in known.get(sender, {}).items():
            if learned.seq >= entry.seq:
                continue
            for receiver in receivers:
                own = known.get(receiver, {}).get(fact)
                if own is not None and own.seq < entry.seq:
                    continue
                if not basis_for(
                    record.plan.facts[fact], receiver, record.state[Grants], entry.seq
                ):
                    found.setdefault((fact, receiver), entry.seq)
    return found


def _dealings(record: Record) -> Iterable[tuple[Entry, str, tuple[str, ...]]]:
    for entry, shared in record.of(FactsShared):
        yield entry, shared.sender, shared.to
    for entry, offered in record.of(HandoverOffered):
        yield entry, offered.sender, (offered.receiver,)
