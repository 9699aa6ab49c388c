"""Moments: places in a journal from which play can go on, and the clock as it stood there."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.conduct import CLOCK_PREFIX
from simulator.journal.store_contract import ClockEntry
from simulator.play.clock import ClockPaused
from simulator.play.codec import plain
from simulator.play.kernel import Entry
from simulator.play.probes import ProbeOpened


class NotForkableError(ValueError):
    """Nothing can be played on from there; the text says why and what to do."""


def committed_head(entries: Sequence[Entry], seq: int) -> int:
    """``seq`` rounded up to where play can go on: the last entry of its instant, and of what the
    clock did in the same step (a scene that ends and the next that begins stand 1 ms apart).

    NotForkableError if the journal has no such entry.
    """
    if not 1 <= seq <= len(entries):
        raise NotForkableError(
            f"there is no entry {seq}; the journal has 1 to {len(entries)}, choose one of them"
        )
    head = _instant_end(entries, seq)
    while head < len(entries) and _is_copied(entries, head) and _is_clock(entries[head]):
        if entries[head].at_ms - entries[head - 1].at_ms > 1:
            break
        head = _instant_end(entries, head + 1)
    return head


def _instant_end(entries: Sequence[Entry], seq: int) -> int:
    while seq < len(entries) and entries[seq].at_ms == entries[seq - 1].at_ms:
        seq += 1
    return seq


def head_before(entries: Sequence[Entry], at_ms: int) -> int:
    """The last place before play ms ``at_ms`` from which play can go on; NotForkableError if there
    is none."""
    for entry in reversed(entries):
        if entry.at_ms < at_ms and committed_head(entries, entry.seq) == entry.seq:
            return entry.seq
    raise NotForkableError("nothing comes before that; choose a later entry")


def _is_copied(entries: Sequence[Entry], head: int) -> bool:
    """Whether the instant that ends at ``head`` began with a step of the clock."""
    at_ms, first = entries[head - 1].at_ms, head
    while first > 1 and entries[first - 2].at_ms == at_ms:
        first -= 1
    return _is_clock(entries[first - 1])


def _is_clock(entry: Entry) -> bool:
    return (entry.command_id or "").startswith(CLOCK_PREFIX)


def clock_log(entries: Sequence[Entry]) -> list[ClockEntry]:
    """The exercise's clock log, from the copies that a team's journal holds."""
    log: list[ClockEntry] = []
    stands, copied_at = True, 0
    for entry, before in zip(entries[1:], entries, strict=False):
        if not _is_clock(entry):
            continue
        last = log[-1].at_ms if log else 0
        same = stands or entry.at_ms - copied_at <= 1
        at_ms = last if same else _logged_at(entry, before)
        number = int(str(entry.command_id).removeprefix(CLOCK_PREFIX))
        log.append(ClockEntry(number, at_ms, entry.kind, plain(entry.event), str(entry.actor)))
        stands, copied_at = isinstance(entry.event, ClockPaused | ProbeOpened), entry.at_ms
    return log


def _logged_at(entry: Entry, before: Entry) -> int:
    """When the clock took its step: a copy comes one ms after what else fell due just then."""
    pushed = before.at_ms == entry.at_ms - 1 and not before.actor.is_input
    return before.at_ms if pushed else entry.at_ms
