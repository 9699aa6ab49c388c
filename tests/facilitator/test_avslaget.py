"""Avslaget gives everybody enough to do and nobody too much."""

from __future__ import annotations

import pytest

from facilitator.rehearsal.finding import findings
from facilitator.rehearsal.reading import read
from facilitator.rehearsal.tally import Tally
from scenarios.loader import load
from simulator.rehearse import rehearse

AVSLAGET = load("avslaget")
RUNS = 10


@pytest.mark.parametrize("players", ["silent", "typical", "expert"])
@pytest.mark.parametrize("people", [4, 6])
def test_the_script_has_room_and_work_for_all(players: str, people: int) -> None:
    """Ten rehearsals find no scene that waits long, no seat of four or six people that is crowded
    or idle, and no event that the load budget keeps back."""
    whole = Tally()
    for seed in range(1, RUNS + 1):
        one = rehearse(AVSLAGET, "45", seed=seed, players=players)
        whole.merge(read(one.plan, one.entries, one.state, {}))
    told = findings(one.plan, whole, one.plan.given(people))
    of_the_script = ("hung", "error", "scene_", "seat_", "inject_load", "inject_waits")
    assert [(each.code, each.about) for each in told if each.code.startswith(of_the_script)] == []
