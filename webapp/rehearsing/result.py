"""A rehearsal's result as its page shows it: pictures with tables, words, and what came of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from debrief.pictures.svg import Picture
from facilitator.rehearsal.finding import findings
from facilitator.rehearsal.tally import Tally
from scenarios.plan import Plan
from webapp.regions.say import _
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.pictures.indices import indices
from webapp.rehearsing.pictures.load import load
from webapp.rehearsing.pictures.scenes import scenes
from webapp.rehearsing.words import R_NAMES, Advice, advice, r_name


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one thing of the script, in how many of the runs: words with their count."""

    name: str
    became: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the page shows. ``told`` is what to change, gravest first."""

    runs: int
    failed: int
    told: tuple[Advice, ...]
    scenes: Picture
    load: Picture
    indices: Picture
    injects: tuple[Came, ...]
    handovers: tuple[Came, ...]
    acts: tuple[Came, ...]


def result(plan: Plan, tally: Tally, cast: Cast) -> Result:
    """The result in the language in use; names are those of ``plan``'s language."""
    seats = cast.manned or tuple(plan.format.seats)
    return Result(
        tally.runs,
        tally.failed,
        tuple(advice(plan, findings(plan, tally, cast.manned))),
        scenes(plan, tally, _scene_words()),
        load(plan, tally, seats, _load_words()),
        indices(tally, {r: r_name(r) for r in R_NAMES}, _index_words()),
        tuple(_injects(plan, tally)),
        tuple(_handovers(plan, tally)),
        tuple(_acts(plan, tally)),
    )


def _scene_words() -> dict[str, str]:
    return {
        "title": _("Minutter per scene"),
        "described": _("Planlagt tid, vanlig tid og venting, og når den ble lang. Se tabellen."),
        "scene": _("Scene"),
        "planned": _("Planlagt"),
        "median": _("Vanlig"),
        "long": _("Ni av ti er kortere enn"),
        "hold": _("Venting på noen"),
        "often": _("Ventet i"),
    }


def _load_words() -> dict[str, str]:
    return {
        "title": _("Hva som kommer til hver rolle"),
        "described": _("Gjennomsnittlig antall saker i hvert tiende minutt. Se tabellen."),
        "seat": _("Rolle"),
        "scripted": _("Fra dreieboka"),
        "all": _("Alt som kommer"),
        "budget": _("Formatets grense"),
        "idle": _("Lengst uten noe"),
        "over": _("Over grensen i"),
        "minutes": _("{first}–{last} min"),
    }


def _index_words() -> dict[str, str]:
    return {
        "title": _("Hvor ulikt det gikk"),
        "described": _("Hver R i alle kjøringene, fra 0 til 100. Se tabellen."),
        "r": _("R"),
        "low": _("En av ti er under"),
        "median": _("Midten"),
        "high": _("Ni av ti er under"),
        "runs": _("Kjøringer med grunnlag"),
        "none": _("For lite grunnlag"),
    }


def _came(name: str, counted: Counter[str], words: dict[str, str]) -> Came:
    became = [(words[each], counted[each]) for each in words if counted[each]]
    return Came(name, tuple(became))


def _injects(plan: Plan, tally: Tally) -> Iterator[Came]:
    words = {
        "delivered": _("kom"),
        "condition": _("vilkåret ble ikke oppfylt"),
        "load": _("mottakeren hadde fullt"),
        "waiting": _("spillet nådde ikke fram"),
    }
    for inject in plan.injects.values():
        name = f"{inject.id} · {inject.code} · {inject.sender}"
        yield _came(name, tally.outcome("inject", inject.id), words)


def _handovers(plan: Plan, tally: Tally) -> Iterator[Came]:
    words = {
        "told": _("ført helt fram"),
        "started": _("i gang"),
        "read_back": _("forstått"),
        "taken_over": _("overtatt"),
        "seen": _("sett"),
        "offered": _("sendt"),
        "declined": _("avslått"),
        "none": _("ikke sendt"),
        "not_due": _("ikke aktuell"),
    }
    for handover in plan.handovers.values():
        name = f"{handover.id} · {handover.text}"
        yield _came(name, tally.outcome("handover", handover.id), words)


def _acts(plan: Plan, tally: Tally) -> Iterator[Came]:
    words = {
        "in_time": _("gjort i tide"),
        "late": _("gjort for sent"),
        "never": _("ikke gjort"),
        "postponed": _("utsatt av øvelsen"),
        "not_asked": _("ikke aktuell"),
    }
    for expected, (_inject, act) in plan.expected.items():
        seat = plan.seats[act.seat].name if act.seat in plan.seats else ""
        name = f"{expected} · {seat}: {act.text}"
        yield _came(name, tally.outcome("act", expected), words)
