"""Emma plays to her last scene in every format, however many seats people have, by herself."""

from __future__ import annotations

import os
from itertools import product

import pytest

from facilitator.rehearsal.scenes import played_legs
from facilitator.rehearsal.tally import Tally
from scenarios.duration import SECOND
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.clock import HOLD_MS, PlayEnded, PlayStarted
from simulator.rehearse import rehearse
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import batches
from webapp.rehearsing.unit import Order

EMMA = load("emma")
FORMATS = tuple(EMMA.scenario().formats)
SEATS = tuple(seat.id for seat in EMMA.scenario().seats)
PEOPLE = (0, 1, 6, len(SEATS))
SLACK_MS = SECOND
ALL = 1_000


def manned(format_name: str, people: int) -> tuple[str, ...]:
    """The seats that so many people have."""
    chosen = EMMA.scenario().formats[format_name]
    given = chosen.seats_for.get(people, chosen.seats)
    return SEATS if people == len(SEATS) else tuple(given[:people])


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("people", PEOPLE)
def test_plays_to_its_last_scene(format_name: str, people: int) -> None:
    """Fifty rehearsals over all formats and crews: no facilitator, no exception, and no scene over
    its planned time by more than its allowed hold."""
    for seed in range(1, 4 if format_name in ("demo", "180") else 5):
        played = rehearse(EMMA, format_name, seed=seed, manned=manned(format_name, people))
        legs = played_legs(played.plan, played.entries)
        assert [leg.scene for leg in legs] == [leg.scene.id for leg in played.plan.legs]
        assert any(isinstance(entry.event, PlayEnded) for entry in played.entries)
        began = next(e.at_ms for e in played.entries if isinstance(e.event, PlayStarted))
        led = [e.at_ms for e in played.entries if e.actor.kind == "facilitator"]
        assert max(led) <= began + 1, "the facilitator had to do something"
        for leg, planned in zip(legs, played.plan.legs, strict=True):
            real = leg.ends_at - leg.starts_at
            assert real <= planned.lasts_ms + HOLD_MS + SLACK_MS, (seed, leg)


@pytest.mark.proof
def test_a_thousand_rehearsals(record_property: object) -> None:
    """A thousand over all formats and crews on all cores: none hangs, none fails, no scene runs
    over."""
    each = -(-ALL // (len(FORMATS) * len(PEOPLE)))
    whole = Tally()
    for format_name, people in product(FORMATS, PEOPLE):
        cast = Cast(manned=manned(format_name, people))
        order = Order(EMMA.document, EMMA.digest, format_name, cast, seed=1_000, runs=each)
        tally = Tally()
        for batch in batches(order, os.cpu_count() or 1):
            tally.merge(batch.tally)
        assert (tally.runs, tally.failures) == (each, [])
        for leg in plan_for(EMMA.scenario(), format_name).legs:
            longest = (leg.lasts_ms + HOLD_MS + SLACK_MS) // SECOND
            assert tally.spread("scene", leg.scene.id).n == each
            assert tally.spread("scene", leg.scene.id).most <= longest
        whole.merge(tally)
    record_property("rehearsals", whole.runs)  # type: ignore[operator]
