"""Traits: what a colleague is like, as whole numbers. Behaviour only: no trait knows a measure.

A trait is how often, of a hundred times, a colleague does something, unless it says otherwise. All
values are proposals (mark P). Each decision of the policy reads exactly one trait.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

MOST = 100
MOST_TIME = 400
TIMES = frozenset({"soonest", "latest"})
"""Traits that are shares of time: they may pass a hundred."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What one colleague is like. All zero: it never looks at anything."""

    # -- time and attention
    here: int = 1
    """1 if the kommune has the service, 0 if not: whoever turns to it is then told so."""
    sees: int = 0
    """Opens what the story brings it. Who never does, never acts."""
    soonest: int = 0
    """Earliest act, in per cent of the time it has."""
    latest: int = 0
    """Latest act, in per cent of the time it has; above a hundred it may come too late."""
    acts: int = 0
    """Does what its duty asks where no other trait is named: answers, asks."""
    candid: int = 0
    """Answers the private questions put to it."""

    # -- frames
    raises: int = 0
    """Takes what is stuck to its leader."""
    convenes: int = 0
    """Calls a meeting that is needed; takes the pen and settles what is on the agenda."""
    comes: int = 0
    """Comes when called to a meeting."""
    decides: int = 0
    """As a leader: decides, frees time, names who, backs; decides what its role carries."""

    # -- direction
    notices: int = 0
    """Answers, asks and passes on at a weak sign, before anything has gone wrong."""
    aims: int = 0
    """Shares the others' picture: what matters now, and what they want for the child."""
    wonders: int = 0
    """Says what it sees, does not know, and could read otherwise."""
    plans: int = 0
    """Writes goals and measures, and the agreement on how to work."""
    evaluates: int = 0
    """Looks back at a measure when its date comes."""

    # -- roles
    claims: int = 0
    """Takes a task of its own mandate that nobody owns, and says yes to one it is given."""
    hands_over: int = 0
    """Hands over, or refers, what another is to go on with."""
    takes_over: int = 0
    """Takes over what is handed to it."""
    reads: int = 0
    """Reads a card right, so that it can answer its key question."""
    follows_through: int = 0
    """Says what it does first, and starts; begins measures; confirms what it holds."""
    closes: int = 0
    """Tells the family, and the one who asked, what came of it."""
    coordinates: int = 0
    """Takes, passes on, or accepts the coordinating responsibility."""
    knows_roles: int = 0
    """Knows who coordinates, and whose duty a thing is."""

    # -- rules
    tells_on: int = 0
    """Passes on what another seat needs and may have, in a meeting or outside."""
    cards: int = 0
    """Of the cards it means to pass on, those that come along."""
    lawful: int = 100
    """Keeps a card where nothing lets it pass it on."""
    asks_leave: int = 0
    """Asks child or parents, where a card needs their leave."""
    presses: int = 0
    """Passes a card on although leave was asked for and not given."""
    reports: int = 0
    """Reports to barnevern what it has a duty to report."""
    records: int = 0
    """Writes who and until when beside a decision; checks its own service's routines."""

    # -- relations
    listens: int = 0
    """Seeks the child, or the parents, and listens."""
    tells_back: int = 0
    """Tells the child what came of what she said."""
    heeds: int = 0
    """Lets a decision rest on what the child said."""
    answers: int = 0
    """Takes in what the others say: opens what they send, answers a question, confirms what was
    said across the table, meets a disagreement."""
    warm: int = 0
    """Brings old and new helper together where the child is to meet a new one."""

    # -- at the edges of its mandate
    outside_mandate: int = 0
    """Says yes to a task or a handover that is outside its mandate."""
    alternative: int = 0
    """Says no with somebody to go on with."""
    accepts: int = 0
    """Takes in what is referred to it."""
    thin: int = 0
    """Asks for what is missing in a thin referral; else it turns it down."""

    # -- what looks like work
    spreads: int = 0
    """Sends every card it has to everybody, whatever lets it."""
    types: int = 0
    """Writes a line or two to whatever reaches it, with nothing in them."""
    defers: int = 0
    """Gives its leader what it was itself to do."""
    grabs: int = 0
    """Takes every task there is, whoever has it."""


TRAITS: tuple[str, ...] = tuple(each.name for each in fields(Traits))
"""The names of all traits, in their order."""


def most(trait: str) -> int:
    """The greatest value of a trait."""
    return 1 if trait == "here" else MOST_TIME if trait in TIMES else MOST


def with_values(traits: Traits, values: Mapping[str, int]) -> Traits:
    """``traits`` with some of them set. KeyError for a name that is no trait."""
    return replace(traits, **{_known(name): _bound(name, value) for name, value in values.items()})


def moved(traits: Traits, by: Mapping[str, int]) -> Traits:
    """``traits`` with some of them moved up or down, kept within what they may be."""
    return with_values(traits, {name: getattr(traits, _known(name)) + by[name] for name in by})


def _known(name: str) -> str:
    if name not in TRAITS:
        raise KeyError(f"no trait {name!r}; there are {', '.join(TRAITS)}")
    return name


def _bound(name: str, value: int) -> int:
    return max(0, min(value, most(name)))
