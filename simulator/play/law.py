"""The law of the story's day: the rows of the scenario's rule pack that hold now.

Rules ask it and write what it says into their events, so folds and replays never read it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from scenarios.rule_pack import RulePack, Starts, rule_pack
from simulator.play.calendar import calendar_of
from simulator.play.kernel import State


@lru_cache(maxsize=64)
def _pack(name: str, on: date) -> RulePack:
    return rule_pack(name, "nb", on)


def law_of(state: State) -> RulePack:
    """The rule pack as it holds on the story's date."""
    scenario = state.plan.scenario
    return _pack(scenario.rule_pack, calendar_of(scenario).moment(state.story_ms).date())


def due_for(
    state: State, starts: Starts, seat: str, *, acute: bool = False, ends: str = "answer"
) -> int | None:
    """Story ms until which ``seat`` has to answer what comes now; None if no clock binds it."""
    clock = law_of(state).clock(starts, state.plan.seats[seat].roles, acute=acute, ends=ends)
    if clock is None:
        return None
    return calendar_of(state.plan.scenario).due(state.story_ms, clock.within)


def takes(state: State, starts: Starts) -> list[str]:
    """The seats whose role takes that sort of letter, in the scenario's order."""
    law = law_of(state)
    return [seat for seat, row in state.plan.seats.items() if law.binds(starts, row.roles)]
