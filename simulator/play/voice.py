"""Lytt: the child's or a parent's own words, and what she was told came of them.

Asking is the seat's act; what she answers is the story's (trust decides). Silence is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.clock import scene_id
from simulator.play.facts import Facts, learn
from simulator.play.grants import PlayedBy
from simulator.play.inbox import close
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import seat_of

Speaker = Literal["child", "parent"]
Place = Literal["her_choice", "school", "home", "office", "phone", "outdoors"]
Form = Literal["talk", "drawing", "text", "together", "silence"]


@wire("voice.seek")
class SeekVoice(Command):
    """Lytt: ask the child or a parent, somewhere, in some form."""

    speaker: Speaker
    place: Place = "her_choice"
    form: Form = "talk"
    item: str = ""


@wire("voice.tell")
class TellBack(Command):
    """Tell her what came of what she said."""

    listening: str
    text: Words


@wire("voice.sought")
class VoiceSought(Event):
    """A seat asked and listened."""

    listening: str
    seat: str
    speaker: Speaker
    place: Place
    form: Form
    item: str = ""


@wire("voice.heard")
class VoiceHeard(Event):
    """What she answered. ``voice`` is an id of the scenario, '' when she kept silent, said no, or
    spoke in the words of whoever played her (``text``)."""

    listening: str
    seat: str
    speaker: Speaker
    voice: str
    again: tuple[str, ...] = ()
    """Facts she had to tell once more, though another seat already knew them."""
    text: str = ""
    refused: bool = False
    """She said that she did not want to talk about it. That is an answer, as silence is."""
    played_by: PlayedBy = "system"


@wire("voice.told")
class VoiceTold(Event):
    """She was told what came of it."""

    listening: str
    seat: str
    text: str


@dataclass
class Link:
    """What rests on her words: a goal, a decision, a measure (``kind``), by its id."""

    kind: str
    ref: str
    seat: str
    at_ms: int
    seq: int


@dataclass
class Listening:
    """One time somebody listened. ``voice`` is None until she has answered."""

    id: str
    seat: str
    speaker: Speaker
    place: Place
    form: Form
    at_ms: int
    seq: int
    scene: str
    voice: str | None = None
    told_at: int | None = None
    text: str = ""
    refused: bool = False
    told: str = ""
    """What she was told came of it."""
    links: list[Link] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether she answered by saying nothing, or no."""
        return self.voice == "" and not self.text


@dataclass
class Voices:
    """Listenings by id, the voices already spoken, and who has met the child how often."""

    listenings: dict[str, Listening] = field(default_factory=dict)
    spoken: dict[str, str] = field(default_factory=dict)
    """Voice id → listening id."""
    counts: dict[str, int] = field(default_factory=dict)
    contacts: dict[str, int] = field(default_factory=dict)
    """Times each seat met the child."""


def check_listening(state: State, listening: str) -> Refusal | None:
    """For rules of other rooms: refuse a ``voice`` that names no listening ('' names none)."""
    known = not listening or listening in state[Voices].listenings
    return None if known else Refusal("no_such_listening")


def check_own(state: State, seat: str, listening: str) -> Refusal | None:
    """The same, and refuse words that the seat has not itself heard."""
    heard = state[Voices].listenings.get(listening)
    if heard is None or heard.seat == seat:
        return check_listening(state, listening)
    return Refusal("not_your_listening")


def rests_on(state: State, entry: Entry, listening: str, kind: str, ref: str, seat: str) -> None:
    """Fold helper of other rooms: what ``ref`` names rests on what was heard then, if anything."""
    heard = state[Voices].listenings.get(listening)
    if heard is not None:
        heard.links.append(Link(kind, ref, seat, entry.at_ms, entry.seq))


@dataclass(frozen=True, slots=True)
class Chain:
    """How far one listening has come (domain.md 4.6, after Lundy): each step with what shows it.

    ``audience`` are the seats that let something rest on her words, or were given what she told;
    ``influence`` what it led to, and whether she was told. Silence and no are whole answers.
    """

    place: Place
    form: Form
    voice: Literal["waits", "told", "silent", "refused"]
    audience: tuple[str, ...]
    influence: tuple[Link, ...]
    told: bool


def chain(state: State, heard: Listening) -> Chain:
    """Space, voice, audience and influence of one listening."""
    said: Literal["waits", "told", "silent", "refused"] = "told"
    if heard.voice is None:
        said = "waits"
    elif heard.silent:
        said = "refused" if heard.refused else "silent"
    voice = state.plan.voices.get(heard.voice or "")
    facts = set(voice.facts) if voice else set()
    audience = dict.fromkeys(link.seat for link in heard.links)
    for share in state[Facts].shares.values():
        if share.sender == heard.seat and share.seq > heard.seq and facts & set(share.facts):
            audience.update(dict.fromkeys(share.to))
    return Chain(
        heard.place,
        heard.form,
        said,
        tuple(audience),
        tuple(heard.links),
        heard.told_at is not None,
    )


def _seek(state: State, by: Actor, command: SeekVoice) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    number = state[Voices].counts.get(seat, 0) + 1
    return [
        VoiceSought(
            f"{seat}-{number}", seat, command.speaker, command.place, command.form, command.item
        )
    ]


def _tell(state: State, by: Actor, command: TellBack) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    listening = state[Voices].listenings.get(command.listening)
    if listening is None or listening.seat != seat:
        return Refusal("not_your_listening")
    if listening.told_at is not None:
        return Refusal("already_told")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [VoiceTold(listening.id, seat, command.text)]


def _on_sought(state: State, entry: Entry, event: VoiceSought) -> None:
    voices = state[Voices]
    voices.counts[event.seat] = voices.counts.get(event.seat, 0) + 1
    voices.listenings[event.listening] = Listening(
        event.listening,
        event.seat,
        event.speaker,
        event.place,
        event.form,
        entry.at_ms,
        entry.seq,
        scene_id(state),
    )
    if event.speaker == "child":
        voices.contacts[event.seat] = voices.contacts.get(event.seat, 0) + 1
    if event.item:
        close(state, entry, event.item)


def _on_heard(state: State, entry: Entry, event: VoiceHeard) -> None:
    voices = state[Voices]
    heard = voices.listenings[event.listening]
    heard.voice, heard.text, heard.refused = event.voice, event.text, event.refused
    if event.voice:
        voices.spoken.setdefault(event.voice, event.listening)
        facts = state.plan.voices[event.voice].facts
        learn(state, entry, event.seat, facts, event.voice)


def _on_told(state: State, entry: Entry, event: VoiceTold) -> None:
    heard = state[Voices].listenings[event.listening]
    heard.told_at, heard.told = entry.at_ms, event.text


def _forget(state: State, seq: int) -> None:
    for heard in state[Voices].listenings.values():
        heard.links = [link for link in heard.links if link.seq != seq]


ROOM = Room(
    "voice",
    rules={SeekVoice: _seek, TellBack: _tell},
    folds={VoiceSought: _on_sought, VoiceHeard: _on_heard, VoiceTold: _on_told},
    forget=_forget,
)
