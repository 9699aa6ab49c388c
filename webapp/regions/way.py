"""The way from worry to coordinated follow-up, as five steps to look up; the gjennomgang looks back
on the same five. It suggests nothing about the story that is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debrief.lenses import STEPS, Step
from webapp.regions.say import _, _l


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: what it is, what at the desk serves it, and a question to carry along."""

    name: str
    about: str
    how: str
    asks: str


_SAID: Mapping[Step, tuple[str, str, str, str]] = {
    "worry": (
        _l("Uro"),
        _l("Si høyt at du er urolig, eller skriv det ned, også når du er usikker."),
        _l("I øvelsen: undre deg, gi uroen et tall for deg selv, spør en annen tjeneste."),
        _l("Hva har du sett, og hva er det du tror?"),
    ),
    "talk": (
        _l("Den første samtalen"),
        _l("Snakk med barnet og foreldrene før dere snakker om dem."),
        _l("I øvelsen: lytt, velg et trygt sted, og fortell tilbake hva det førte til."),
        _l("Hva er viktig for barnet selv?"),
    ),
    "decision": (
        _l("En beslutning"),
        _l("Bestem noe, også om det er lite: hva, hvem og innen når."),
        _l("I øvelsen: kall inn til et møte, eller ta beslutningen, med ett navn på den."),
        _l("Hvem er ansvarlig, og hvem vet det?"),
    ),
    "follow_up": (
        _l("Oppfølging"),
        _l("Én begynner, og de andre vet hvem. La få ta over, og bare når det trengs."),
        _l("I øvelsen: ta oppgaven, overlever med navn, skriv tiltaket i planen."),
        _l("Hvem holder i det nå, og hva venter barnet på?"),
    ),
    "evaluation": (
        _l("Evaluering"),
        _l("Se sammen på om det hjalp: får barnet til mer i hverdagen?"),
        _l("I øvelsen: evaluer tiltaket i planen, og fortsett, endre eller avslutt."),
        _l("Hva sier barnet at er blitt annerledes?"),
    ),
}


def steps() -> tuple[StepView, ...]:
    """The five, in their order."""
    return tuple(StepView(*(_(each) for each in _SAID[step])) for step in STEPS)
