"""One exercise of Emma's 90 minutes, as each language reads it."""

from __future__ import annotations

from functools import cache

from debrief.documents.model import Language
from debrief.record import Record
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.kernel import Entry
from simulator.rehearse import rehearse
from webapp.documents.eyes import Reading

LANGUAGES: tuple[Language, ...] = ("nb", "nn")


@cache
def entries() -> tuple[Entry, ...]:
    """The journal: played by the system alone, the same each time."""
    return rehearse(load("emma"), "90", seed=1, players="typical").entries


@cache
def read(lang: Language) -> Reading:
    """The same journal in a language."""
    return Reading(Record(plan_for(load("emma").scenario(lang), "90"), entries()), lang)
