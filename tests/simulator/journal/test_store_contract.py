"""What every journal store promises, tried on each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.journal.store_contract import (
    ClockEntry,
    JournalStore,
    OrderError,
    Receipt,
    TeamRow,
)
from simulator.play.clock import ClockPaused, PlayStarted
from simulator.play.kernel import Actor, Entry
from tests.simulator.journal.samples import (
    DOCUMENT,
    FORMED,
    StoppedError,
    created,
    entry,
    exercise,
    fill_clock,
    fill_team,
    fill_then_stop,
    paused,
    played,
)

WORDS = "Blåbær, «syltetøy», 𝄞, \x00, \n, 'sitat\" \\"
STRANGE = "ikke funnet"


def test_an_exercise_is_kept_with_its_document_and_teams(store: JournalStore) -> None:
    """What was created is read back; the document once by its digest, teams by number."""
    created(store, "e1", ["t1", "t2"])
    created(store, "e0", ["t3"])
    assert store.document("d1") == DOCUMENT
    assert store.exercise("e1") == exercise("e1")
    assert [row.id for row in store.exercises()] == ["e1", "e0"]
    assert store.teams("e1") == [TeamRow("t1", "e1", 1), TeamRow("t2", "e1", 2)]
    store.add_team(TeamRow("t9", "e1", 3))
    assert [row.id for row in store.teams("e1")] == ["t1", "t2", "t9"]
    assert store.team("t9") == TeamRow("t9", "e1", 3)
    assert store.entries("t9") == []
    assert store.clock_log("e1") == []


def test_what_is_not_there_is_told_by_its_key(store: JournalStore) -> None:
    """Each question about one thing raises KeyError where there is no such thing."""
    for question in (store.document, store.exercise, store.team, store.delete_exercise):
        with pytest.raises(KeyError, match=STRANGE):
            question(STRANGE)
    with pytest.raises(KeyError, match=STRANGE), store.write_team(STRANGE):
        pass
    with pytest.raises(KeyError, match=STRANGE), store.write_clock(STRANGE):
        pass
    with pytest.raises(KeyError, match=STRANGE):
        store.add_team(TeamRow("t1", STRANGE, 1))
    assert store.entries(STRANGE) == []
    assert store.clock_log(STRANGE) == []
    assert store.teams(STRANGE) == []


def test_entries_come_back_as_they_were_appended(store: JournalStore) -> None:
    """Every field of an entry, and any words in its event, are kept to the letter."""
    created(store)
    first = entry(1, 0, replace(FORMED, profiles={"ke": WORDS}))
    second = Entry(2, 2**40, 2**45, Actor("seat", "bup", "p12"), PlayStarted())
    with store.write_team("t1") as writer:
        writer.append([first])
        writer.append([second])
        writer.append([])
    assert store.entries("t1") == [first, second]
    assert store.entries("t1", 1) == [second]
    assert store.entries("t1", 2) == []


def test_a_writer_sees_what_it_has_done(store: JournalStore) -> None:
    """Inside the block, head, tail and receipts follow what was appended and remembered."""
    created(store)
    with store.write_team("t1") as writer:
        assert writer.exercise == exercise()
        assert writer.team == TeamRow("t1", "e1", 1)
        writer.append(played(3))
        assert (writer.team.head_seq, writer.team.head_at_ms) == (3, 30)
        assert [each.seq for each in writer.tail(1)] == [2, 3]
        assert writer.receipt("c3") is None
        writer.remember("c3", Receipt(3, (2, 3)))
        assert writer.receipt("c3") == Receipt(3, (2, 3))
        writer.set_next_due(900)
    assert store.team("t1") == TeamRow("t1", "e1", 1, 3, 30, 900)
    with store.write_team("t1") as writer:
        assert writer.tail(2) == played(3)[2:]
        assert writer.tail(3) == []
        writer.append([entry(4, 30)])
        assert [each.seq for each in writer.tail(2)] == [3, 4]
        writer.set_next_due(None)
    assert store.team("t1").next_due_at is None


def test_readers_see_only_what_is_committed(store: JournalStore) -> None:
    """While a block is open, everybody else reads the state before it, and does not wait."""
    created(store)
    with store.write_team("t1") as writer:
        writer.append(played(2))
        assert store.entries("t1") == []
        assert store.team("t1").head_seq == 0
    assert len(store.entries("t1")) == 2
    with store.write_clock("e1") as clock:
        clock.append([paused(1)])
        clock.set_exercise(replace(clock.exercise, running=True))
        assert store.clock_log("e1") == []
        assert not store.exercise("e1").running
    assert store.clock_log("e1") == [paused(1)]


def test_an_exception_leaves_nothing_behind(store: JournalStore) -> None:
    """A block that raises has written nothing, and the next one starts from before it."""
    created(store)
    with pytest.raises(StoppedError), store.write_team("t1") as writer:
        fill_then_stop(fill_team, writer)
    assert store.entries("t1") == []
    assert store.team("t1") == TeamRow("t1", "e1", 1)
    with store.write_team("t1") as writer:
        assert writer.receipt("c1") is None
        fill_team(writer)
    with pytest.raises(StoppedError), store.write_clock("e1") as clock:
        fill_then_stop(fill_clock, clock)
    assert store.exercise("e1") == exercise()
    with store.write_clock("e1") as clock:
        assert clock.receipt("k1") is None
        fill_clock(clock)
    assert store.clock_log("e1") == [paused(1)]


@pytest.mark.parametrize("wrong", [(1, 50), (2, 50), (4, 50), (3, 19)])
def test_a_journal_has_no_gaps_and_time_does_not_fall(
    store: JournalStore, wrong: tuple[int, int]
) -> None:
    """Entries that do not go on from the head are refused by name, and nothing is kept."""
    created(store)
    with store.write_team("t1") as writer:
        writer.append(played(2))
    with pytest.raises(OrderError) as caught, store.write_team("t1") as writer:
        writer.append([entry(*wrong)])
    assert caught.value.seq == (3 if wrong[0] == 4 else wrong[0])
    with pytest.raises(OrderError), store.write_team("t1") as writer:
        writer.append([entry(3, 50), entry(3, 50)])
    assert len(store.entries("t1")) == 2
    with store.write_team("t1") as writer:
        writer.append([entry(3, 20), entry(4, 20)])
    assert all(one.seq + 1 == next_.seq for one, next_ in pairwise(store.entries("t1")))


def test_a_repeated_command_gets_its_first_answer(store: JournalStore) -> None:
    """Receipts are kept per team and per clock, answers and refusals alike."""
    created(store, "e1", ["t1", "t2"])
    refused = Receipt(0, code="not_known", about={"fact": "F7"})
    with store.write_team("t1") as writer:
        writer.append(played(1))
        writer.remember("same", Receipt(1, (1,)))
        writer.remember("no", refused)
    with store.write_clock("e1") as clock:
        clock.remember("same", Receipt(4, about={}))
    with store.write_team("t1") as writer:
        assert writer.receipt("same") == Receipt(1, (1,))
        assert writer.receipt("no") == refused
        assert writer.receipt("other") is None
    with store.write_team("t2") as writer:
        assert writer.receipt("same") is None
    with store.write_clock("e1") as clock:
        assert clock.receipt("same") == Receipt(4, about={})


def test_the_clock_log_goes_on_without_a_gap(store: JournalStore) -> None:
    """Clock entries are numbered from 1; the exercise's row follows what is stored."""
    created(store)
    told = ClockEntry(2, 10, "leg.started", {"leg": 1}, "clock")
    with store.write_clock("e1") as clock:
        before = clock.exercise
        clock.append([paused(1), told])
        clock.set_exercise(
            replace(before, anchor_wall=2**41, anchor_at=10, running=True, next_step_at=70)
        )
        assert clock.exercise.clock_n == 2
        assert clock.log() == [paused(1), told]
        assert clock.log(1) == [told]
    assert store.exercise("e1") == exercise(
        anchor_wall=2**41, anchor_at=10, running=True, next_step_at=70, clock_n=2
    )
    assert store.clock_log("e1", 1) == [told]
    for wrong in (2, 4):
        with pytest.raises(OrderError), store.write_clock("e1") as clock:
            clock.append([paused(wrong)])
    with store.write_team("t1") as writer:
        assert writer.exercise.clock_n == 2
        assert writer.team.clock_seen == 0
        assert writer.clock_log(writer.team.clock_seen) == [paused(1), told]
        assert writer.clock_log(2) == []
        assert writer.team.clock_seen == 2
    assert store.team("t1").clock_seen == 2


