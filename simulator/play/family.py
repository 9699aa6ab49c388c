"""Who plays child and parents, and what they say when a person does.

The system plays them by the scenario unless the øvingsleder does, or a trained person whom the
øvingsleder has asked and who has said yes with a tap of their own. Nobody is given Emma or a
parent unasked (mechanics 2). Silence and no are answers; who needs time can say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scenarios.family import Giver
from scenarios.schema import Voice
from simulator.play.clock import Clock, scene_id
from simulator.play.consent import Consents, Request, Verdict, answered, withdrawn_by_people
from simulator.play.facts import Facts
from simulator.play.grants import Answer, PlayedBy
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import Roster, SeatTaken
from simulator.play.voice import Listening, VoiceHeard, Voices


@wire("family.play")
class PlayFamily(Command):
    """Let the system, the øvingsleder or a person (by their own yes) play child or parents."""

    giver: Giver
    player: PlayedBy
    participant: str = ""


@wire("family.accept")
class AcceptFamily(Command):
    """Yes, I will play her."""

    giver: Giver


@wire("family.leave")
class LeaveFamily(Command):
    """No, or not any more. No reason is asked."""

    giver: Giver


@wire("family.speak")
class Speak(Command):
    """Answer somebody who listens: a voice of the scenario, or own words."""

    listening: str
    voice: str = ""
    text: Words = ""


@wire("family.keep_silent")
class KeepSilent(Command):
    """Answer by saying nothing, or that one does not want to talk about it."""

    listening: str
    refused: bool = False


@wire("family.wait")
class TakeTime(Command):
    """Say that one needs time, to somebody who listens or asks for leave."""

    listening: str = ""
    request: str = ""


@wire("consent.answer")
class AnswerConsent(Command):
    """Answer a request for leave; ``facts`` are those that may go when it is limited."""

    request: str
    answer: Answer
    facts: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    """Seats that may have them; all that were asked for if empty."""
    text: Words = ""


@wire("consent.withdraw")
class WithdrawConsent(Command):
    """Take back leave that was given."""

    request: str
    text: Words = ""


@wire("family.asked")
class FamilyAsked(Event):
    """A person was asked to play child or parents; nothing changes until they say yes."""

    giver: Giver
    participant: str


@wire("family.played")
class FamilyPlayed(Event):
    """From now on ``player`` speaks for child or parents."""

    giver: Giver
    player: PlayedBy
    participant: str = ""


@wire("family.waited")
class FamilyWaited(Event):
    """Child or parents need time; whoever asked is told so."""

    giver: Giver
    listening: str = ""
    request: str = ""


@dataclass
class Part:
    """Who plays child, or parents. ``invited`` has been asked and has not answered."""

    player: PlayedBy = "system"
    participant: str = ""
    invited: str = ""


@dataclass
class Family:
    """The two parts, and what they have asked for time to think about."""

    parts: dict[Giver, Part] = field(default_factory=lambda: {"child": Part(), "parent": Part()})
    thinking: set[str] = field(default_factory=set)
    """Ids of listenings (``listening:…``) and requests (``request:…``)."""

    def parts_of(self, participant: str) -> list[Giver]:
        """The parts a participant plays."""
        return [
            giver
            for giver, part in self.parts.items()
            if part.player == "person" and part.participant == participant
        ]

    def asks(self, participant: str) -> list[Giver]:
        """The parts a participant has been asked to play."""
        return [giver for giver, part in self.parts.items() if part.invited == participant]

    def by_people(self, giver: Giver) -> bool:
        """Whether a person speaks for them."""
        return self.parts[giver].player != "system"


def open_listenings(state: State, giver: Giver) -> list[Listening]:
    """Listenings that wait for an answer, oldest first."""
    return [
        each
        for each in state[Voices].listenings.values()
        if each.speaker == giver and each.voice is None
    ]


def open_requests(state: State, giver: Giver) -> list[Request]:
    """Requests for leave that wait for an answer, oldest first."""
    return [each for each in state[Consents].open() if each.asked.giver == giver]


def tellable(state: State, heard: Listening) -> list[Voice]:
    """What the scenario lets her tell this seat in the scene under way."""
    return [
        voice
        for voice in state.plan.voices.values()
        if voice.speaker == heard.speaker
        and voice.scene == scene_id(state)
        and (not voice.seats or heard.seat in voice.seats)
    ]


def speaks_for(state: State, by: Actor, giver: Giver) -> PlayedBy | Refusal:
    """As what ``by`` may answer for child or parents, or why not."""
    if by.kind == "facilitator":
        return "leader"
    part = state[Family].parts[giver]
    own = part.player == "person" and part.participant == by.participant
    return "person" if by.kind == "family" and own else Refusal("not_your_part")


def _play(state: State, _by: Actor, command: PlayFamily) -> Sequence[Event] | Refusal:
    part = state[Family].parts[command.giver]
    if state[Clock].phase == "over":
        return Refusal("play_is_over")
    if command.player != "person":
        same = part.player == command.player and not part.invited
        return [] if same else [FamilyPlayed(command.giver, command.player)]
    if not command.participant:
        return Refusal("who_plays_it")
    chairs = state[Roster].chairs.values()
    if any(command.participant in chair.participants for chair in chairs):
        return Refusal("has_a_role")
    return [FamilyAsked(command.giver, command.participant)]


def _accept(state: State, by: Actor, command: AcceptFamily) -> Sequence[Event] | Refusal:
    part = state[Family].parts[command.giver]
    if not by.participant or part.invited != by.participant:
        return Refusal("nobody_asked_you")
    return [FamilyPlayed(command.giver, "person", by.participant)]


def _leave(state: State, by: Actor, command: LeaveFamily) -> Sequence[Event] | Refusal:
    part = state[Family].parts[command.giver]
    if not by.participant or by.participant not in (part.invited, part.participant):
        return Refusal("not_your_part")
    player = "system" if part.participant == by.participant else part.player
    keeps = "" if part.participant == by.participant else part.participant
    return [FamilyPlayed(command.giver, player, keeps)]


def _open_listening(
    state: State, by: Actor, listening: str
) -> tuple[Listening, PlayedBy] | Refusal:
    heard = state[Voices].listenings.get(listening)
    if heard is None:
        return Refusal("no_such_listening")
    played = speaks_for(state, by, heard.speaker)
    if isinstance(played, Refusal):
        return played
    return Refusal("already_answered") if heard.voice is not None else (heard, played)


def _speak(state: State, by: Actor, command: Speak) -> Sequence[Event] | Refusal:
    found = _open_listening(state, by, command.listening)
    if isinstance(found, Refusal):
        return found
    heard, played = found
    if command.voice and command.voice not in {each.id for each in tellable(state, heard)}:
        return Refusal("no_such_voice")
    if not command.voice and not command.text.strip():
        return Refusal("nothing_to_send")
    again = again_of(state, command.voice, heard.seat)
    return [
        VoiceHeard(
            heard.id,
            heard.seat,
            heard.speaker,
            command.voice,
            again,
            text=command.text.strip(),
            played_by=played,
        )
    ]


def again_of(state: State, voice: str, seat: str) -> tuple[str, ...]:
    """Facts that telling ``voice`` to ``seat`` would make her tell once more."""
    if voice not in state[Voices].spoken:
        return ()
    facts = state[Facts]
    return tuple(fact for fact in state.plan.voices[voice].facts if not facts.knows(seat, [fact]))


def _keep_silent(state: State, by: Actor, command: KeepSilent) -> Sequence[Event] | Refusal:
    found = _open_listening(state, by, command.listening)
    if isinstance(found, Refusal):
        return found
    heard, played = found
    return [
        VoiceHeard(
            heard.id, heard.seat, heard.speaker, "", refused=command.refused, played_by=played
        )
    ]


def _wait(state: State, by: Actor, command: TakeTime) -> Sequence[Event] | Refusal:
    if command.listening:
        found = _open_listening(state, by, command.listening)
        if isinstance(found, Refusal):
            return found
        return [FamilyWaited(found[0].speaker, listening=command.listening)]
    request = _open_request(state, by, command.request)
    if isinstance(request, Refusal):
        return request
    return [FamilyWaited(request[0].asked.giver, request=command.request)]


def _open_request(state: State, by: Actor, name: str) -> tuple[Request, PlayedBy] | Refusal:
    found = state[Consents].requests.get(name)
    if found is None:
        return Refusal("no_such_request")
    played = speaks_for(state, by, found.asked.giver)
    if isinstance(played, Refusal):
        return played
    return Refusal("already_answered") if found.answer is not None else (found, played)


def _answer(state: State, by: Actor, command: AnswerConsent) -> Sequence[Event] | Refusal:
    found = _open_request(state, by, command.request)
    if isinstance(found, Refusal):
        return found
    request, played = found
    asked = request.asked
    facts, to = _let(command, asked.facts, asked.to)
    if not set(facts) <= set(asked.facts) or not set(to) <= set(asked.to):
        return Refusal("not_asked_for")
    limited_by_nothing = asked.about == "share" and command.answer == "limited" and not facts
    if limited_by_nothing:
        return Refusal("which_cards")
    verdict = Verdict(command.answer, facts, to)
    return [answered(request, verdict, text=command.text.strip(), played_by=played)]


def _let(
    command: AnswerConsent, facts: tuple[str, ...], to: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cards and seats that an answer opens."""
    if command.answer == "full":
        return facts, to
    if command.answer == "limited":
        return command.facts, command.to or to
    return (), ()


