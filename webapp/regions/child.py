"""The child's page: her own words first, then what this seat may know of her."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.family import Family
from simulator.play.inbox import Inbox
from simulator.play.voice import Listening, Voices
from webapp.regions import situation
from webapp.regions.cards import Card, known
from webapp.regions.leave import Leave, leaves
from webapp.regions.levels import LevelLine, level_line
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.voice import chain_in_words


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said to this seat when it listened. ``text`` is '' while none has come."""

    listening: str
    from_child: bool
    text: str
    silence: bool
    told_back: bool
    thinking: bool = False
    """They have asked for time."""
    chain: tuple[str, ...] = ()
    """How far the words have come (domain.md 4.6)."""


@dataclass(frozen=True, slots=True)
class ChildView:
    """``manner`` tells in words how she is with this seat; '' until it has met her."""

    name: str
    about: str
    heard: tuple[Words, ...]
    cards: tuple[Card, ...]
    manner: str
    may_listen: bool
    leaves: tuple[Leave, ...]
    may_ask_leave: bool
    has_plan: bool
    level: LevelLine | None = None
    more: tuple[tuple[str, str], ...] = ()
    """Formal acts the format offers: (verb, words)."""


def child(sight: Sight) -> ChildView:
    """What the seat knows of the child."""
    mine = [each for each in sight.state[Voices].listenings.values() if each.seat == sight.seat]
    facts = sight.plan.facts
    return ChildView(
        name=sight.child,
        about=sight.plan.scenario.child.about,
        heard=tuple(_words(sight, each) for each in reversed(mine)),
        cards=tuple(c for c in known(sight) if facts[c.id].about in ("child", "family", "school")),
        manner=_manner(sight),
        may_listen=sight.offers("listen"),
        leaves=leaves(sight),
        may_ask_leave=sight.offers("consent"),
        has_plan=sight.offers("plan"),
        level=level_line(sight),
        more=tuple((act, told) for act, told in _formal().items() if sight.offers(act)),
    )


def _formal() -> dict[str, str]:
    return {
        "notify": _("Meld bekymring til barnevernet"),
        "refer": _("Henvis"),
        "decide": _("Bestem noe"),
    }


def _words(sight: Sight, heard: Listening) -> Words:
    told = heard.told_at is not None
    if heard.voice is None:
        return Words(
            heard.id,
            heard.speaker == "child",
            "",
            silence=False,
            told_back=told,
            thinking=f"listening:{heard.id}" in sight.state[Family].thinking,
        )
    voice = sight.plan.voices.get(heard.voice)
    text = voice.text if voice else heard.text or _nothing(sight, heard)
    return Words(
        heard.id,
        heard.speaker == "child",
        text,
        silence=heard.silent,
        told_back=told,
        chain=chain_in_words(sight, heard) if sight.offers("consent") else (),
    )


def _nothing(sight: Sight, heard: Listening) -> str:
    if heard.refused:
        return _("Vil ikke snakke om det nå. Det er et svar.")
    return sight.plan.scenario.situation.silence


def _manner(sight: Sight) -> str:
    """How she meets those who have met her. Never a figure, never another seat's doing."""
    return situation.rung(sight, "trust") if met(sight) else ""


def met(sight: Sight) -> bool:
    """Whether the seat has met the child in this story."""
    if sight.state[Voices].contacts.get(sight.seat):
        return True
    injects = sight.plan.injects
    return any(
        item.kind == "inject" and item.ref in injects and injects[item.ref].contact
        for item in sight.state[Inbox].of(sight.seat)
    )
