"""RE6: work that pulls two ways, held together."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.figure import Figure, Tally
from debrief.record import Holders, Record, holders_at
from simulator.play.cooperation import CooperationTalked
from simulator.play.minutes import MeetingOpened
from simulator.play.spoken import AgreementConfirmed, Agreements

KINDS = (
    "task.opened",
    "task.claimed",
    "handover.taken_over",
    "meeting.opened",
    "leg.started",
    "cooperation.talked",
    "agreement.confirmed",
)


def held_together(record: Record) -> Figure:
    """RE6: pairs of tasks that pull two ways, and that were held together ÷ pairs of which both
    had somebody.

    The scenario names the pairs (``pulls_against``). Held together: one seat owned both, or those
    who owned them met, talked about how they work, or agreed something aloud after both were
    taken. Tasks that nobody took are RO4's to tell, and are told once.
    """
    tally = Tally()
    for one, other in _pairs(record):
        opened = [record.owners[each][0].seq for each in (one, other)]
        first, second = _first_owned(record, one), _first_owned(record, other)
        if first and second:
            taken = [first.seq, second.seq]
            together = _together(record, one, other, max(taken))
            tally.add(bool(together), [*opened, *taken, together])
            tally.count("pairs")
            tally.count("together", bool(together))
    return tally.figure("RE6", KINDS)


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    for task in record.plan.tasks.values():
        for other in task.pulls_against:
            if task.id in record.owners and other in record.owners:
                yield task.id, other


def _first_owned(record: Record, task: str) -> Holders | None:
    return next((each for each in record.owners[task] if each.seats), None)


def _together(record: Record, one: str, other: str, since: int) -> int:
    """The entry to cite for both held together from ``since`` on, or 0 if they never were."""
    changes = [each.seq for task in (one, other) for each in record.owners[task]]
    for seq in sorted(each for each in changes if each >= since):
        if set(_owners(record, one, seq)) & set(_owners(record, other, seq)):
            return seq
    for seq, seats, cited in _encounters(record):
        if seq > since:
            pairs = [_owners(record, task, seq) for task in (one, other)]
            if all(set(owners) & seats for owners in pairs):
                return cited
    return 0


def _owners(record: Record, task: str, seq: int) -> tuple[str, ...]:
    """Who owned a task when entry ``seq`` had come."""
    held = holders_at(record.owners[task], seq + 1)
    return held.seats if held else ()


def _encounters(record: Record) -> Iterator[tuple[int, set[str], int]]:
    """Each time seats met, talked about how they work, or agreed aloud: its seq, the seats, and
    the entry that may be cited (a talk is for those concerned alone: its scene stands for it)."""
    for entry, opened in record.of(MeetingOpened):
        yield entry.seq, {*opened.present}, entry.seq
    for entry, talked in record.of(CooperationTalked):
        run = record.run_at(entry.at_ms)
        yield entry.seq, {talked.seat, *talked.to}, run.seq if run else 0
    said = record.state[Agreements].spoken
    for entry, confirmed in record.of(AgreementConfirmed):
        both = said[confirmed.agreement].said
        yield entry.seq, {both.seat, both.who}, entry.seq
