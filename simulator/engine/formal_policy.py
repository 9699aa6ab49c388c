"""What a simulated colleague does about letters that reach it, and about their answers.

It reads a letter as its receiver can: the words, the cards that came along, what was tried.
"""

from __future__ import annotations

from simulator.engine.asked import own_words
from simulator.engine.cards import kept, lawfully_needs
from simulator.engine.profiles import Profile
from simulator.engine.stimuli import willing
from simulator.play.baton import Baton
from simulator.play.facts import Facts, ShareFacts, basis_for
from simulator.play.inbox import SeeItem
from simulator.play.kernel import Command, State
from simulator.play.law import law_of
from simulator.play.letters import Letter, Letters
from simulator.play.levels import Levels, SetLevel
from simulator.play.notification import AnswerNotification, Outcome
from simulator.play.referral import AnswerReferral, Referrals
from simulator.play.samordning import SettleSamordning

COORDINATE = ("R26", "R25", "R24")
"""Roles that coordinating falls to first, in that order."""


def _open(state: State, letter: str) -> Letter | None:
    found = state[Letters].sent.get(letter)
    return found if found is not None and found.open else None


def review(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """Barnevern looks into a report: cards that give a duty to report begin an investigation."""
    letter = _open(state, name)
    if letter is None or not willing(state, seat, f"review:{name}", profile.confirms):
        return []
    grave = any(state.plan.facts[fact].rule == "report" for fact in state[Facts].of(seat))
    outcome: Outcome = "investigates" if grave else "dismissed"
    if not letter.facts and not grave and not letter.asked:
        outcome = "more"
    answer = AnswerNotification(name, outcome, own_words(state, f"review-{outcome}"))
    return [SeeItem(letter.item), answer]


def assess(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """A service assesses a referral: a thin one is asked about, a no names somebody to go on with
    as often as the colleague closes its loops."""
    letter = _open(state, name)
    if letter is None or not willing(state, seat, f"assess:{name}", profile.confirms):
        return []
    see = SeeItem(letter.item)
    thin = not letter.facts and not state[Referrals].tried.get(name, "").strip()
    if thin and not letter.asked:
        return [see, AnswerReferral(name, "more", own_words(state, "assess-more"))]
    family = willing(state, seat, f"family:{name}", profile.closes)
    if willing(state, seat, f"takes-in:{name}", profile.acts):
        said = own_words(state, "assess-accepted")
        return [see, AnswerReferral(name, "accepted", said, family=family)]
    onward = ""
    if willing(state, seat, f"onward:{name}", profile.closes):
        onward = state[Baton].holder or letter.sender
    said = own_words(state, "assess-declined")
    return [see, AnswerReferral(name, "declined", said, onward, family=family)]


def settle(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """A leader names who coordinates: whoever does so by role, else the one who asked."""
    letter = _open(state, name)
    if letter is None or not willing(state, seat, f"settle:{name}", profile.acts):
        return []
    rows = state.plan.seats
    fit = (each for role in COORDINATE for each in rows if role in rows[each].roles)
    who = next(fit, letter.sender)
    settled = SettleSamordning(who, own_words(state, "settle"), name)
    return [SeeItem(letter.item), settled]


def more(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """The sender of a letter tells its receiver what else it may and should."""
    letter = _open(state, name)
    if letter is None or not willing(state, seat, f"more:{name}", profile.confirms):
        return []
    own = [fact for fact in state[Facts].of(seat) if lawfully_needs(state, fact, letter.to)]
    facts = kept(state, profile, seat, f"more:{name}", own)
    stated = basis_for(state.plan.facts[facts[0]], letter.to) if facts else ""
    return [ShareFacts((letter.to,), tuple(facts), own_words(state, "more"), stated)]


def unstall(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """A worry that has lain too long goes to the service itself."""
    if state[Levels].level != 0 or not willing(state, seat, f"unstall:{name}", profile.acts):
        return []
    rows = [row for row in law_of(state).levels if row.level == 1]
    criteria = tuple(criterion.id for row in rows for criterion in row.criteria)
    return [SetLevel(1, own_words(state, "unstall"), criteria)]
