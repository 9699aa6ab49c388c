"""A colleague that gives its leader what it was itself to do."""

from __future__ import annotations

from scenarios.schema import Expected
from simulator.engine.asked import words_of
from simulator.play.escalation import RaiseMatter
from simulator.play.handover import OfferHandover
from simulator.play.inbox import item_id
from simulator.play.kernel import Command, State
from simulator.play.tasks import ClaimTask, GiveTask, Tasks


def leader_of(state: State, seat: str) -> str:
    """The seat that leads ``seat``; '' if none does in this team."""
    leader = state.plan.seats[seat].leader or ""
    return leader if leader in state.plan.seats and leader != seat else ""


def give(state: State, seat: str, task: str) -> list[Command]:
    """Ask its leader to own a task of its own; nothing if it has no leader."""
    leader = leader_of(state, seat)
    return [GiveTask(task, leader)] if leader else []


def instead(state: State, seat: str, expected: Expected) -> list[Command]:
    """What it does in the place of ``expected``; nothing if it has no leader to give it to."""
    leader = leader_of(state, seat)
    if not leader:
        return []
    if expected.act == "claim" and expected.task in state[Tasks].stands:
        return [ClaimTask(expected.task or ""), GiveTask(expected.task or "", leader)]
    words = words_of(expected)
    if expected.act == "handover":
        return [OfferHandover(leader, words, "2wd")]
    item = item_id(seat, "inject", state.plan.expected[expected.id][0].id)
    return [RaiseMatter(leader, words, expected.task or "", item)]