def test_what_is_due_is_found(store: JournalStore) -> None:
    """A due seat or autopilot while it runs, a probe's end in its pause, a team behind always."""
    created(store, "still", ["t0"])
    created(store, "e1", ["t1", "t2"])
    assert store.due(10**15) == []
    with store.write_team("t2") as writer:
        writer.set_next_due(500)
    assert store.due(10**15) == []

    def now(**changed: int | bool | None) -> None:
        with store.write_clock("e1") as clock:
            clock.set_exercise(replace(clock.exercise, **changed))  # type: ignore[arg-type]

    now(running=True, anchor_wall=10_000, anchor_at=300)
    assert (store.due(10_199), store.due(10_200)) == ([], ["e1"])
    now(next_step_at=400)
    assert (store.due(10_099), store.due(10_100)) == ([], ["e1"])
    now(running=False, resume_wall=10_150)
    assert (store.due(10_149), store.due(10_150)) == ([], ["e1"])
    now(resume_wall=None)
    assert store.due(10**15) == []
    with store.write_clock("e1") as clock:
        clock.append([paused(1)])
        clock.set_exercise(replace(clock.exercise, running=False, over=True))
    assert store.due(0) == ["e1"]
    for team in ("t1", "t2"):
        assert store.due(0) == ["e1"]
        with store.write_team(team) as writer:
            writer.clock_log(writer.team.clock_seen)
    now(running=True, resume_wall=0)
    assert store.due(10**15) == []