def _withdraw(state: State, by: Actor, command: WithdrawConsent) -> Sequence[Event] | Refusal:
    found = state[Consents].requests.get(command.request)
    if found is None:
        return Refusal("no_such_request")
    played = speaks_for(state, by, found.asked.giver)
    if isinstance(played, Refusal):
        return played
    if not found.stands:
        return Refusal("nothing_to_take_back")
    return [withdrawn_by_people(state, found, command.text.strip(), played)]


def _on_asked(state: State, _entry: Entry, event: FamilyAsked) -> None:
    state[Family].parts[event.giver].invited = event.participant


def _on_played(state: State, _entry: Entry, event: FamilyPlayed) -> None:
    state[Family].parts[event.giver] = Part(event.player, event.participant)


def _on_seat_taken(state: State, _entry: Entry, event: SeatTaken) -> None:
    """Nobody sits at both ends of the same talk: whoever takes a role gives the part back."""
    for part in state[Family].parts.values():
        if part.participant == event.participant:
            part.player, part.participant = "system", ""
        if part.invited == event.participant:
            part.invited = ""


def _on_waited(state: State, _entry: Entry, event: FamilyWaited) -> None:
    ref = f"listening:{event.listening}" if event.listening else f"request:{event.request}"
    state[Family].thinking.add(ref)


def _asked(state: State, event: FamilyWaited) -> list[int]:
    """Who says that they need time has seen what they were asked."""
    found = state[Consents].requests.get(event.request)
    return [found.seq] if found else []


ROOM = Room(
    "family",
    rules={
        PlayFamily: _play,
        AcceptFamily: _accept,
        LeaveFamily: _leave,
        Speak: _speak,
        KeepSilent: _keep_silent,
        TakeTime: _wait,
        AnswerConsent: _answer,
        WithdrawConsent: _withdraw,
    },
    folds={
        FamilyAsked: _on_asked,
        FamilyPlayed: _on_played,
        FamilyWaited: _on_waited,
        SeatTaken: _on_seat_taken,
    },
    upholds={FamilyWaited: _asked},
)
