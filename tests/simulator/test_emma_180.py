"""Emma's long format: what it holds, and that it plays to its last scene whoever is there."""

from __future__ import annotations

from typing import get_args

import pytest

from scenarios.indicators import indicators
from scenarios.loader import load
from scenarios.phrases import phrase
from scenarios.plan import plan_for
from scenarios.script import Expected
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.play.clock import LegStarted, story_opens
from simulator.play.coordinator import CoordinatorAppointed
from simulator.play.expectations import ExpectationLapsed, ExpectationMet
from simulator.play.grants import ConsentAnswered
from simulator.play.kernel import FACILITATOR
from simulator.play.notification import NotificationAnswered
from simulator.play.passes import HandoverOffered
from simulator.play.referral import ReferralAnswered
from simulator.play.rooms import new_state
from simulator.play.roster import leads
from simulator.play.script import InjectDelivered, ReleaseInject
from simulator.play.steering import StartPlay
from simulator.rehearse import rehearse
from simulator.replay import verify

EMMA = load("emma")
LONG = plan_for(EMMA.scenario(), "180")
GIVEN_FIRST = {
    6: "kommunalsjef-oppvekst",
    8: "overlege",
    12: "ppt",
    16: "nav",
}
"""The last seat given in a room of that size (mechanics 2)."""
ONLY_IF_IT_GOES_WELL = {"I07", "I20", "I24"}
"""Injects that wait on a handover being taken over: a team that does nothing never sees them."""


def test_holds_what_the_long_format_promises() -> None:
    """45 injects of which 15 on conditions, 70 facts, 12 handovers, 18 tasks, 6 probes, and every
    indicator there is."""
    assert len(LONG.injects) == 45
    assert sum(inject.when is not None for inject in LONG.injects.values()) == 15
    assert (len(LONG.facts), len(LONG.handovers)) == (70, 12)
    assert (len(LONG.tasks), len(LONG.probes)) == (18, 6)
    automatic = {each.id for each in indicators().values() if each.automatic}
    assert set(LONG.format.indicators) == automatic


def test_tells_the_years_before_and_then_plays() -> None:
    """E00–E05 are told, E06–E14 follow with four meetings, and nothing lasts longer than it may."""
    told = [leg.scene.id for leg in LONG.legs if leg.scene.kind == "told"]
    assert told == ["e00", "e01", "e02", "e03", "e04", "e05"]
    assert {inject.code for inject in LONG.injects.values()} >= {"E06", "E07", "E08", "E10", "E14"}
    assert sum(leg.scene.kind == "meeting" for leg in LONG.legs) == 4
    assert LONG.legs[-1].scene.id == "e14"
    assert 100 * 60_000 < LONG.play_ms < 125 * 60_000


def test_asks_for_every_kind_of_act() -> None:
    """Nothing a service can be expected to do is left unpractised."""
    asked = {expected.act for _inject, expected in LONG.expected.values()}
    assert asked == set(get_args(Expected.model_fields["act"].annotation))


@pytest.mark.parametrize(("people", "last"), GIVEN_FIRST.items())
def test_gives_seats_in_the_order_of_the_story(people: int, last: str) -> None:
    """Rooms of 6, 8, 12 and 16 get the seats of mechanics 2, each once."""
    given = LONG.given(people)
    assert len(set(given)) == people
    assert given[-1] == last


def test_everyone_holds_a_piece_from_the_first_minute() -> None:
    """Each of the sixteen knows something from before, and no two know all the same."""
    pieces = [
        frozenset(fact.id for fact in LONG.facts.values() if seat in fact.known_by)
        for seat in LONG.seats
    ]
    assert all(pieces)
    assert len(set(pieces)) == len(pieces)


def test_family_answers_in_every_way() -> None:
    """At least one full yes, one limited, one slow, one no, and one that is taken back later."""
    consents = LONG.consents.values()
    assert {consent.answer for consent in consents} == {"full", "limited", "refused"}
    assert any(consent.after for consent in consents)
    taken_back = {name for inject in LONG.injects.values() for name in inject.withdraws}
    assert taken_back & set(LONG.consents)


@pytest.mark.parametrize("players", ["silent", "typical"])
@pytest.mark.parametrize("people", [0, 6, 16])
def test_plays_to_its_last_scene(players: str, people: int) -> None:
    """Whoever is there, the last meeting is held, and the journal replays."""
    manned = LONG.format.seats[:people]
    played = rehearse(EMMA, "180", seed=5, players=players, manned=manned)
    events = [entry.event for entry in played.entries]
    assert LegStarted(len(LONG.legs) - 1) in events
    assert played.entries[-1].kind == "play.ended"
    assert verify(played.plan, played.entries) is None


def test_a_team_that_does_nothing_still_meets_the_whole_script() -> None:
    """What was missed before a jump keeps nothing back: only the good news stays away."""
    played = rehearse(EMMA, "180", seed=3, players="silent")
    came = {e.event.inject for e in played.entries if isinstance(e.event, InjectDelivered)}
    assert set(LONG.injects) - came - ONLY_IF_IT_GOES_WELL <= {"I15", "I23", "I45", "I49"}


