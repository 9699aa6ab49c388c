"""Vurdering: what an evaluator, or two raters, say of what no count can tell. After play only.

An R is rated P, S, M or U (HSEEP: performed without challenges, with some, with major, unable).
How deep a wondering went is rated 0–5 (domain.md 4.7), whether a rupture was repaired yes, partly
or no, how good the reason for a decision is 0–3. Of each rater the newest counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.kinds import R
from simulator.play.clock import Clock
from simulator.play.cooperation import Cooperation
from simulator.play.decisions import Decisions
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.wonder import Wonders

Scale = Literal["psmu", "depth", "repair", "reason"]
Rater = Literal["1", "2"]
STEPS: dict[Scale, tuple[str, ...]] = {
    "psmu": ("P", "S", "M", "U"),
    "depth": ("0", "1", "2", "3", "4", "5"),
    "repair": ("yes", "partly", "no"),
    "reason": ("0", "1", "2", "3"),
}
RS: tuple[R, ...] = ("rammer", "retning", "roller", "regler", "relasjoner")


@wire("rating.give")
class GiveRating(Command):
    """Rate ``about``: an R, a wondering, a disagreement or a decision, by its id.

    ``moment`` is the entry that the note is about, 0 for none.
    """

    scale: Scale
    about: str
    step: str
    rater: Rater = "1"
    note: Words = ""
    moment: int = 0


@wire("rating.given")
class RatingGiven(Event):
    """A rater rated something."""

    scale: Scale
    about: str
    step: str
    rater: Rater
    note: str
    moment: int


@dataclass
class Ratings:
    """The newest rating of each thing by each rater, with the seq it stands at."""

    given: dict[tuple[Scale, str, Rater], tuple[int, RatingGiven]] = field(default_factory=dict)


def rateable(state: State, scale: Scale) -> tuple[str, ...]:
    """What can be rated on a scale."""
    if scale == "psmu":
        return RS
    if scale == "depth":
        return tuple(state[Wonders].notes)
    if scale == "reason":
        return tuple(state[Decisions].made)
    return tuple(state[Cooperation].disagreements)


def _give(state: State, by: Actor, command: GiveRating) -> Sequence[Event] | Refusal:
    if by.kind != "facilitator":
        return Refusal("only_facilitator")
    if state[Clock].phase != "over":
        return Refusal("play_goes_on")
    if command.about not in rateable(state, command.scale):
        return Refusal("nothing_to_rate")
    if command.step not in STEPS[command.scale]:
        return Refusal("nothing_to_send")
    moment = command.moment if 0 <= command.moment <= state.seq else 0
    return [
        RatingGiven(command.scale, command.about, command.step, command.rater, command.note, moment)
    ]


def _on_given(state: State, entry: Entry, event: RatingGiven) -> None:
    state[Ratings].given[event.scale, event.about, event.rater] = entry.seq, event


ROOM = Room("rating", rules={GiveRating: _give}, folds={RatingGiven: _on_given})
