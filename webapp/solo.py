"""Solo at the doors: the clock of one who plays alone. A rest stops it, since nobody else waits."""

from __future__ import annotations

from simulator.journal.store_contract import Receipt
from simulator.play.care import Rest, Return
from simulator.play.kernel import Actor, Command
from simulator.play.solo import LED, leads_alone
from simulator.play.steering import Pause, Resume
from webapp.access import Participant
from webapp.runtime import Runtime

WITH: dict[type[Command], type[Command]] = {Rest: Pause, Return: Resume}
"""What the clock does when they rest, and when they are back."""


def may_lead(here: Runtime, me: Participant, command: Command) -> bool:
    """Whether ``command`` is theirs to give to the clock."""
    return type(command) in LED and _is_alone(here, me)


def lead(here: Runtime, me: Participant, command: Command, command_id: str) -> Receipt:
    """Give the clock a command in their name."""
    actor = Actor("seat", me.seat_id or "", me.id)
    return here.conduct.steer(me.exercise_id, actor, command, command_id)


def follow(here: Runtime, me: Participant, command: Command, command_id: str) -> None:
    """Stop the clock for who rests alone, and start it when they are back."""
    along = WITH.get(type(command))
    if along is not None and _is_alone(here, me):
        lead(here, me, along(), f"{command_id}-clock")


def _is_alone(here: Runtime, me: Participant) -> bool:
    row = here.store.exercise(me.exercise_id)
    return leads_alone(here.conduct.plan(row), me.seat_id)
