"""The policy: from an intention and what the seat knows, the command it would give.

One policy, two drivers (decisions 25): the engine plays simulated seats with it, a rehearsal
plays manned ones. It reads of the State only what that seat could see, and the scenario's
expected actions as its sense of duty.
"""

from __future__ import annotations

from collections.abc import Callable

from scenarios.schema import Expected
from simulator.engine import absence, formal_policy, leading_policy, meeting_policy, plan_policy
from simulator.engine.cards import kept, lawfully_needs
from simulator.engine.chance import chance, draw
from simulator.engine.duty import ask_leave, command_for_expected
from simulator.engine.isbar import said_by
from simulator.engine.profiles import Profile
from simulator.engine.stimuli import willing
from simulator.play.answers import AnswerQuestion, Answers
from simulator.play.baton import AcceptBaton, Baton, DeclineBaton
from simulator.play.consent import Consents, is_offered
from simulator.play.escalation import AnswerMatter, Escalations, Verdict
from simulator.play.facts import Basis, Facts, ShareFacts, basis_for
from simulator.play.grants import Grants
from simulator.play.handover import OfferHandover, ReadBack, StartHandover, TakeOver, TellFamily
from simulator.play.inbox import Inbox, SeeItem, item_id
from simulator.play.interlude import ConfirmHolds
from simulator.play.kernel import Command, State
from simulator.play.passes import Handovers
from simulator.play.spoken import Agreements, ConfirmAgreed
from simulator.play.tasks import AcceptTask, ClaimTask, DeclineTask, Tasks
from simulator.play.voice import TellBack, Voices


def command_for(state: State, profile: Profile, seat: str, what: str) -> list[Command]:
    """What the seat does about intention ``what`` now; empty if nothing."""
    if not profile.here:
        return absence.no(state, seat, what)
    verb, _, name = what.partition(":")
    maker = _VERBS.get(verb)
    return maker(state, profile, seat, name) if maker else []


