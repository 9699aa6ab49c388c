"""The timeline shows each audience what it may see, and every cited entry to the team."""

from __future__ import annotations

import pytest

from debrief.measures import measure
from debrief.record import Record
from debrief.said import named
from debrief.timeline import HIDDEN, SHOWN, row_at, timeline
from simulator.play.answers import AnswerQuestion, AskSeat
from simulator.play.care import Rest, SayTouched
from simulator.play.facts import Facts, ShareFacts
from simulator.play.inbox import SeeItem
from simulator.play.probes import AnswerProbe
from simulator.play.rooms import EVENTS
from simulator.play.undo import Withdraw
from simulator.play.wonder import RateWorry
from tests.debrief.builder import Tale, small
from tests.debrief.played import played


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_a_figure_cites_the_team_can_open(seed: int) -> None:
    """Every number can be clicked: no evidence is hidden from the room."""
    record = Record(small(), played("typical", seed))
    shown = {row.seq for row in timeline(record, "team")}
    for figure in measure(record).values():
        assert set(figure.evidence) <= shown, figure.id


def test_care_is_seen_by_nobody() -> None:
    """Neither the moment nor the reason of a rest stands in any timeline."""
    tale = Tale(people=("rektor", "barnevern")).start()
    tale.do("rektor", SayTouched())
    tale.do("rektor", Rest())
    for audience in ("facilitator", "team", "rektor", "barnevern"):
        assert not [row for row in timeline(tale.record, audience) if "care" in row.kind]


def test_no_row_names_a_person() -> None:
    """Participants' ids stand in the journal, never in a row."""
    record = Tale(people=("rektor", "barnevern")).start().record
    for row in timeline(record, "facilitator"):
        assert "p-rektor" not in str(row)


def test_a_seat_sees_its_own_dealings_and_no_others() -> None:
    """Two seats ask and answer; the third sees neither, the room sees both."""
    tale = Tale(people=("rektor", "barnevern", "kontaktlaerer")).start()
    tale.do("rektor", AskSeat("barnevern", "Når kan vi drøfte?"))
    tale.do("barnevern", AnswerQuestion("rektor-1", "Tirsdag"))
    seen = {
        audience: [row.kind for row in timeline(tale.record, audience) if "question" in row.kind]
        for audience in ("rektor", "barnevern", "kontaktlaerer", "team")
    }
    both = ["question.asked", "question.answered"]
    assert seen == {"rektor": both, "barnevern": both, "kontaktlaerer": [], "team": both}


def test_a_seat_never_learns_a_fact_from_its_timeline() -> None:
    """No row that a seat sees carries a card which that seat does not know."""
    record = Record(small(), played("typical", 3))
    for seat in small().seats:
        own = record.state[Facts].of(seat)
        for row in timeline(record, seat):
            facts = row.about.get("facts", ())
            assert isinstance(facts, tuple)
            assert set(facts) <= set(own)


def test_private_answers_stay_private() -> None:
    """That somebody answered is seen; what, and how worried a seat is, only by itself."""
    tale = Tale(people=("rektor", "barnevern")).start()
    tale.do("rektor", RateWorry(4))
    tale.ask("P1")
    tale.do("rektor", AnswerProbe("P1", {"Q1": ("rektor",)}))
    for audience in ("facilitator", "team"):
        rows = timeline(tale.record, audience)
        assert not any("value" in row.about or "answers" in row.about for row in rows)
    assert {row.kind for row in timeline(tale.record, "barnevern")}.isdisjoint(
        {"worry.rated", "probe.answered"}
    )
    own = [row for row in timeline(tale.record, "rektor") if row.kind == "worry.rated"]
    assert own[0].about["value"] == 4


def test_an_item_is_told_by_what_it_shows() -> None:
    """Opening an inject names it; opening something else names its kind."""
    tale = Tale().start()
    tale.deliver("I2")
    seen = tale.do("rektor", SeeItem("inject.I2@rektor"))[0]
    row = row_at(tale.record, seen.seq, "rektor")
    assert row
    assert row.about["inject"] == "I2"
    assert named(small(), row.about)["inject"] == "Leder for SFO"
    assert row_at(tale.record, seen.seq, "barnevern") is None


def test_what_was_taken_back_is_marked() -> None:
    """The line stays, and says that it was withdrawn."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    shared = tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",)))[0]
    tale.wait(1_000).do("kontaktlaerer", Withdraw(shared.seq))
    row = row_at(tale.record, shared.seq)
    assert row
    assert row.withdrawn


def test_who_is_late_is_not_told_to_the_room() -> None:
    """What was expected and did not come is shown as a thing, without the seat."""
    tale = Tale().start()
    tale.deliver("I1")
    lapsed = tale.wait(300_000).late("X1")
    row = row_at(tale.record, lapsed.seq)
    assert row
    assert "seat" not in row.about
    assert row_at(tale.record, lapsed.seq, "kontaktlaerer") is None


def test_every_kind_is_shown_or_hidden_on_purpose() -> None:
    """A new kind of event is shown; what is hidden is written down."""
    assert set(SHOWN) | HIDDEN == set(EVENTS)


def test_a_stranger_has_no_timeline() -> None:
    """An audience that does not exist is a broken contract."""
    with pytest.raises(KeyError):
        timeline(Tale().record, "nobody")
