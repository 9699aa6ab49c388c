"""Samtykke: ask child or parents for leave, wait, be answered; and leave that is taken back.

Anybody may ask, for cards they hold, to named seats. What is asked (who, what, to whom, why, how
long, that it can be taken back: domain.md 4.4 RG2) stands in the journal; nothing is refused for
law. Who answers, and how, is the family room's matter and the story's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.family import Consent, ConsentAbout, Giver
from simulator.play.clock import leg_of, scene_id
from simulator.play.facts import Facts, check_cards, check_seats
from simulator.play.grants import (
    Answer,
    ConsentAnswered,
    ConsentWithdrawn,
    Grants,
    Pair,
    PlayedBy,
    pairs,
)
from simulator.play.inbox import close, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import by_seat, dropping
from simulator.play.roster import seat_of
from simulator.play.situation import Child

Lasts = Literal["", "once", "weeks", "months", "until_taken_back"]
"""How long the leave is asked for; '' if nobody said."""


@wire("consent.ask")
class AskConsent(Command):
    """Ask child or parents for leave: for which cards, to whom, why, how long."""

    giver: Giver
    about: ConsentAbout = "share"
    facts: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    why: Words = ""
    lasts: Lasts = ""
    may_withdraw: bool = False
    """They were told that they can take it back."""
    item: str = ""


@wire("consent.asked")
class ConsentAsked(Event):
    """A seat asked. ``scene`` is where the story was."""

    request: str
    seat: str
    giver: Giver
    about: ConsentAbout
    facts: tuple[str, ...]
    to: tuple[str, ...]
    why: str = ""
    lasts: Lasts = ""
    may_withdraw: bool = False
    item: str = ""
    scene: str = ""


@dataclass
class Request:
    """One request for leave, and what came of it."""

    asked: ConsentAsked
    at_ms: int
    story_ms: int
    seq: int
    answer: ConsentAnswered | None = None
    answered_at: int | None = None
    withdrawn: ConsentWithdrawn | None = None

    @property
    def stands(self) -> bool:
        """Whether it was given and has not been taken back."""
        yes = self.answer is not None and self.answer.answer in ("full", "limited")
        return yes and self.withdrawn is None


@dataclass
class Consents:
    """Requests by id, the scenario's rows that were taken back, and what seats were told."""

    requests: dict[str, Request] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)
    told: list[ConsentWithdrawn] = field(default_factory=list)
    """Withdrawals in order; a notice names its place (from 1)."""

    def open(self) -> list[Request]:
        """Requests that nobody has answered yet."""
        return [each for each in self.requests.values() if each.answer is None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the story answers: which cards may go to whom, by which of its rows."""

    answer: Answer
    facts: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    consent: str = ""


def is_offered(state: State) -> bool:
    """Whether this format asks for leave at all."""
    return "consent" in state.plan.format.actions and bool(state.plan.consents)


def row_for(state: State, asked: ConsentAsked) -> Consent | None:
    """The scenario's row by which ``asked`` is answered: of the latest scene that says anything
    about it, the one that covers most."""
    now = leg_of(state)
    best: tuple[tuple[int, int], Consent] | None = None
    for row in state.plan.consents.values():
        leg = state.plan.leg_of[row.scene].index
        covers = _covers(row, asked)
        if row.giver != asked.giver or row.about != asked.about or not covers:
            continue
        if now is None or leg > now.index:
            continue
        if best is None or (leg, covers) > best[0]:
            best = (leg, covers), row
    return best[1] if best else None


def _covers(row: Consent, asked: ConsentAsked) -> int:
    """How much of ``asked`` the row speaks of; 0 if nothing."""
    if row.about != "share":
        return 1
    facts = set(row.facts) & set(asked.facts)
    return len(facts) * len(set(row.seats) & set(asked.to) if row.seats else asked.to)


def answer_of(state: State, asked: ConsentAsked) -> Verdict:
    """What the story answers now. Trust that is too low, leave taken back and what no row covers
    are no; what the story has already given is not taken back by asking again."""
    row = row_for(state, asked)
    if row is None:
        given = asked.about == "share" and _given_by_story(state, asked)
        return Verdict("full", asked.facts, asked.to) if given else Verdict("refused")
    trust = state[Child].values.get("trust", 0)
    if row.answer == "refused" or row.id in state[Consents].taken_back or trust < row.trust:
        return Verdict("refused", consent=row.id)
    if row.about != "share":
        return Verdict(row.answer, consent=row.id)
    lets = row.allows or row.facts
    facts = tuple(fact for fact in asked.facts if fact in lets)
    to = tuple(seat for seat in asked.to if not row.seats or seat in row.seats)
    if not facts:
        return Verdict("refused", consent=row.id)
    whole = (facts, to) == (asked.facts, asked.to)
    return Verdict("full" if whole else "limited", facts, to, row.id)


def _given_by_story(state: State, asked: ConsentAsked) -> bool:
    known, grants = state.plan.facts, state[Grants]
    return all(
        grants.leave(fact, seat) is not False
        and any(each.basis == "consent" and seat in each.seats for each in known[fact].reach)
        for fact, seat in pairs(asked.facts, asked.to)
    )


def answered(
    request: Request, verdict: Verdict, *, text: str = "", played_by: PlayedBy = "system"
) -> ConsentAnswered:
    """The event of an answer."""
    asked = request.asked
    return ConsentAnswered(
        asked.request,
        asked.giver,
        verdict.answer,
        verdict.facts,
        verdict.to,
        asked.about,
        verdict.consent,
        text,
        played_by,
    )


def withdrawn_by_story(state: State, consent: Consent) -> ConsentWithdrawn:
    """The event of a scenario's row taken back, given, asked for, or neither."""
    seats = tuple(consent.seats or state.plan.seats)
    facts = tuple(fact for fact in consent.facts if fact in state.plan.facts)
    given = [
        each.asked.request
        for each in state[Consents].requests.values()
        if _rests_on(each, consent, set(pairs(facts, seats)))
    ]
    return ConsentWithdrawn(
        consent.giver,
        facts,
        seats,
        tuple(given),
        consent.about,
        consent.id,
        _holders(state, facts, given),
    )


def _rests_on(request: Request, consent: Consent, ended: set[Pair]) -> bool:
    """Whether a leave that stands was given by the row, or for nothing but what ends with it."""
    asked, given = request.asked, request.answer
    if not request.stands or given is None or asked.giver != consent.giver:
        return False
    if asked.about != consent.about:
        return False
    return given.consent == consent.id or set(pairs(given.facts, given.to)) <= ended


def withdrawn_by_people(
    state: State, request: Request, text: str, played_by: PlayedBy
) -> ConsentWithdrawn:
    """The event of one given leave taken back by whoever plays child and parents."""
    asked, given = request.asked, request.answer
    facts, to = (given.facts, given.to) if given else ((), ())
    return ConsentWithdrawn(
        asked.giver,
        facts,
        to,
        (asked.request,),
        asked.about,
        "",
        _holders(state, facts, [asked.request]),
        text,
        played_by,
    )


def _holders(state: State, facts: Sequence[str], requests: Iterable[str]) -> tuple[str, ...]:
    """Seats to be told: whoever holds a card of it, and whoever asked."""
    askers = {state[Consents].requests[each].asked.seat for each in requests}
    known = state[Facts].known
    return tuple(
        seat
        for seat in state.plan.seats
        if seat in askers or any(fact in known.get(seat, {}) for fact in facts)
    )


def _ask(state: State, by: Actor, command: AskConsent) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    share = command.about == "share"
    if share and not command.facts:
        return Refusal("leave_for_what")
    if share or command.to:
        wrong = check_seats(state, seat, command.to) or check_cards(state, seat, command.facts)
        if wrong:
            return wrong
    number = state[Consents].counts.get(seat, 0) + 1
    return [
        ConsentAsked(
            f"{seat}-{number}",
            seat,
            command.giver,
            command.about,
            command.facts if share else (),
            command.to,
            command.why,
            command.lasts,
            command.may_withdraw,
            command.item,
            scene_id(state),
        )
    ]


def _on_asked(state: State, entry: Entry, event: ConsentAsked) -> None:
    slice_ = state[Consents]
    slice_.counts[event.seat] = slice_.counts.get(event.seat, 0) + 1
    slice_.requests[event.request] = Request(event, entry.at_ms, entry.story_ms, entry.seq)
    if event.item:
        close(state, entry, event.item)


def _on_answered(state: State, entry: Entry, event: ConsentAnswered) -> None:
    found = state[Consents].requests[event.request]
    found.answer, found.answered_at = event, entry.at_ms
    put(state, entry, found.asked.seat, "notice", f"consent-answered-{event.request}")


def _on_withdrawn(state: State, entry: Entry, event: ConsentWithdrawn) -> None:
    slice_ = state[Consents]
    for request in event.requests:
        slice_.requests[request].withdrawn = event
    if event.consent:
        slice_.taken_back.add(event.consent)
    slice_.told.append(event)
    for seat in event.told:
        put(state, entry, seat, "notice", f"consent-withdrawn-{len(slice_.told)}")


def _asked(state: State, event: ConsentAnswered) -> list[int]:
    return [state[Consents].requests[event.request].seq]


ROOM = Room(
    "consent",
    rules={AskConsent: _ask},
    folds={
        ConsentAsked: _on_asked,
        ConsentAnswered: _on_answered,
        ConsentWithdrawn: _on_withdrawn,
    },
    regrets={ConsentAsked: by_seat},
    forget=dropping(lambda state: state[Consents].requests),
    upholds={ConsentAnswered: _asked},
)
