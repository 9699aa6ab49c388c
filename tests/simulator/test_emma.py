"""Emma plays to her end in every format, whoever is there; her journals replay from any head."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from debrief.summary import full, to_json
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.engine.engine import Engine
from simulator.journal.order import first_difference
from simulator.play.consent import ConsentAsked
from simulator.play.coordinator import CoordinatorAccepted, CoordinatorAppointed
from simulator.play.expectations import ExpectationMet
from simulator.play.grants import ConsentAnswered
from simulator.play.kernel import Entry
from simulator.play.pact import PactWritten
from simulator.play.script import InjectDelivered
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import refold, verify

EMMA = load("emma")
FORMATS = ("demo", "45", "90", "solo")
MOST_ITEMS_FOR_ONE = 7
QUARTER_HOUR_MS = 15 * 60_000


def _manned(format_name: str, people: int) -> tuple[str, ...]:
    chosen = EMMA.scenario().formats[format_name]
    return tuple(chosen.seats_for.get(people, chosen.seats)[:people])


def _continued(played: Rehearsal, head: int) -> list[Entry]:
    """What an engine started from the State after ``head`` entries makes of the later inputs."""
    engine = Engine(refold(played.plan, played.entries[:head]))
    inputs = [entry for entry in played.entries[head:] if entry.actor.is_input]
    for (command, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
        acts = list(group)
        engine.run(at_ms - 1)
        engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
    engine.run(played.entries[-1].at_ms)
    return engine.take()


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("people", [0, 1, 6])
def test_plays_to_the_end(format_name: str, people: int) -> None:
    """With nobody, one or six people, no scene runs over its planned time by more than its hold."""
    for seed in range(1, 7):
        played = rehearse(EMMA, format_name, seed=seed, manned=_manned(format_name, people))
        assert "play.ended" in {entry.kind for entry in played.entries}
        scenes = sum(leg.scene.kind == "play" for leg in played.plan.legs)
        assert played.entries[-1].at_ms <= played.plan.play_ms + scenes * 180_000 + 1_000
        assert verify(played.plan, played.entries) is None


def test_demo_fits_a_quarter_of_an_hour() -> None:
    """One person who plays the demo's seat and lets little lie is at the gjennomgang in under
    fifteen minutes of play, with at most seven injects of their own."""
    manned = _manned("demo", 1)
    seats = dict.fromkeys(manned, "expert")
    for seed in range(1, 21):
        played = rehearse(EMMA, "demo", seed=seed, manned=manned, seats=seats, protected=False)
        assert played.entries[-1].at_ms < QUARTER_HOUR_MS
        seat = manned[0]
        injects = [e.event for e in played.entries if isinstance(e.event, InjectDelivered)]
        assert sum(seat in inject.to for inject in injects) <= MOST_ITEMS_FOR_ONE


@pytest.mark.proof
@pytest.mark.parametrize("format_name", FORMATS)
def test_engine_starts_from_every_head(format_name: str, record_property: object) -> None:
    """Started from every committed head of random journals, the engine goes on as they did."""
    heads = 0
    for seed in (11, 12):
        played = rehearse(EMMA, format_name, seed=seed, manned=_manned(format_name, 6))
        entries = played.entries
        for head in range(1, len(entries)):
            if entries[head].at_ms == entries[head - 1].at_ms:
                continue
            heads += 1
            assert first_difference(entries[head:], _continued(played, head)) is None, head
    record_property("heads", heads)  # type: ignore[operator]


@pytest.mark.proof
def test_two_hundred_rehearsals_replay(record_property: object) -> None:
    """Two hundred rehearsals of all formats and sizes replay, and debrief to the same bytes."""
    for seed in range(200):
        format_name = FORMATS[seed % len(FORMATS)]
        manned = _manned(format_name, seed % 9)
        players = "silent" if seed % 10 == 0 else "typical"
        played = rehearse(EMMA, format_name, seed=seed, players=players, manned=manned)
        assert verify(played.plan, played.entries) is None
        told = to_json(full(played.plan, played.entries))
        assert told == to_json(full(played.plan, played.entries))
    record_property("rehearsals", 200)  # type: ignore[operator]


NINETY = plan_for(EMMA.scenario(), "90")
ONLY_NINETY = {"X110", "X111", "X112", "X113", "X114", "X115", "X116"}
"""What is expected in the ninety minutes alone, on injects that other formats share."""


@pytest.fixture(scope="module")
def ninety() -> list[Rehearsal]:
    """Sixteen teams of typical colleagues."""
    return [rehearse(EMMA, "90", seed=seed) for seed in range(1, 17)]


def test_the_ninety_minutes_hold_what_they_promise() -> None:
    """24 injects of which 8 on conditions, 30 facts, 6 handovers, 9 tasks and 3 probes; and they
    ask for an agreement, leave, a referral and a coordinator (mechanics 2 and 4)."""
    assert len(NINETY.injects) == 24
    assert sum(inject.when is not None for inject in NINETY.injects.values()) == 8
    assert (len(NINETY.facts), len(NINETY.handovers)) == (30, 6)
    assert (len(NINETY.tasks), len(NINETY.probes)) == (9, 3)
    assert 12 <= len(NINETY.format.indicators) <= 14
    acts = {expected.act for _inject, expected in NINETY.expected.values()}
    assert {"sign", "consent", "refer", "need", "appoint"} <= acts
    tested = [inject.id for inject in NINETY.injects.values() if inject.tests_pact]
    written = next(i.id for i, expected in NINETY.expected.values() if expected.act == "sign")
    order = list(NINETY.injects)
    assert tested
    assert all(order.index(each) > order.index(written) for each in tested)


def test_most_teams_do_what_only_the_ninety_minutes_ask(ninety: list[Rehearsal]) -> None:
    """More than half of sixteen typical teams meet each of them; a silent team meets none."""
    met: Counter[str] = Counter()
    for played in ninety:
        met.update(
            {e.event.expected for e in played.entries if isinstance(e.event, ExpectationMet)}
        )
    assert {name: met[name] for name in ONLY_NINETY if met[name] <= len(ninety) // 2} == {}
    silent = rehearse(EMMA, "90", seed=1, players="silent")
    assert not any(isinstance(entry.event, ExpectationMet) for entry in silent.entries)


def test_leave_and_letters_of_the_ninety_minutes_are_answered(ninety: list[Rehearsal]) -> None:
    """Child and parents say yes, yes to some of it, and no, and take their time over a yes; a
    referral is answered; somebody writes the agreement, in its short form."""
    answers: set[str] = set()
    kinds: set[str] = set()
    for played in ninety:
        kinds |= {entry.kind for entry in played.entries}
        asked: dict[str, int] = {}
        for entry in played.entries:
            event = entry.event
            if isinstance(event, ConsentAsked):
                asked[event.request] = entry.story_ms
            elif isinstance(event, ConsentAnswered):
                answers.add(event.answer)
                if event.answer != "refused":
                    assert entry.story_ms > asked[event.request]
            elif isinstance(event, PactWritten):
                assert event.short
    assert answers == {"full", "limited", "refused"}
    assert {"pact.written", "referral.sent", "referral.answered"} <= kinds


def test_nobody_is_appointed_before_the_family_says_yes(ninety: list[Rehearsal]) -> None:
    """In autumn Emma wants no new adult; in June KE asks again. A name comes only after the yes
    (L05), and most who are asked take it on."""
    named = 0
    for played in ninety:
        said = ""
        for entry in played.entries:
            event = entry.event
            if isinstance(event, ConsentAnswered) and event.about == "coordinator":
                said = event.answer
                assert said == ("full" if event.consent == "C10" else "refused")
            elif isinstance(event, CoordinatorAppointed):
                assert (said, event.family) == ("full", "yes")
            named += isinstance(event, CoordinatorAccepted)
    assert named > len(ninety) // 2


def test_what_only_the_ninety_minutes_expect_is_not_missed_by_the_others() -> None:
    """An expectation or an answer that names its formats stands in those alone."""
    for name in ("demo", "45", "180", "solo"):
        plan = plan_for(EMMA.scenario(), name)
        assert not ONLY_NINETY & set(plan.expected), name
        assert not {"C10", "C11"} & set(plan.consents), name
    assert set(NINETY.expected) > ONLY_NINETY
    assert {"C10", "C11"} <= set(NINETY.consents)