def test_a_deleted_exercise_is_gone_wholly(store: JournalStore) -> None:
    """Teams, journals, clock log and receipts go; the others and the scenario stay."""
    created(store, "e1", ["t1", "t2"])
    created(store, "e2", ["t3"])
    for team in ("t1", "t2", "t3"):
        with store.write_team(team) as writer:
            fill_team(writer)
    with store.write_clock("e1") as clock:
        fill_clock(clock)
    store.delete_exercise("e1", erased_at=1_790_000_000_000)
    assert [row.id for row in store.exercises()] == ["e2"]
    assert store.teams("e1") == []
    assert (store.entries("t1"), store.entries("t2")) == ([], [])
    assert store.clock_log("e1") == []
    assert store.due(10**15) == []
    assert len(store.entries("t3")) == 2
    assert store.document("d1") == DOCUMENT
    with pytest.raises(KeyError):
        store.team("t1")
    with pytest.raises(KeyError):
        store.delete_exercise("e1")


def test_an_exercise_id_is_used_once(store: JournalStore) -> None:
    """Neither a living exercise's id nor a deleted one's can be given again."""
    created(store)
    with pytest.raises(ValueError, match="used before"):
        created(store)
    store.delete_exercise("e1")
    with pytest.raises(ValueError, match="used before"):
        created(store)
    assert store.exercises() == []


def test_an_actor_is_kept_as_it_was(store: JournalStore) -> None:
    """Who acted comes back the same: a person, a colleague, the facilitator, clock and engine."""
    created(store)
    actors = [
        Actor("seat", "bup", "p12"),
        Actor("colleague", "bup"),
        Actor("facilitator"),
        Actor("clock"),
        Actor("engine"),
    ]
    with store.write_team("t1") as writer:
        writer.append([entry(nth, 0, ClockPaused(), actor) for nth, actor in enumerate(actors, 1)])
    assert [each.actor for each in store.entries("t1")] == actors
