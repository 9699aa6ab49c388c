"""Other ways of looking: counts and first times from the same journal, never a score."""

from __future__ import annotations

from debrief.lenses import exploring, groups, lasting, way, worries
from simulator.play.answers import AskSeat
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.handover import OfferHandover, TakeOver
from simulator.play.planned import CarePlan
from simulator.play.tasks import ClaimTask
from simulator.play.voice import SeekVoice
from simulator.play.wonder import NoteWonder, RateWorry
from tests.debrief.builder import MINUTE, Tale

SEATS = ("kontaktlaerer", "rektor", "helsesykepleier")


def test_before_play_there_is_nothing_to_see() -> None:
    """No journal, no steps, no worry, and no group with ground."""
    record = Tale().record
    assert exploring(record) is None
    assert [row.seq for row in way(record).steps] == [0] * 5
    assert worries(record) == ()
    assert {row.word for row in groups(record)} == {"too_few"}
    assert lasting(record).measures == 0


def test_time_and_questions_before_the_first_measure() -> None:
    """M26: how long the team explored, and how often; what comes after does not count."""
    tale = Tale().start()
    tale.deliver("I1")
    tale.wait(MINUTE).do("rektor", NoteWonder("Hun er stille", "Hvorfor?", "Hun savner noen"))
    tale.wait(MINUTE).do("kontaktlaerer", AskSeat("rektor", "Hva vet dere?"))
    tale.open("T1")
    (claimed,) = tale.wait(MINUTE).do("kontaktlaerer", ClaimTask("T1"))
    tale.do("helsesykepleier", SeekVoice("child"))
    found = exploring(tale.record)
    assert found is not None
    assert (found.ms, found.explored, found.acted) == (3 * MINUTE, 2, claimed.seq)


def test_the_way_has_its_first_times_and_counts_changes_of_hands() -> None:
    """M31: each step once, in the order of the model; every takeover is a change of hands."""
    tale = Tale().start()
    (worry,) = tale.do("rektor", RateWorry(3))
    (talk,) = tale.do("helsesykepleier", SeekVoice("child"))
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Ta kontakt"))
    taken = tale.do("helsesykepleier", TakeOver("kontaktlaerer-helsesykepleier-1"))[0]
    found = way(tale.record)
    seqs = {row.step: row.seq for row in found.steps}
    assert list(seqs) == ["worry", "talk", "decision", "follow_up", "evaluation"]
    assert seqs["worry"] == worry.seq
    assert seqs["talk"] == talk.seq
    assert seqs["follow_up"] == taken.seq
    assert seqs["decision"] == seqs["evaluation"] == 0
    assert (found.changes, found.seqs) == (1, (taken.seq,))


def test_worry_is_compared_from_three_and_names_nobody() -> None:
    """M27, T04: the spread of a scene's latest ratings, and whether somebody asked on."""
    tale = Tale().start()
    tale.do("rektor", RateWorry(5))
    tale.do("kontaktlaerer", RateWorry(2))
    assert worries(tale.record) == (), "with two, each would know the other's"
    tale.do("helsesykepleier", RateWorry(4))
    tale.do("rektor", RateWorry(3))
    (row,) = worries(tale.record)
    assert (row.seats, row.lowest, row.highest, row.followed) == (3, 2, 4, False)
    assert not any(seat in repr(row) for seat in SEATS)
    tale.do("kontaktlaerer", AskSeat("rektor", "Hva er det dere ser?"))
    assert worries(tale.record)[0].followed


def test_measures_last_or_are_lost() -> None:
    """M25: with owner and date a measure goes on; without either it is lost."""
    tale = Tale().start()
    tale.do("rektor", SetGoal("Hun har én voksen"))
    goal = "rektor-1"
    tale.do("rektor", SetMeasure(goal, "Fast prat", owner="kontaktlaerer", by="2w"))
    tale.do("rektor", SetMeasure(goal, "Se det an"))
    found = lasting(tale.record)
    assert (found.measures, found.lasting, found.ended, found.lost) == (2, 1, 0, 1)


def test_a_date_before_the_story_counts_from_is_a_date() -> None:
    """M25: the long format begins before its ``story_start``; story time is negative there."""
    tale = Tale().start()
    tale.do("rektor", SetGoal("Hun har én voksen"))
    tale.do("rektor", SetMeasure("rektor-1", "Fast prat", owner="kontaktlaerer", by="2w"))
    record = tale.record
    for each in record.state[CarePlan].measures.values():
        each.due_story = -86_400_000
    assert lasting(record).lost == 0


def test_each_group_stands_alone_and_the_smallest_is_pointed_at() -> None:
    """M24: ownership, structure, culture; one that has nothing to go by is less than any."""
    tale = Tale().start()
    tale.open("T1")
    tale.do("kontaktlaerer", ClaimTask("T1"))
    tale.at(600_000).end_leg()
    rows = {row.group: row for row in groups(tale.record)}
    assert list(rows) == ["eierskap", "struktur", "kultur"]
    assert sum(row.smallest for row in rows.values()) == 1
    own = {each.id for row in rows.values() for each in row.figures}
    assert own <= set(tale.plan.format.indicators)
