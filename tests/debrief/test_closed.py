"""What lay with a closed service is told of the service, from entries, and not of the team."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from debrief.closed import Lay, lay_closed
from debrief.handovers import handover_rows
from debrief.obstacles import obstacles
from debrief.proposals import improvements, strengths
from debrief.record import Record
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.calendar import calendar_of
from simulator.play.kernel import FACILITATOR, Entry
from simulator.play.roster import SeatTaken, TeamFormed
from simulator.rehearse import rehearse
from webapp.cli.spoken import spoken
from webapp.gjennomgang.sentences import sentence

PLAN = plan_for(load("avslaget").scenario(), "45")
GP = "fastlege"
READ_ON = {2, 4}
"""The GP's days, Tuesday and Thursday (services.yaml)."""


@cache
def _entries() -> tuple[Entry, ...]:
    return rehearse(load("avslaget"), "45", seed=1).entries


def _lay() -> Lay:
    (found,) = lay_closed(Record(PLAN, _entries()))
    return found


def test_what_came_on_another_day_lay_until_the_gp_read() -> None:
    """It came on no reading day, and the answer is from a reading day that followed."""
    record, calendar, lay = Record(PLAN, _entries()), calendar_of(PLAN.scenario), _lay()
    came, answered = (
        calendar.moment(record.entries[seq - 1].story_ms) for seq in (lay.came, lay.answered)
    )
    assert lay.seat == GP
    assert came.isoweekday() not in READ_ON
    assert answered.isoweekday() in READ_ON
    assert came.date() < answered.date()


def test_what_came_while_it_was_open_is_left_out() -> None:
    """Others took over what was handed to them in the same play, and nothing is said of it."""
    record, lay = Record(PLAN, _entries()), _lay()
    taken = [row for row in handover_rows(record) if row.has("taken_over")]
    assert {row.receiver for row in taken} > {GP}
    assert {each.seat for each in lay_closed(record)} == {GP}
    assert any(lay.came in row.seqs for row in taken)


def test_it_stands_apart_from_what_the_team_did() -> None:
    """One obstacle for the service, on the two entries; neither praised nor proposed for change."""
    record, lay = Record(PLAN, _entries()), _lay()
    told = [each for each in obstacles(record) if each.code == "obstacle.closed"]
    assert [(each.about["seat"], each.seqs) for each in told] == [(GP, (lay.came, lay.answered))]
    proposed = {each.said.code for each in (*strengths(record), *improvements(record))}
    assert "obstacle.closed" not in proposed


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_it_is_said_in_words(lang: str) -> None:
    """A sentence with the service's name and no blank left, in each language."""
    (told,) = obstacles(Record(PLAN, _entries()))
    with spoken(lang):
        words = sentence(PLAN, told)
    assert PLAN.seats[GP].name.lower() in words
    assert "%(" not in words


def test_a_seat_that_people_have_held_has_no_hours() -> None:
    """Whoever plays it could have answered at any time."""
    last = _entries()[-1]
    taken = replace(last, seq=last.seq + 1, actor=FACILITATOR, event=SeatTaken(GP, "p"))
    assert lay_closed(Record(PLAN, (*_entries(), taken))) == ()


def test_a_journal_of_another_engine_says_nothing_of_hours() -> None:
    """Its services may have been open at other times."""
    first, *rest = _entries()
    assert isinstance(first.event, TeamFormed)
    older = replace(first, event=replace(first.event, engine=first.event.engine - 1))
    assert lay_closed(Record(PLAN, (older, *rest))) == ()
