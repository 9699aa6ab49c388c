"""Avtalen (5R): five sentences by one scribe, signed seat by seat, reopened with a reason.

A signature belongs to a version. Where a format offers ``pact_short`` and not ``pact``, the five
sentences hold as soon as they are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scenarios.kinds import R
from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import by_seat
from simulator.play.roster import Roster, seat_of

FIVE: tuple[R, ...] = ("rammer", "retning", "roller", "regler", "relasjoner")


@wire("pact.write")
class WritePact(Command):
    """Write the five sentences for all; a draft nobody else has signed may be written again."""

    rammer: Words
    retning: Words
    roller: Words
    regler: Words
    relasjoner: Words


@wire("pact.sign")
class SignPact(Command):
    """Sign the version you have read."""

    version: int


@wire("pact.reopen")
class ReopenPact(Command):
    """Open it again with a reason; whoever does holds the pen of the next version."""

    why: Words


@wire("pact.written")
class PactWritten(Event):
    """A version stands. ``short``: it holds without signatures."""

    version: int
    seat: str
    rammer: str
    retning: str
    roller: str
    regler: str
    relasjoner: str
    short: bool = False


@wire("pact.signed")
class PactSigned(Event):
    """A seat signed a version."""

    version: int
    seat: str


@wire("pact.reopened")
class PactReopened(Event):
    """A version no longer holds: why, and who writes the next."""

    version: int
    seat: str
    why: str


@dataclass
class Version:
    """One version with those who signed it, in the order they did. ``before`` is the draft that
    it was written over, if any."""

    written: PactWritten
    story_ms: int
    seq: int
    signatures: dict[int, str] = field(default_factory=dict)
    """Seq → the seat that signed."""
    reopened: PactReopened | None = None
    reopened_seq: int = 0
    before: Version | None = None

    @property
    def signed(self) -> list[str]:
        """Who has signed it."""
        return list(self.signatures.values())


@dataclass
class Pact:
    """All versions, the last one last."""

    versions: list[Version] = field(default_factory=list)

    @property
    def last(self) -> Version | None:
        """The newest version, reopened or not."""
        return self.versions[-1] if self.versions else None

    @property
    def stands(self) -> Version | None:
        """The newest version unless it has been reopened."""
        last = self.last
        return last if last is not None and last.reopened is None else None


def is_short(state: State) -> bool:
    """Whether the format's agreement holds without signatures."""
    actions = state.plan.format.actions
    return "pact_short" in actions and "pact" not in actions


def signers(state: State) -> list[str]:
    """The seats an agreement is for: all that somebody plays."""
    return [seat for seat, chair in state[Roster].chairs.items() if chair.player != "nobody"]


def _write(state: State, by: Actor, command: WritePact) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not all(str(getattr(command, each)).strip() for each in FIVE):
        return Refusal("five_sentences")
    last, short = state[Pact].last, is_short(state)
    version = 1 if last is None else last.written.version + 1
    if last is not None and last.reopened is not None and last.reopened.seat != seat:
        return Refusal("pen_is_taken")
    if last is not None and last.reopened is None and not short:
        if last.written.seat != seat:
            return Refusal("pen_is_taken")
        if any(each != seat for each in last.signed):
            return Refusal("reopen_first")
        version = last.written.version
    written = PactWritten(
        version,
        seat,
        command.rammer,
        command.retning,
        command.roller,
        command.regler,
        command.relasjoner,
        short,
    )
    return [written] if short else [written, PactSigned(version, seat)]


def _sign(state: State, by: Actor, command: SignPact) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    stands = state[Pact].stands
    if stands is None or stands.written.short:
        return Refusal("no_pact")
    if stands.written.version != command.version:
        return Refusal("newer_pact")
    if seat in stands.signed:
        return Refusal("already_signed")
    return [PactSigned(command.version, seat)]


def _reopen(state: State, by: Actor, command: ReopenPact) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    stands = state[Pact].stands
    if stands is None:
        return Refusal("no_pact")
    if not command.why.strip():
        return Refusal("why_missing")
    return [PactReopened(stands.written.version, seat, command.why)]


def _on_written(state: State, entry: Entry, event: PactWritten) -> None:
    pact = state[Pact]
    over = pact.last is not None and pact.last.written.version == event.version
    before = pact.versions.pop() if over else None
    pact.versions.append(Version(event, entry.story_ms, entry.seq, before=before))
    for seat in signers(state):
        if seat != event.seat:
            ref = str(event.version)
            put(state, entry, seat, "pact", ref, sender=event.seat, waits=not event.short)


def _on_signed(state: State, entry: Entry, event: PactSigned) -> None:
    last = state[Pact].last
    if last is not None and event.seat not in last.signed:
        last.signatures[entry.seq] = event.seat
    close(state, entry, item_id(event.seat, "pact", str(event.version)))


def _on_reopened(state: State, entry: Entry, event: PactReopened) -> None:
    last = state[Pact].last
    if last is None:
        return
    last.reopened, last.reopened_seq = event, entry.seq
    for seat in signers(state):
        close(state, entry, item_id(seat, "pact", str(event.version)))
        if seat != event.seat:
            ref = f"pact-reopened-{event.version}"
            put(state, entry, seat, "notice", ref, sender=event.seat)


def _upheld(state: State, _event: PactWritten | PactSigned | PactReopened) -> list[int]:
    """All that was done about it before."""
    found: list[int] = []
    for version in state[Pact].versions:
        each: Version | None = version
        while each is not None:
            found += [each.seq, *each.signatures, each.reopened_seq]
            each = each.before
    return found


def _forget(state: State, seq: int) -> None:
    pact = state[Pact]
    last = pact.last
    if last is None:
        return
    last.signatures.pop(seq, None)
    if last.reopened_seq == seq:
        last.reopened, last.reopened_seq = None, 0
    if last.seq == seq:
        pact.versions.pop()
        pact.versions += [last.before] if last.before else []


ROOM = Room(
    "pact",
    rules={WritePact: _write, SignPact: _sign, ReopenPact: _reopen},
    folds={PactWritten: _on_written, PactSigned: _on_signed, PactReopened: _on_reopened},
    regrets={PactWritten: by_seat, PactSigned: by_seat, PactReopened: by_seat},
    forget=_forget,
    upholds={PactWritten: _upheld, PactSigned: _upheld, PactReopened: _upheld},
)
