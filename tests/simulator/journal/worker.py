"""A process that writes to a store and says on its output what has been acknowledged.

``act URL TEAM NAME COUNT``: commands ``NAME-0`` … on a team, each taking in the clock log first,
appending one to three entries, and every third sent twice.
``clock URL EXERCISE NAME COUNT``: clock entries.
"""

from __future__ import annotations

import sys

from simulator.journal.store import open_store
from simulator.journal.store_contract import ClockEntry, JournalStore, Receipt
from simulator.play.clock import ClockExtended, LegStarted
from simulator.play.kernel import CLOCK, ENGINE, Actor, Entry, Event
from tests.simulator.journal.samples import EVENTS


def act(store: JournalStore, team_id: str, command_id: str, count: int) -> Receipt:
    """One command, as conduct would: nothing if it was here before."""
    with store.write_team(team_id) as writer:
        known = writer.receipt(command_id)
        if known:
            return known
        head = writer.team
        behind = writer.clock_log(head.clock_seen)
        new: list[tuple[Actor, Event]] = [(CLOCK, LegStarted(each.n)) for each in behind]
        new += [(ENGINE, ClockExtended(count))] * count
        entries = [
            Entry(seq, head.head_at_ms + 1, 0, actor, event, command_id=command_id)
            for seq, (actor, event) in enumerate(new, head.head_seq + 1)
        ]
        writer.append(entries)
        made = Receipt(writer.team.head_seq, tuple(each.seq for each in entries[-count:]))
        writer.remember(command_id, made)
        return made


def move(store: JournalStore, exercise_id: str, command_id: str) -> Receipt:
    """One clock command."""
    with store.write_clock(exercise_id) as writer:
        n = writer.exercise.clock_n + 1
        writer.append([ClockEntry(n, n, "leg.started", {"leg": n}, "clock", command_id)])
        made = Receipt(n)
        writer.remember(command_id, made)
        return made


def main(does: str, url: str, target: str, name: str, count: str) -> None:
    """Do it all, saying ``command id, seq, seqs…`` after each commit."""
    store = open_store(url, EVENTS)
    for nth in range(int(count)):
        command_id = f"{name}-{nth}"
        if does == "clock":
            made = move(store, target, command_id)
        else:
            made = act(store, target, command_id, 1 + nth % 3)
            if nth % 3 == 2:
                assert act(store, target, command_id, 1) == made
        print(command_id, made.seq, *made.seqs, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
