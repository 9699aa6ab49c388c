"""Three strengths and three improvements that a journal points at, for the team to choose among.

Whoever leads takes, edits or leaves them (domain 4.11). Each tells of a pair or a thing, names the
entries it rests on, and suggests at which level and in which service the work lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from debrief.clarity import task_rows
from debrief.first_minute import held, left
from debrief.measures.meetings import called
from debrief.record import Record
from debrief.responses import response_rows
from debrief.said import Said
from simulator.play.decisions import DecisionMade
from simulator.play.voice import VoiceSought, VoiceTold

MOST = 3
"""So few that something comes of them."""

Level = Literal["case", "service", "leader", "system"]
"""Where the work lies: round the child, within a service, with its leader, between services."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One strength or improvement. ``owner`` is a seat whose service could see to it, '' if none.

    ``indicator`` is the measure that would show whether it became better, '' if there is none.
    """

    said: Said
    level: Level
    owner: str = ""
    indicator: str = ""

    @property
    def kind(self) -> str:
        """What sort of thing it is: at most one of each is proposed."""
        return self.said.code.partition(".")[2]


def strengths(record: Record) -> tuple[Proposal, ...]:
    """What held, the best first, at most three of different kinds."""
    found = (Proposal(said, "case", _first_seat(said)) for said in held(record))
    return _few(found, record)


def improvements(record: Record) -> tuple[Proposal, ...]:
    """What the team can do something about, gravest first, at most three of different kinds."""
    return _few(_improvements(record), record)


def _few(found: Iterable[Proposal], record: Record) -> tuple[Proposal, ...]:
    kinds: dict[str, Proposal] = {}
    last = len(record.entries)
    for each in found:
        if any(0 < seq <= last for seq in each.said.seqs):
            kinds.setdefault(each.kind, each)
    return tuple(islice(kinds.values(), MOST))


def _improvements(record: Record) -> Iterator[Proposal]:
    yield from _child(record)
    yield from _missed(record)
    between = [_between(said) for said in left(record)]
    grave = ("change.handover_never_sent", "change.handover_not_taken")
    yield from (each for each in between if each.said.code in grave)
    yield from _unowned(record)
    yield from (each for each in between if each.said.code not in grave)
    yield from _not_held(record)
    yield from _groundless(record)
    yield from _double(record)
    yield from _late(record)


def _child(record: Record) -> Iterator[Proposal]:
    """She was never asked, or never told what came of what she said. A discussion asks nobody."""
    if record.plan.is_discussion:
        return
    asked = [each for each in record.of(VoiceSought) if each[1].speaker == "child"]
    if record.legs and not asked:
        said = Said("change.child_not_asked", seqs=(record.legs[0].seq,))
        yield Proposal(said, "case", indicator="RL1")
    elif asked and not record.of(VoiceTold):
        said = Said("change.child_not_told", seqs=tuple(entry.seq for entry, _ in asked))
        yield Proposal(said, "case", asked[0][1].seat, "RL3")


def _missed(record: Record) -> Iterator[Proposal]:
    """Safety acts that never came."""
    for row in record.once(response_rows):
        if row.standing == "missed" and row.gate:
            said = Said("change.never_answered", {"expected": row.expected}, row.seqs)
            yield Proposal(said, "service", row.seat, "RA3")


def _between(said: Said) -> Proposal:
    """What was left between two services, or on the way to one."""
    if said.code == "change.decision_open":
        return Proposal(said, "leader", indicator="RG7")
    sent = said.code == "change.handover_never_sent"
    owner = said.about.get("sender" if sent else "receiver", "")
    indicator = "" if said.code == "change.card_never_came" else "RO3"
    return Proposal(said, "service", str(owner), indicator)


def _unowned(record: Record) -> Iterator[Proposal]:
    for row in record.once(task_rows):
        if row.cells and not row.was_owned:
            said = Said("change.task_unowned", {"task": row.task}, (row.opened,))
            yield Proposal(said, "leader", row.fit[0] if row.fit else "", "RO4")


def _double(record: Record) -> Iterator[Proposal]:
    for row in record.once(task_rows):
        if row.was_double:
            seqs = tuple(sorted({cell.since for cell in row.cells if len(cell.owners) > 1}))
            said = Said("change.task_double", {"task": row.task}, seqs)
            yield Proposal(said, "service", row.fit[0] if row.fit else "", "RO5")


def _not_held(record: Record) -> Iterator[Proposal]:
    for meeting in called(record):
        if meeting.opened_at is None:
            said = Said("change.meeting_not_held", seqs=(meeting.seq,))
            yield Proposal(said, "leader", indicator="RA2")


def _groundless(record: Record) -> Iterator[Proposal]:
    """Decisions without a ground in law, or without the view of the child."""
    for entry, event in record.of(DecisionMade):
        if not event.mandate:
            said = Said("change.decision_without_ground", seqs=(entry.seq,))
            yield Proposal(said, "leader", event.seat)
        elif not event.heard and not event.listening:
            said = Said("change.decision_without_view", seqs=(entry.seq,))
            yield Proposal(said, "leader", event.seat, "RL3")


def _late(record: Record) -> Iterator[Proposal]:
    late = [row for row in record.once(response_rows) if row.standing in ("late", "missed")]
    for row in sorted(late, key=lambda row: (-row.severity, row.opened)):
        said = Said("change.answered_late", {"expected": row.expected}, row.seqs)
        yield Proposal(said, "service", row.seat, "RA3")


def _first_seat(said: Said) -> str:
    known = (said.about.get(name) for name in ("receiver", "seat", "owner"))
    return next((str(each) for each in known if each), "")
