"""What no seat of the team could decide: told apart from how the team played (domain 4.11)."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.closed import lay_closed
from debrief.record import Record
from debrief.said import Said
from simulator.play.escalation import Escalations
from simulator.play.referral import ReferralAnswered
from simulator.play.roster import absent


def obstacles(record: Record) -> tuple[Said, ...]:
    """Services that were not there or were closed, room that was not given, a service that said no.

    In order; each rests on entries of the journal, and each thing is told once.
    """
    found = {(each.code, *each.about.values()): each for each in _obstacles(record)}
    return tuple(sorted(found.values(), key=lambda each: each.seq))


def _obstacles(record: Record) -> Iterator[Said]:
    for seat in sorted(absent(record.state)):
        yield Said("obstacle.no_such_service", {"seat": seat}, (record.entries[0].seq,))
    yield from _closed(record)
    for raised in record.state[Escalations].raised.values():
        # A leader whom somebody in the room plays could have answered otherwise.
        outside = raised.raised.to not in record.people
        if outside and raised.answer and raised.answer.verdict == "returns":
            yield Said("obstacle.sent_back", {"seat": raised.raised.to}, (raised.seq,))
    for entry, event in record.of(ReferralAnswered):
        if event.outcome == "declined" and event.seat not in record.people:
            yield Said("obstacle.referral_declined", {"seat": event.seat}, (entry.seq,))


def _closed(record: Record) -> Iterator[Said]:
    """Once for each service that was closed, with all that lay there meanwhile."""
    lay = lay_closed(record)
    for seat in dict.fromkeys(each.seat for each in lay):
        seqs = [seq for each in lay if each.seat == seat for seq in (each.came, each.answered)]
        yield Said("obstacle.closed", {"seat": seat}, tuple(seqs))
