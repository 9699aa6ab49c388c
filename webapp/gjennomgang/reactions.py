"""Førsteinntrykk as cards, without names; and how many are still to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.play.hotwash import Hotwash
from simulator.play.kernel import State
from simulator.play.roster import Roster
from webapp.gjennomgang.eyes import Eyes

FEW = 5
"""With fewer people than this, cards without names may still be known by their words (B9)."""


@dataclass(frozen=True, slots=True)
class Reactions:
    """What the team has said so far. The three lists are sorted: their order tells nobody.

    ``missing`` is how many have not given theirs; ``may_give`` whether these eyes can.
    """

    well: tuple[str, ...]
    hard: tuple[str, ...]
    surprise: tuple[str, ...]
    given: int
    missing: int
    may_give: bool
    few: bool

    @property
    def has_words(self) -> bool:
        """Whether anybody has written anything."""
        return bool(self.well or self.hard or self.surprise)


def reactions(state: State, eyes: Eyes) -> Reactions:
    """First impressions as ``eyes`` may see them."""
    given = state[Hotwash].given
    people = {person for chair in state[Roster].chairs.values() for person in chair.participants}
    gave = {each.participant for each in given}
    return Reactions(
        well=_sorted(each.well for each in given),
        hard=_sorted(each.hard for each in given),
        surprise=_sorted(each.surprise for each in given),
        given=len(given),
        missing=len(people - gave),
        may_give=eyes.who == "participant" and bool(eyes.seat) and eyes.participant not in gave,
        few=len(people | gave) < FEW,
    )


def _sorted(texts: Iterable[str]) -> tuple[str, ...]:
    said = (" ".join(text.split()) for text in texts)
    return tuple(sorted(filter(None, said), key=str.casefold))
