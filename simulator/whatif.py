"""What if: one thing done otherwise, and what then becomes of it, in pairs of simulated runs.

From the chosen moment all seats are typical colleagues. The comparison is the same continuation
without the change, on the same seed, never the real ending (decisions 24). It yields journals;
what they come to is the debrief's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scenarios.loader import Loaded
from simulator.fork import Cast, Fork
from simulator.moments import NotForkableError, committed_head, head_before
from simulator.play.kernel import Actor, Command, Entry, Refusal
from simulator.play.rooms import CLOCK_COMMANDS

NO_ACTS = frozenset(
    {"play", "leg", "interlude", "clock", "team", "seat", "probe", "debrief"}
    | {"board", "care", "coach", "hotwash", "family", "rating", "survey"}
)
"""Families of inputs that are not acts in the story: they can't be left out or replaced."""
FOLLOWS = frozenset({"matter", "expectation", "situation"})
"""Families of entries that only say what others come to."""
FAR = 12
"""How far before one of its entries an act begins, at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command given by ``actor`` at play ms ``at_ms``."""

    at_ms: int
    actor: Actor
    command: Command


@dataclass(frozen=True, slots=True)
class Change:
    """What is done otherwise, from the whole instant ``head`` on.

    Colleagues take the seats at play ms ``at_ms``. ``told`` is the act as it stands in the
    journal, for the comparison; ``asked`` the same as a command, where it comes later than
    ``at_ms``; ``instead`` what is done in the changed run.
    """

    head: int
    at_ms: int
    told: tuple[Entry, ...] = ()
    asked: tuple[Step, ...] = ()
    instead: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two journals on one seed. ``refused`` is why the change could not be made in this run."""

    seed: int
    without: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    refused: Refusal | None = None


def act_at(entries: Sequence[Entry], seq: int) -> tuple[Entry, ...]:
    """The entries of the act that ``seq`` is part of; none if it is nobody's act."""
    if not 1 <= seq <= len(entries):
        return ()
    chosen = entries[seq - 1]
    if not chosen.actor.is_input or chosen.kind.partition(".")[0] in NO_ACTS:
        return ()
    found = []
    for each in entries[max(seq - FAR, 0) :]:
        if each.at_ms > chosen.at_ms:
            break
        its = each.command_id == chosen.command_id and each.actor.is_input
        if its and each.kind.partition(".")[0] not in NO_ACTS:
            found.append(each)
    return tuple(found)


def change_at(
    entries: Sequence[Entry],
    seq: int,
    instead: Sequence[Step],
    again: Step | None = None,
) -> Change:
    """The change that does ``instead`` in place of the act at ``seq``, or there if it is none.

    A step's ``at_ms`` counts from that moment, and may lie before it: then play leaves the journal
    earlier, and the comparison needs the act as a command, ``again``. NotForkableError if nothing
    can be played on from there.
    """
    clock = [step for step in instead if type(step.command) in CLOCK_COMMANDS]
    if clock:
        raise NotForkableError("the clock's commands are not acts; give what a seat does")
    told = act_at(entries, seq)
    if told:
        moment, head = told[0].at_ms, head_before(entries, told[0].at_ms)
    else:
        head = committed_head(entries, seq)
        moment = entries[head - 1].at_ms + 1
    steps = tuple(replace(step, at_ms=moment + step.at_ms) for step in instead)
    earliest = min((step.at_ms for step in steps), default=moment)
    if earliest >= moment:
        return Change(head, moment, told, (), steps)
    if told and again is None:
        raise NotForkableError("this act cannot be given at another time; choose a later one")
    asked = (replace(again, at_ms=moment),) if told and again else ()
    return Change(head_before(entries, earliest), earliest, (), asked, steps)


def whatif(
    loaded: Loaded,
    entries: Sequence[Entry],
    change: Change,
    *,
    runs: int = 20,
    seed: int = 1,
    profile: str = "typical",
) -> Iterator[Pair]:
    """Pairs on the seeds from ``seed`` on, each played to the end. Errors as :class:`Fork`'s."""
    for number in range(seed, seed + runs):
        cast = Cast(profile, number)
        without = Fork(loaded, entries, change.head, cast, change.at_ms)
        if change.told:
            first = change.told[0]
            events = [entry.event for entry in change.told]
            without.tell(first.actor, events, first.at_ms)
        for step in change.asked:
            without.ask(step.actor, step.command, step.at_ms)
        changed = Fork(loaded, entries, change.head, cast, change.at_ms)
        refused = None
        for step in change.instead:
            refused = changed.ask(step.actor, step.command, step.at_ms) or refused
        yield Pair(number, without.play(), changed.play(), refused)


def first_different(
    pair: Pair, after: int, most: int = 3
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What first happened in the one run and not in the other, after entry ``after``: at most
    ``most`` of each, what only follows left out."""
    own = [
        [entry for entry in side[after:] if entry.kind.partition(".")[0] not in FOLLOWS]
        for side in (pair.without, pair.changed)
    ]
    keys = [{_key(entry) for entry in side} for side in own]
    return (
        tuple(entry for entry in own[0] if _key(entry) not in keys[1])[:most],
        tuple(entry for entry in own[1] if _key(entry) not in keys[0])[:most],
    )


def _key(entry: Entry) -> tuple[str, str]:
    return entry.actor.seat, repr(entry.event)