def _expected(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    inject, expected = state.plan.expected[name]
    if not willing(state, seat, f"expected:{name}", profile.acts):
        return []
    return [
        SeeItem(item_id(seat, "inject", inject.id)),
        *command_for_expected(state, seat, expected, _known(state, profile, seat, expected)),
    ]


def _known(state: State, profile: Profile, seat: str, expected: Expected) -> list[str]:
    own = state[Facts].of(seat)
    wanted = [fact for fact in expected.facts if fact in own]
    return kept(state, profile, seat, f"expected:{expected.id}", wanted)


def _see(state: State, _profile: Profile, _seat: str, item: str) -> list[Command]:
    found = state[Inbox].items.get(item)
    return [SeeItem(item)] if found and found.seen_at is None else []


def _claim(state: State, profile: Profile, seat: str, task: str) -> list[Command]:
    stand = state[Tasks].stands.get(task)
    if stand is None or not stand.live or stand.owners:
        return []
    return [ClaimTask(task)] if willing(state, seat, f"claim:{task}", profile.claims) else []


def _accept(state: State, profile: Profile, seat: str, task: str) -> list[Command]:
    stand = state[Tasks].stands.get(task)
    if stand is None or seat not in stand.asked:
        return []
    fit = seat in state.plan.tasks[task].fit
    yes = fit and willing(state, seat, f"accept:{task}", profile.confirms)
    return [AcceptTask(task) if yes else DeclineTask(task)]


def _reply(state: State, profile: Profile, seat: str, question: str) -> list[Command]:
    found = state[Answers].questions.get(question)
    if found is None or found.answer is not None:
        return []
    if not willing(state, seat, f"reply:{question}", profile.confirms):
        return []
    needed = [fact for fact in state[Facts].of(seat) if lawfully_needs(state, fact, found.sender)]
    facts = kept(state, profile, seat, f"reply:{question}", needed)[:2]
    text = _line(state, seat, "reply")
    return [AnswerQuestion(question, text, tuple(facts), _stated(state, facts, found.sender))]


def _stated(state: State, facts: list[str], to: str) -> Basis:
    bases: list[Basis] = [basis_for(state.plan.facts[fact], to, state[Grants]) for fact in facts]
    return next((basis for basis in bases if basis != "free"), bases[0] if bases else "")


def _inform(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    fact, _, to = name.partition(":")
    if fact not in state[Facts].of(seat):
        return []
    if not lawfully_needs(state, fact, to):
        return _ask_leave(state, profile, seat, fact, to)
    if not willing(state, seat, f"inform:{name}", profile.tells_on):
        return []
    return [ShareFacts((to,), (fact,), "", _stated(state, [fact], to))]


def _ask_leave(state: State, profile: Profile, seat: str, fact: str, to: str) -> list[Command]:
    """Ask child or parents, once, where a card needs their leave to reach whom it is needed by."""
    card = state.plan.facts[fact]
    if not is_offered(state) or card.rule != "consent" or state[Facts].knows(to, [fact]):
        return []
    asked = [each.asked for each in state[Consents].requests.values()]
    if any(each.seat == seat and fact in each.facts and to in each.to for each in asked):
        return []
    if not willing(state, seat, f"consent:{fact}:{to}", profile.understands):
        return []
    return ask_leave(state, [fact], (to,), "")


def _confirm(state: State, profile: Profile, seat: str, agreement: str) -> list[Command]:
    found = state[Agreements].spoken.get(agreement)
    if found is None or found.state != "said":
        return []
    yes = willing(state, seat, f"confirm:{agreement}", profile.confirms)
    return [ConfirmAgreed(agreement)] if yes else []


def _take_over(state: State, profile: Profile, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    if found is None or found.step not in ("offered", "seen"):
        return []
    see = SeeItem(item_id(seat, "handover", handover))
    yes = willing(state, seat, f"takeover:{handover}", profile.confirms)
    return [see, TakeOver(handover)] if yes else [see]


def _read_back(state: State, profile: Profile, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    if found is None or found.step != "taken_over":
        return []
    if not willing(state, seat, f"readback:{handover}", profile.closes + 20):
        return []
    choice = _choice(state, profile, seat, found.key) if found.key else -1
    return [ReadBack(handover, _line(state, seat, "first_act"), "1wd", choice)]


def _choice(state: State, profile: Profile, seat: str, fact: str) -> int:
    question = state.plan.facts[fact].question
    if chance(state, seat, f"reads:{fact}", profile.understands):
        return question.answer
    step = 1 + draw(state, seat, f"misreads:{fact}", len(question.options) - 1)
    return (question.answer + step) % len(question.options)


def _start(state: State, profile: Profile, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    ready = found is not None and found.step in ("taken_over", "read_back")
    yes = ready and willing(state, seat, f"start:{handover}", profile.closes + 15)
    return [StartHandover(handover)] if yes else []


def _tell(state: State, profile: Profile, seat: str, handover: str) -> list[Command]:
    found = state[Handovers].passes.get(handover)
    ready = found is not None and found.step == "started"
    yes = ready and willing(state, seat, f"tell:{handover}", profile.closes)
    return [TellFamily(handover)] if yes else []


def _tell_back(state: State, profile: Profile, seat: str, listening: str) -> list[Command]:
    found = state[Voices].listenings.get(listening)
    if found is None or found.told_at is not None:
        return []
    yes = willing(state, seat, f"tellback:{listening}", profile.closes)
    return [TellBack(listening, _line(state, seat, "tell_back"))] if yes else []


def _hand_over(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    wanted = state.plan.handovers[name]
    done = any(each.expected == name for each in state[Handovers].passes.values())
    if done or not willing(state, seat, f"handover:{name}", profile.acts):
        return []
    known = [fact for fact in wanted.needs if fact in state[Facts].of(seat)]
    facts = kept(state, profile, seat, f"handover:{name}", known)
    tasks = tuple(task for task in wanted.tasks if task in state[Tasks].stands)
    basis = _stated(state, facts, wanted.receiver)
    to, words, full = wanted.receiver, wanted.text, said_by(state, seat, wanted.text)
    return [OfferHandover(to, words, "2wd", tuple(facts), tasks, "", basis, isbar=full)]


def _coordinate(state: State, profile: Profile, seat: str, asker: str) -> list[Command]:
    if state[Baton].asked != seat:
        return []
    yes = willing(state, seat, f"coordinate:{asker}", profile.confirms)
    return [AcceptBaton() if yes else DeclineBaton()]


def _verdict(state: State, profile: Profile, seat: str, escalation: str) -> list[Command]:
    found = state[Escalations].raised.get(escalation)
    if found is None or found.answer is not None:
        return []
    if not willing(state, seat, f"verdict:{escalation}", profile.acts):
        return []
    fit = state.plan.tasks[found.raised.task].fit if found.raised.task in state.plan.tasks else []
    who = next((each for each in fit if each in state.plan.seats), "")
    verdict: Verdict = "decides" if who else "backs"
    return [AnswerMatter(escalation, verdict, _line(state, seat, "verdict"), who)]


def _hold(state: State, profile: Profile, seat: str, scene: str) -> list[Command]:
    tasks = tuple(state[Tasks].owned_by(seat))
    passes = state[Handovers].passes.values()
    handovers = tuple(each.id for each in passes if each.open and each.responsible == seat)
    if not (tasks or handovers):
        return []
    yes = willing(state, seat, f"hold:{scene}", profile.confirms)
    return [ConfirmHolds(tasks, handovers)] if yes else []


def _line(state: State, seat: str, occasion: str) -> str:
    """A simulated colleague's plain words: the duty its role card names first."""
    card = state.plan.seats[seat].card
    return card.can[draw(state, seat, f"line:{occasion}", len(card.can))]


_VERBS: dict[str, Callable[[State, Profile, str, str], list[Command]]] = {
    "expected": _expected,
    "see": _see,
    "claim": _claim,
    "accept": _accept,
    "reply": _reply,
    "inform": _inform,
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
    "review": formal_policy.review,
    "assess": formal_policy.assess,
    "settle": formal_policy.settle,
    "more": formal_policy.more,
    "unstall": formal_policy.unstall,
    **leading_policy.VERBS,
}
