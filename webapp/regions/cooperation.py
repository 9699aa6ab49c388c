"""Samarbeidet, for those concerned: talks, what one disagrees about, and how it went on."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.cooperation import Cooperation, Disagreement
from simulator.play.inbox import Inbox
from webapp.regions import headings, words
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Talked:
    """One talk the seat was part of."""

    with_whom: str
    named: str
    agreed: str


@dataclass(frozen=True, slots=True)
class Differing:
    """One disagreement the seat is part of, in words; ``open`` until it is taken up again."""

    id: str
    other: str
    mine: bool
    about: str
    why: str
    answer: str
    repair: str

    @property
    def open(self) -> bool:
        """Whether it has not been taken up again."""
        return not self.repair


@dataclass(frozen=True, slots=True)
class CooperationView:
    """The seat's own; nobody else's."""

    offered: bool
    talks: tuple[Talked, ...] = ()
    differing: tuple[Differing, ...] = ()


def cooperation(sight: Sight) -> CooperationView:
    """What concerns the seat that looks, newest first."""
    if not sight.offers("cooperation"):
        return CooperationView(offered=False)
    found = sight.state[Cooperation]
    talks = [
        Talked(
            _with(sight, (each.talked.seat, *each.talked.to)),
            sight.words(each.talked.named),
            sight.words(each.talked.agreed),
        )
        for each in found.talks.values()
        if sight.seat in (each.talked.seat, *each.talked.to)
    ]
    own = [
        differing(sight, each)
        for each in found.disagreements.values()
        if sight.seat in (each.said.seat, each.said.to)
    ]
    return CooperationView(
        offered=True, talks=tuple(reversed(talks)), differing=tuple(reversed(own))
    )


def differing(sight: Sight, found: Disagreement) -> Differing:
    """One disagreement as one of the two sees it."""
    said, answer = found.said, found.answer
    told = f"{words.stance(answer.stance)}. {sight.words(answer.text)}" if answer else ""
    return Differing(
        said.disagreement,
        sight.seat_name(found.other(sight.seat)),
        said.seat == sight.seat,
        about(sight, found),
        sight.words(said.why),
        told,
        sight.words(found.repair.text) if found.repair else "",
    )


def about(sight: Sight, found: Disagreement) -> str:
    """What it is about. An item is named only to the seat that has it in its own inbox."""
    if found.said.about:
        return sight.words(found.said.about)
    item = sight.state[Inbox].items.get(found.said.item)
    if item is None or item.seat != sight.seat:
        return ""
    head = headings.heading(sight, item)
    return f"{head.kind}: {head.title}"


def _with(sight: Sight, seats: tuple[str, ...]) -> str:
    return ", ".join(sight.seat_name(seat) for seat in seats if seat != sight.seat)
