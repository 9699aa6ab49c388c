"""The policy in leading and cooperation: the command a seat would give about an intention."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine.asked import own_words
from simulator.engine.leading_duty import HOURS, ask_family, candidate
from simulator.engine.profiles import Profile
from simulator.engine.stimuli import willing
from simulator.play.cooperation import AnswerDisagreement, Cooperation, RepairCooperation
from simulator.play.coordinator import (
    AcceptPost,
    AppointCoordinator,
    Coordinators,
    DeclinePost,
    TellAppointed,
    leave_of,
)
from simulator.play.inbox import Inbox
from simulator.play.kernel import Command, State
from simulator.play.pact import Pact, SignPact
from simulator.play.release import GiveRelease
from simulator.play.voice import SeekVoice


def _ask_family(state: State, profile: Profile, seat: str, _name: str) -> list[Command]:
    coordinators = state[Coordinators]
    if leave_of(state) != "not_asked" or coordinators.current or coordinators.offered:
        return []
    return [ask_family(state)] if willing(state, seat, "askfamily", profile.acts) else []


def _appoint(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    """The family's yes waits for an answer, and is answered as often as anything asked of it."""
    coordinators = state[Coordinators]
    if leave_of(state) != "yes" or coordinators.current or coordinators.offered:
        return []
    if not willing(state, seat, f"appoint:{name}", profile.confirms):
        return []
    text = own_words(state, "appoint")
    return [AppointCoordinator(candidate(state), "barnekoordinator", text=text)]


def _post(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    offered = state[Coordinators].offered
    if offered is None or offered.appointed.to != seat:
        return []
    yes = willing(state, seat, f"post:{name}", profile.confirms)
    return [AcceptPost() if yes else DeclinePost(own_words(state, "post-declined"))]


def _free_time(state: State, profile: Profile, seat: str, to: str) -> list[Command]:
    owed = any(
        item.kind == "release_time" and item.sender == to for item in state[Inbox].open_of(seat)
    )
    if not owed or not willing(state, seat, f"freetime:{to}", profile.acts):
        return []
    return [GiveRelease("time", own_words(state, "free-time"), HOURS, to)]


def _tell_who(state: State, profile: Profile, seat: str, _name: str) -> list[Command]:
    now = state[Coordinators].current
    mine = now is not None and now.appointed.to == seat and now.told_story is None
    yes = mine and willing(state, seat, "tellwho", profile.closes)
    return [TellAppointed()] if yes else []


def _meet_family(state: State, profile: Profile, seat: str, _name: str) -> list[Command]:
    now = state[Coordinators].current
    mine = now is not None and now.appointed.to == seat and now.met_story is None
    yes = mine and willing(state, seat, "meetfamily", profile.acts)
    return [SeekVoice("parent", "home", "talk")] if yes else []


def _sign(state: State, profile: Profile, seat: str, version: str) -> list[Command]:
    stands = state[Pact].stands
    if stands is None or str(stands.written.version) != version or seat in stands.signed:
        return []
    yes = willing(state, seat, f"sign:{version}", profile.confirms)
    return [SignPact(stands.written.version)] if yes else []


def _stance(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    found = state[Cooperation].disagreements.get(name)
    if found is None or found.answer is not None or found.repair is not None:
        return []
    yes = willing(state, seat, f"stance:{name}", profile.confirms)
    return [AnswerDisagreement(name, "talk", own_words(state, "stance"))] if yes else []


def _mend(state: State, profile: Profile, seat: str, name: str) -> list[Command]:
    found = state[Cooperation].disagreements.get(name)
    if found is None or found.repair is not None:
        return []
    yes = willing(state, seat, f"mend:{name}", profile.closes)
    return [RepairCooperation(name, own_words(state, "mend"))] if yes else []


VERBS: dict[str, Callable[[State, Profile, str, str], list[Command]]] = {
    "askfamily": _ask_family,
    "appoint": _appoint,
    "post": _post,
    "freetime": _free_time,
    "tellwho": _tell_who,
    "meetfamily": _meet_family,
    "sign": _sign,
    "stance": _stance,
    "mend": _mend,
}
"""What each intention comes to."""
