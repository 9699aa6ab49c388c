"""The policy: from an intention and what the seat knows, the command it would give.

One policy, two drivers (decisions 25): the engine plays simulated seats with it, a rehearsal
plays manned ones. It reads of the State only what that seat could see, and the scenario's
expected actions as its sense of duty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenarios.behaviour.traits import Traits
from scenarios.schema import Expected
from simulator.engine import (
    absence,
    defer,
    edge_policy,
    formal_policy,
    leading_policy,
    meeting_policy,
    plan_policy,
    sharing_policy,
)
from simulator.engine.asked import said_of
from simulator.engine.cards import kept, lawfully_needs
from simulator.engine.chance import chance, draw
from simulator.engine.duty import command_for_expected, needed_for
from simulator.engine.isbar import said_by
from simulator.engine.sharing_policy import stated
from simulator.engine.stimuli import willing
from simulator.engine.urge import urge
from simulator.play.answers import AnswerQuestion, Answers
from simulator.play.baton import AcceptBaton, Baton, DeclineBaton
from simulator.play.escalation import AnswerMatter, Escalations, Verdict
from simulator.play.facts import Facts
from simulator.play.handover import (
    DeclineHandover,
    OfferHandover,
    ReadBack,
    StartHandover,
    TakeOver,
    TellFamily,
)
from simulator.play.inbox import Inbox, SeeItem, item_id
from simulator.play.interlude import ConfirmHolds
from simulator.play.kernel import Command, State
from simulator.play.passes import Handovers
from simulator.play.spoken import Agreements, ConfirmAgreed
from simulator.play.tasks import AcceptTask, ClaimTask, DeclineTask, Tasks
from simulator.play.voice import TellBack, Voices


def command_for(state: State, traits: Traits, seat: str, what: str) -> list[Command]:
    """What the seat does about intention ``what`` now; empty if nothing."""
    if not traits.here:
        return absence.no(state, seat, what)
    verb, _, name = what.partition(":")
    maker = _VERBS.get(verb)
    return maker(state, traits, seat, name) if maker else []


def _expected(state: State, traits: Traits, seat: str, name: str) -> list[Command]:
    inject, expected = state.plan.expected[name]
    if not willing(state, seat, f"expected:{name}", urge(traits, expected, weak=inject.signal)):
        return []
    see = SeeItem(item_id(seat, "inject", inject.id))
    if willing(state, seat, f"defer:{name}", traits.defers):
        passed_up = defer.instead(state, seat, expected)
        if passed_up:
            return [see, *passed_up]
    known = _known(state, traits, seat, expected)
    return [see, *command_for_expected(state, seat, expected, known)]


def _known(state: State, traits: Traits, seat: str, expected: Expected) -> list[str]:
    own = state[Facts].of(seat)
    wanted = [fact for fact in needed_for(state, seat, expected) if fact in own]
    if expected.act == "consent":
        return wanted
    return kept(state, traits, seat, f"expected:{expected.id}", wanted)


def _see(state: State, traits: Traits, seat: str, item: str) -> list[Command]:
    found = state[Inbox].items.get(item)
    if found is None or found.seen_at is not None:
        return []
    share = traits.answers if found.kind == "share" else traits.sees
    return [SeeItem(item)] if willing(state, seat, f"see:{item}", share) else []


def _claim(state: State, traits: Traits, seat: str, task: str) -> list[Command]:
    stand = state[Tasks].stands.get(task)
    if stand is None or not stand.live or stand.owners:
        return []
    if not willing(state, seat, f"claim:{task}", traits.claims):
        return []
    passed_up = willing(state, seat, f"defer:{task}", traits.defers)
    return [ClaimTask(task), *(defer.give(state, seat, task) if passed_up else [])]


def _accept(state: State, traits: Traits, seat: str, task: str) -> list[Command]:
    stand = state[Tasks].stands.get(task)
    if stand is None or seat not in stand.asked:
        return []
    fit = seat in state.plan.tasks[task].fit
    share = traits.claims if fit else traits.outside_mandate
    yes = willing(state, seat, f"accept:{task}", share)
    return [AcceptTask(task) if yes else DeclineTask(task)]


def _reply(state: State, traits: Traits, seat: str, question: str) -> list[Command]:
    found = state[Answers].questions.get(question)
    if found is None or found.answer is not None:
        return []
    if not willing(state, seat, f"reply:{question}", traits.answers):
        return []
    needed = [fact for fact in state[Facts].of(seat) if lawfully_needs(state, fact, found.sender)]
    facts = kept(state, traits, seat, f"reply:{question}", needed)[:2]
    text = said_of(state, seat, "reply-with" if facts else "reply-without")
    return [AnswerQuestion(question, text, tuple(facts), stated(state, facts, found.sender))]


def _confirm(state: State, traits: Traits, seat: str, agreement: str) -> list[Command]:
    found = state[Agreements].spoken.get(agreement)
    if found is None or found.state != "said":
        return []
    yes = willing(state, seat, f"confirm:{agreement}", traits.answers)
    return [ConfirmAgreed(agreement)] if yes else []


def _take_over(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    if found is None or found.step not in ("offered", "seen"):
        return []
    see = SeeItem(item_id(seat, "handover", handover))
    outside = bool(found.tasks) and not any(_fits(state, seat, task) for task in found.tasks)
    share = traits.outside_mandate if outside else traits.takes_over
    if willing(state, seat, f"takeover:{handover}", share):
        return [see, TakeOver(handover)]
    return [see, _no(state, traits, seat, handover, found.tasks)] if outside else [see]


def _fits(state: State, seat: str, task: str) -> bool:
    return task in state.plan.tasks and seat in state.plan.tasks[task].fit


def _no(
    state: State, traits: Traits, seat: str, handover: str, tasks: Sequence[str]
) -> DeclineHandover:
    """A no to what is outside its mandate, with somebody to go on with if it thinks of that."""
    fit = [
        each for task in tasks if task in state.plan.tasks for each in state.plan.tasks[task].fit
    ]
    who = next((each for each in fit if each in state.plan.seats and each != seat), "")
    if not who or not willing(state, seat, f"instead:{handover}", traits.alternative):
        return DeclineHandover(handover)
    return DeclineHandover(handover, said_of(state, seat, "instead"), who)


def _read_back(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    if found is None or found.step != "taken_over":
        return []
    if not willing(state, seat, f"readback:{handover}", traits.follows_through):
        return []
    choice = _choice(state, traits, seat, found.key) if found.key else -1
    return [ReadBack(handover, said_of(state, seat, "first-act"), "1wd", choice)]


def _choice(state: State, traits: Traits, seat: str, fact: str) -> int:
    question = state.plan.facts[fact].question
    if chance(state, seat, f"reads:{fact}", traits.reads):
        return question.answer
    step = 1 + draw(state, seat, f"misreads:{fact}", len(question.options) - 1)
    return (question.answer + step) % len(question.options)


def _start(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    ready = found is not None and found.step in ("taken_over", "read_back")
    yes = ready and willing(state, seat, f"start:{handover}", traits.follows_through)
    return [StartHandover(handover)] if yes else []


def _tell(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    ready = found is not None and found.step == "started"
    yes = ready and willing(state, seat, f"tell:{handover}", traits.closes)
    return [TellFamily(handover)] if yes else []


def _tell_back(state: State, traits: Traits, seat: str, listening: str) -> list[Command]:
    found = state[Voices].listenings.get(listening)
    if found is None or found.told_at is not None:
        return []
    yes = willing(state, seat, f"tellback:{listening}", traits.tells_back)
    return [TellBack(listening, said_of(state, seat, "tell-back"))] if yes else []


def _hand_over(state: State, traits: Traits, seat: str, name: str) -> list[Command]:
    wanted = state.plan.handovers[name]
    done = any(each.expected == name for each in state[Handovers].passes.values())
    if done or not willing(state, seat, f"handover:{name}", traits.hands_over):
        return []
    known = [fact for fact in wanted.needs if fact in state[Facts].of(seat)]
    facts = kept(state, traits, seat, f"handover:{name}", known)
    tasks = tuple(task for task in wanted.tasks if task in state[Tasks].stands)
    basis = stated(state, facts, wanted.receiver)
    to, words, full = wanted.receiver, wanted.text, said_by(state, seat, wanted.text)
    if willing(state, seat, f"defer:{name}", traits.defers):
        to = defer.leader_of(state, seat) or to
    return [OfferHandover(to, words, "2wd", tuple(facts), tasks, "", basis, isbar=full)]


def _coordinate(state: State, traits: Traits, seat: str, asker: str) -> list[Command]:
    if state[Baton].asked != seat:
        return []
    yes = willing(state, seat, f"coordinate:{asker}", traits.coordinates)
    return [AcceptBaton() if yes else DeclineBaton()]


def _verdict(state: State, traits: Traits, seat: str, escalation: str) -> list[Command]:
    found = state[Escalations].raised.get(escalation)
    if found is None or found.answer is not None:
        return []
    if not willing(state, seat, f"verdict:{escalation}", traits.decides):
        return []
    fit = state.plan.tasks[found.raised.task].fit if found.raised.task in state.plan.tasks else []
    who = next((each for each in fit if each in state.plan.seats), "")
    verdict: Verdict = "decides" if who else "backs"
    return [AnswerMatter(escalation, verdict, said_of(state, seat, f"verdict-{verdict}"), who)]


def _hold(state: State, traits: Traits, seat: str, scene: str) -> list[Command]:
    tasks = tuple(state[Tasks].owned_by(seat))
    passes = state[Handovers].passes.values()
    handovers = tuple(each.id for each in passes if each.open and each.responsible == seat)
    if not (tasks or handovers):
        return []
    yes = willing(state, seat, f"hold:{scene}", traits.follows_through)
    return [ConfirmHolds(tasks, handovers)] if yes else []


_VERBS: dict[str, Callable[[State, Traits, str, str], list[Command]]] = {
    "expected": _expected,
    "see": _see,
    "claim": _claim,
    "accept": _accept,
    "reply": _reply,
    "inform": sharing_policy.inform,
    "confirm": _confirm,
    "takeover": _take_over,
    "readback": _read_back,
    "start": _start,
    "tell": _tell,
    "tellback": _tell_back,
    "handover": _hand_over,
    "coordinate": _coordinate,
    "verdict": _verdict,
    "come": meeting_policy.come,
    "open": meeting_policy.open_it,
    "close": meeting_policy.close,
    "table": meeting_policy.table,
    "minute": meeting_policy.minute,
    "begin": plan_policy.begin,
    "evaluate": plan_policy.evaluate,
    "hold": _hold,
    "press": sharing_policy.press,
    **edge_policy.VERBS,
    "review": formal_policy.review,
    "assess": formal_policy.assess,
    "settle": formal_policy.settle,
    "more": formal_policy.more,
    "unstall": formal_policy.unstall,
    **leading_policy.VERBS,
}
