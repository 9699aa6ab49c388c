"""A seat's sense of duty in leading and cooperation: the commands of such expected actions."""

from __future__ import annotations

from collections.abc import Callable

from scenarios.schema import Expected
from simulator.engine.asked import own_words, to_of, words_of
from simulator.play.clock import Clock
from simulator.play.consent import AskConsent
from simulator.play.control import POINTS, CheckControl, Control
from simulator.play.cooperation import Disagree, TalkCooperation
from simulator.play.coordinator import (
    AppointCoordinator,
    Coordinators,
    ReportNeed,
    asked_by_ke,
    leave_of,
)
from simulator.play.escalation import Escalations
from simulator.play.kernel import Command, State
from simulator.play.pact import FIVE, Pact, SignPact, WritePact
from simulator.play.release import GiveRelease
from simulator.play.roster import ke_of

HOURS = 6
"""Hours a week that a simulated leader frees: most of a working day (mark P)."""


def candidate(state: State) -> str:
    """Whom a simulated KE names: who the scenario expects, else a coordinator by role, else itself.

    Nobody who has said no.
    """
    ke = ke_of(state)
    appointments = state[Coordinators].appointments
    declined = [each.appointed.to for each in appointments if each.step == "declined"]
    wanted = [
        seat
        for _inject, expected in state.plan.expected.values()
        if expected.act == "appoint"
        for seat in expected.to
    ]
    by_role = [seat for seat, each in state.plan.seats.items() if {"R25", "R26"} & set(each.roles)]
    fit = (seat for seat in (*wanted, *by_role, ke) if seat in state.plan.seats)
    return next((seat for seat in fit if seat not in declined), ke)


def ask_family(state: State) -> AskConsent:
    """How a simulated KE asks: whom the story lets answer, why, and that they can change it."""
    rows = [each for each in state.plan.consents.values() if each.about == "coordinator"]
    giver = rows[0].giver if rows else "parent"
    why = own_words(state, "ask-family")
    return AskConsent(giver, "coordinator", why=why, may_withdraw=True)


def _need(
    _state: State, _seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    return [ReportNeed(words_of(expected), item=item)]


def _said_before_this_scene(state: State) -> bool:
    request = asked_by_ke(state)
    return request is not None and request.at_ms < state[Clock].leg_started_at


def _appoint(
    state: State, _seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    """Ask the family first; name somebody once they have said yes. A no may be another in a new
    scene: then it asks once more, since it is expected to."""
    coordinators, leave = state[Coordinators], leave_of(state)
    if leave == "not_asked" or (leave == "no" and _said_before_this_scene(state)):
        return [ask_family(state)]
    if leave != "yes" or coordinators.offered or coordinators.current:
        return []
    return [AppointCoordinator(candidate(state), "barnekoordinator", text=words_of(expected))]


def _release(
    state: State, seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    to = to_of(state, seat, expected)
    stuck = [
        name
        for name, each in state[Escalations].raised.items()
        if each.raised.to == seat and each.answer is None and to in ("", each.raised.seat)
    ]
    task = expected.task or ""
    if not (to or task or stuck):
        return []
    answers = stuck[0] if stuck else ""
    return [GiveRelease("time", words_of(expected), HOURS, to, task, answers)]


def _control(
    state: State, _seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    left = [point for point in POINTS if point not in state[Control].points]
    return [CheckControl(point, "not_yet", words_of(expected)) for point in left or POINTS[:1]]


def _sign(
    state: State, seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    pact = state[Pact]
    stands, last = pact.stands, pact.last
    if stands is not None:
        signs = not stands.written.short and seat not in stands.signed
        return [SignPact(stands.written.version)] if signs else []
    if last is not None and last.reopened is not None and last.reopened.seat != seat:
        return []
    said = [line.strip() for line in words_of(expected).splitlines() if line.strip()]
    five = [said[at] if at < len(said) else said[-1] for at in range(len(FIVE))]
    return [WritePact(*five)]


def _talk(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    to = to_of(state, seat, expected)
    return [TalkCooperation((to,), words_of(expected), item=item)] if to else []


def _disagree(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    to = to_of(state, seat, expected)
    about = "" if item else expected.text
    return [Disagree(to, words_of(expected), about, item)] if to else []


ACTS: dict[str, Callable[[State, str, Expected, list[str], str], list[Command]]] = {
    "need": _need,
    "appoint": _appoint,
    "release": _release,
    "control": _control,
    "sign": _sign,
    "talk": _talk,
    "disagree": _disagree,
}
"""How a colleague does each of these expected actions."""
