"""A seat's sense of duty: the command by which it would do an expected action."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenarios.schema import Consent, Expected, Handover
from simulator.engine import formal_duty, leading_duty
from simulator.engine.asked import to_of as _to
from simulator.engine.asked import words_of as _words
from simulator.engine.isbar import said_by
from simulator.engine.plan_policy import verdict
from simulator.play.answers import AskSeat, GiveAnswer
from simulator.play.baton import Baton, PassBaton, TakeBaton
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.consent import AskConsent, is_offered
from simulator.play.escalation import RaiseMatter
from simulator.play.facts import Basis, ShareFacts, basis_for
from simulator.play.grants import Grants
from simulator.play.handover import OfferHandover
from simulator.play.inbox import Inbox, item_id
from simulator.play.kernel import Command, State
from simulator.play.meetings import CallMeeting
from simulator.play.planned import CarePlan, takes_part
from simulator.play.tasks import ClaimTask, Tasks
from simulator.play.voice import SeekVoice, TellBack, Voices
from simulator.play.wonder import NoteWonder


def command_for_expected(
    state: State, seat: str, expected: Expected, facts: list[str]
) -> list[Command]:
    """The command that does ``expected`` with the cards that came along; empty if it can't."""
    inject = state.plan.expected[expected.id][0]
    item = item_id(seat, "inject", inject.id)
    here = item if item in state[Inbox].items else ""
    return _ACTS[expected.act](state, seat, expected, facts, here)


def _basis(state: State, expected: Expected, facts: list[str], to: str) -> Basis:
    if expected.basis:
        return expected.basis
    bases: list[Basis] = [basis_for(state.plan.facts[fact], to, state[Grants]) for fact in facts]
    return next((basis for basis in bases if basis not in ("", "free")), bases[0] if bases else "")


def _answer(
    _state: State, _seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    return [GiveAnswer(item, _words(expected))] if item else []


def _ask(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    to = _to(state, seat, expected)
    return [AskSeat(to, _words(expected), item)] if to else []


def _share(
    state: State, seat: str, expected: Expected, facts: list[str], item: str
) -> list[Command]:
    to = _to(state, seat, expected)
    if not to:
        return []
    basis = _basis(state, expected, facts, to)
    return [ShareFacts((to,), tuple(facts), _words(expected), basis, item)]


def _handover(
    state: State, seat: str, expected: Expected, facts: list[str], item: str
) -> list[Command]:
    to = _to(state, seat, expected)
    if not to:
        return []
    wanted = _wanted(state, seat, to)
    tasks = tuple(
        task for each in wanted for task in each.tasks if task in state[Tasks].owned_by(seat)
    )
    basis = _basis(state, expected, facts, to)
    words = _words(expected)
    full = said_by(state, seat, words)
    return [OfferHandover(to, words, "2wd", tuple(facts), tasks, "", basis, item, full)]


def _wanted(state: State, seat: str, to: str) -> list[Handover]:
    """What the story sees handed over from one seat to another."""
    pair = (seat, to)
    return [row for row in state.plan.handovers.values() if (row.sender, row.receiver) == pair]


def needed_for(state: State, seat: str, expected: Expected) -> list[str]:
    """The cards that should come along with ``expected``, whether ``seat`` knows them or not."""
    if expected.act != "handover":
        return list(expected.facts)
    rows = _wanted(state, seat, _to(state, seat, expected))
    return list(dict.fromkeys([*expected.facts, *(fact for row in rows for fact in row.needs)]))


def _claim(
    state: State, seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    stand = state[Tasks].stands.get(expected.task or "")
    ready = stand is not None and stand.live and seat not in stand.owners
    return [ClaimTask(expected.task or "")] if ready else []


def _meet(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    seats = tuple(each for each in expected.to if each in state.plan.seats and each != seat)
    return [CallMeeting(seats, _words(expected), 30, family=True, item=item)] if seats else []


def _listen(
    _state: State, _seat: str, _expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    return [SeekVoice("child", "her_choice", "talk", item)]


def _wonder(
    _state: State, _seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    return [NoteWonder(_words(expected), item=item)]


def _escalate(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    to = _to(state, seat, expected) or state.plan.seats[seat].leader or ""
    known = to in state.plan.seats and to != seat
    return [RaiseMatter(to, _words(expected), expected.task or "", item)] if known else []


def _coordinate(
    state: State, seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    if state[Baton].holder or state[Baton].asked:
        return []
    if not expected.to or seat in expected.to:
        return [TakeBaton()]
    to = _to(state, seat, expected)
    return [PassBaton(to)] if to else []


def _tell(
    state: State, seat: str, expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    own = [
        each.id
        for each in state[Voices].listenings.values()
        if each.seat == seat and each.told_at is None
    ]
    return [TellBack(own[0], _words(expected))] if own else []


def _consent(
    state: State, seat: str, expected: Expected, facts: list[str], item: str
) -> list[Command]:
    to = tuple(each for each in expected.to if each in state.plan.seats and each != seat)[:1]
    if not is_offered(state) or (expected.facts and not facts):
        return []
    return ask_leave(state, facts, to, _words(expected), item, expected.about or "")


def ask_leave(
    state: State,
    facts: Sequence[str],
    to: tuple[str, ...],
    why: str,
    item: str = "",
    about: str = "",
) -> list[Command]:
    """Ask whoever the story says can give it for leave; empty if there is nothing to ask for.

    Without cards it is for what ``about`` says, or for whatever else the story has an answer to.
    """
    rows = [
        row
        for row in state.plan.consents.values()
        if (set(row.facts) & set(facts) if facts else _is_for(row, about))
    ]
    if not rows or (facts and not to):
        return []
    row = rows[0]
    return [
        AskConsent(
            row.giver,
            row.about,
            tuple(facts),
            to,
            why,
            lasts="weeks",
            may_withdraw=True,
            item=item,
        )
    ]


def _is_for(row: Consent, about: str) -> bool:
    return row.about == about if about else row.about != "share"


def _plan(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    plan, owner = state[CarePlan], _to(state, seat, expected) or seat
    known = list(plan.goals) if takes_part(state, seat) else []
    goal = known[-1] if known else f"{seat}-{plan.goal_counts.get(seat, 0) + 1}"
    heard = [
        each.id for each in state[Voices].listenings.values() if each.seat == seat and each.voice
    ]
    rests = heard[-1] if heard else ""
    first: list[Command] = [] if known else [SetGoal(_words(expected), rests)]
    return [
        *first,
        SetMeasure(goal, _words(expected), owner, expected.text, "2w", item=item),
    ]


def _evaluate(
    state: State, seat: str, _expected: Expected, _facts: list[str], _item: str
) -> list[Command]:
    own = [each for each in state[CarePlan].measures.values() if each.owner == seat and each.live]
    return [verdict(state, seat, own[0])] if own else []


_ACTS: dict[str, Callable[[State, str, Expected, list[str], str], list[Command]]] = {
    "answer": _answer,
    "ask": _ask,
    "share": _share,
    "handover": _handover,
    "claim": _claim,
    "meet": _meet,
    "listen": _listen,
    "wonder": _wonder,
    "escalate": _escalate,
    "coordinate": _coordinate,
    "tell": _tell,
    "consent": _consent,
    "plan": _plan,
    "evaluate": _evaluate,
    "notify": formal_duty.notify,
    "refer": formal_duty.refer,
    "decide": formal_duty.decide,
    "level": formal_duty.level,
    "order": formal_duty.order,
    **leading_duty.ACTS,
}