def test_every_inject_and_every_handover_can_come() -> None:
    """Over a few teams that do their best, nothing in the script is beyond reach."""
    injects, handovers = set(), set()
    for seed in range(1, 7):
        for entry in rehearse(EMMA, "180", seed=seed).entries:
            if isinstance(entry.event, InjectDelivered):
                injects.add(entry.event.inject)
            if isinstance(entry.event, HandoverOffered):
                handovers.add(entry.event.expected)
    silent = rehearse(EMMA, "180", seed=3, players="silent").entries
    injects |= {e.event.inject for e in silent if isinstance(e.event, InjectDelivered)}
    assert set(LONG.injects) <= injects
    assert set(LONG.handovers) <= handovers


def test_spring_comes_before_the_story_starts() -> None:
    """Story time begins with the first played scene, five months before ``story_start``, and
    deadlines there fall due there."""
    assert story_opens(LONG) < 0
    assert story_opens(plan_for(EMMA.scenario(), "90")) == 0
    played = rehearse(EMMA, "180", seed=1)
    told = [entry.story_ms for entry in played.entries]
    assert told == sorted(told)
    assert told[0] == story_opens(LONG)
    opened = next(entry for entry in played.entries if entry.kind == "expectation.opened")
    assert opened.event.due_story < 0  # type: ignore[attr-defined]


def test_a_no_may_become_a_yes_in_time() -> None:
    """Emma does not want one more adult in the autumn; a year later KE asks again and may name
    somebody she knows."""
    played = rehearse(EMMA, "180", seed=1)
    events = [entry.event for entry in played.entries]
    asked = [e for e in events if isinstance(e, ConsentAnswered) and e.about == "coordinator"]
    assert [each.answer for each in asked] == ["refused", "full"]
    named = next(at for at, event in enumerate(events) if isinstance(event, CoordinatorAppointed))
    assert events.index(asked[1]) < named


def test_colleagues_answer_letters_in_words_that_fit() -> None:
    """An answer to a letter is what one says of just that outcome, never a line of a role card."""
    child = EMMA.scenario().child.name
    seen: set[str] = set()
    for seed in range(1, 9):
        for entry in rehearse(EMMA, "180", seed=seed).entries:
            event = entry.event
            if isinstance(event, NotificationAnswered):
                name = f"review-{event.outcome}"
            elif isinstance(event, ReferralAnswered):
                name = f"assess-{event.outcome}"
            else:
                continue
            assert event.text == phrase(name, child)
            seen.add(name)
    assert {"review-investigates", "assess-accepted"} <= seen


def test_those_who_come_late_into_the_story_are_turned_to_before() -> None:
    """The ward, the head of child welfare, the director of health and NAV each have something to
    answer in the spring; nobody holds a seat that the story only reaches in March."""
    spring = [inject for inject in LONG.injects.values() if inject.scene == "e06"]
    for seat in ("overlege", "barnevernsleder", "kommunalsjef-helse", "nav"):
        asked = [x for inject in spring if seat in inject.to for x in inject.expects]
        assert any(expected.seat == seat for expected in asked), seat


def test_nobody_on_the_kommunes_side_of_the_discharge_is_asked_about() -> None:
    """L09: where KE knows nothing of the discharge, the hospital's pathway coordinator asks who
    follows it in the kommune, and a silent KE owes an answer; many another team answers."""
    silent = rehearse(EMMA, "180", seed=3, players="silent").entries
    (asked,) = [e for e in silent if e.event == InjectDelivered("I43", ("ke", "fastlege"))]
    owed = {e.event.expected for e in silent if isinstance(e.event, ExpectationLapsed)}
    assert owed >= {"X82"}
    assert asked.story_ms > 0
    met = {
        e.event.expected
        for seed in range(1, 7)
        for e in rehearse(EMMA, "180", seed=seed).entries
        if isinstance(e.event, ExpectationMet)
    }
    assert "X82" in met


def test_whoever_leads_may_have_it_asked_at_any_time() -> None:
    """L09: the missing coordinator is the øvingsleder's to send, before the story would."""
    conduct = Conduct(MemoryStore(), lambda: 60_000)
    conduct.create(EMMA, "180", seed=1, teams=1, exercise_id="x")
    conduct.steer("x", FACILITATOR, StartPlay(), "begin-it")
    assert conduct.handle("x-1", FACILITATOR, ReleaseInject("I43"), "release-it").code is None
    conduct.tick("x")
    came = [e.event for e in conduct.entries("x-1") if isinstance(e.event, InjectDelivered)]
    assert "I43" in {event.inject for event in came}


@pytest.mark.parametrize("format_name", ["45", "90", "180"])
def test_leaders_at_two_levels_can_be_played(format_name: str) -> None:
    """L14: at least two directors, and one who leads from within a service."""
    plan = plan_for(EMMA.scenario(), format_name)
    leading = [plan.seats[seat] for seat in plan.format.seats if leads(new_state(plan), seat)]
    directors = [seat for seat in leading if seat.sector == "leadership"]
    assert len(directors) >= 2
    assert len(leading) > len(directors)
