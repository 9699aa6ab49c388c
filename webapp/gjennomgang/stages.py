"""The phases as people meet them: what to say aloud, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.debriefing import STAGES, Debriefing, Stage
from simulator.play.kernel import State
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase. ``aim`` says what it is for, ``prompts`` are to be said aloud."""

    stage: Stage
    name: str
    aim: str
    prompts: tuple[str, ...]
    minutes: int
    is_open: bool
    was_opened: bool

    @property
    def number(self) -> int:
        """First, second …"""
        return STAGES.index(self.stage) + 1


def stage_of(state: State) -> Stage:
    """The phase that is open; reactions until another is."""
    return state[Debriefing].stage or "reactions"


def phases(state: State, child: str) -> tuple[Phase, ...]:
    """The four phases of a gjennomgang about ``child``, in order."""
    now = stage_of(state)
    opened = {*state[Debriefing].opened, *STAGES[: STAGES.index(now) + 1]}
    return tuple(
        Phase(
            stage,
            *_words(stage, child),
            minutes=MINUTES[stage],
            is_open=stage == now,
            was_opened=stage in opened,
        )
        for stage in STAGES
    )


def name_of(stage: str, child: str) -> str:
    """What a phase is called ('' if there is none of that id)."""
    return next((_words(each, child)[0] for each in STAGES if each == stage), "")


MINUTES: dict[Stage, int] = {"reactions": 3, "description": 4, "analysis": 12, "application": 5}
"""Suggested real minutes."""


def _words(stage: Stage, child: str) -> tuple[str, str, tuple[str, ...]]:
    return {
        "reactions": (
            _("Førsteinntrykk"),
            _("Alle får si hvordan det var. Ingen forklarer seg ennå."),
            (
                _("Hva sitter du igjen med akkurat nå? Ett ord er nok."),
                _("Var det noe som kom tettere på enn du hadde tenkt?"),
                _("Hva må vi ikke glemme å snakke om etterpå?"),
            ),
        ),
        "description": (
            _("Hva skjedde?"),
            _("Vi blir enige om hva som skjedde, før vi snakker om hvorfor."),
            (
                _("Fortell det slik det så ut fra din plass."),
                _("Hvem så noe de andre ikke kunne se?"),
                _("Hva visste dere ikke da, som dere vet nå?"),
            ),
        ),
        "analysis": (
            _("Hva gjorde at det ble slik?"),
            _("Vi ser på det som lå mellom tjenestene, ikke på hver enkelt."),
            (
                _("Der det holdt: Hva var det dere gjorde?"),
                _("Der det glapp: Hva hadde den andre trengt å vite for å ta det videre?"),
                _("Hva i måten vi er organisert på, gjorde det lett eller vanskelig?"),
            ),
        ),
        "application": (
            _("Hva gjør vi nå?"),
            _("Vi tar med oss noe få og bestemte ting til arbeidet i morgen."),
            (
                _("Hva gjør vi annerledes neste gang et barn har det som %(child)s?", child=child),
                _("Hva er det minste vi kan prøve allerede denne uka?"),
                _("Hvem sørger for det, og når ser vi etter om det virket?"),
            ),
        ),
    }[stage]
