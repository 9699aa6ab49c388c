"""What each page shows: from an opened gjennomgang to what its template needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from debrief.five_r import NAMES
from facilitator.alternatives import askable
from simulator.play.debriefing import Stage
from webapp.gjennomgang import (
    board,
    childs_line,
    clarity,
    drawings,
    five_r,
    handovers,
    lenses,
    looks,
    replay,
    responses,
    timeline,
)
from webapp.gjennomgang.decided import decided
from webapp.gjennomgang.living import living
from webapp.gjennomgang.minute import minute
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.reactions import reactions
from webapp.gjennomgang.wall import wall
from webapp.regions.say import _

Made = Mapping[str, Any]
CLOCKED = frozenset({"handovers", "clarity", "responses", "child", "lenses", "lanes"})
"""Pages with nothing on them where people talked: they tell of acts, their times and outcomes."""


def stage(opened: Opened) -> Made:
    """The page of the phase that is open."""
    return _STAGES[opened.stage](opened)


def page(opened: Opened, name: str, asked: replay.Asked) -> Made | None:
    """One of the pages behind the analysis; None if this exercise has none of that name.

    ``asked`` is what the address asks for: ``r`` has the timeline show one of the five R's (None if
    there is no such R), ``at``, ``step`` and ``as`` choose the moment of the replay.
    """
    if name in CLOCKED and opened.record.plan.is_discussion:
        return None
    if name == "timeline" and asked.get("r"):
        return _timeline(opened, asked["r"])
    if name == "replay":
        return _replay(opened, asked)
    make = _PAGES.get(name)
    return make(opened) if make else None


@dataclass(frozen=True, slots=True)
class Door:
    """A way to one of the pages behind the analysis."""

    name: str
    title: str
    about: str


def doors(opened: Opened) -> tuple[Door, ...]:
    """Every page behind the analysis, in the order in which it is of use."""
    talked = opened.record.plan.is_discussion
    shown = tuple(door for door in _doors(opened.child) if not (talked and door.name in CLOCKED))
    # Files are taken out by whoever answers for them; webapp.documents has the page.
    return (*shown, _documents(opened)) if opened.eyes.leads else shown


def _doors(child: str) -> tuple[Door, ...]:
    return (
        Door("five-r", _("De fem R-ene"), _("Fem rader, tre ord på hver, og tallene bak")),
        Door("handovers", _("Overleveringene"), _("Hvem til hvem, hvor langt, med hva")),
        Door("clarity", _("Hvem hadde hva"), _("Oppgavene gjennom scener og ventetid")),
        Door("responses", _("Svar i tide"), _("Tjeneste for tjeneste, alltid som par")),
        Door("child", _("Slik ble det for %(child)s", child=child), _("I ord, med årsaker")),
        Door("looks", _("Tre blikk på det samme"), _("Målt, vurdert av andre, sagt av dere")),
        Door("lenses", _("Flere blikk"), _("Tidlig, dypt og lenge nok; uro, undring og veien")),
        Door("lanes", _("Rolle for rolle"), _("Gangen i øvelsen som bilde og tabell")),
        Door("replay", _("Se det igjen"), _("Fram og tilbake, for alle eller som én rolle")),
        Door("timeline", _("Tidslinjen"), _("Alt som skjedde, i rekkefølge")),
    )


def _documents(opened: Opened) -> Door:
    if opened.record.plan.is_discussion:
        return Door("documents", _("Dokumenter"), _("Referat, plan og logg, som filer"))
    return Door("documents", _("Dokumenter"), _("Én side, rapport og logg, som filer"))


def _reactions(opened: Opened) -> Made:
    return {"reactions": reactions(opened.record.state, opened.eyes)}


def _description(opened: Opened) -> Made:
    return {"minute": minute(opened.record, opened.eyes)}


def _application(opened: Opened) -> Made:
    return {
        **_description(opened),
        "decided": decided(opened),
        "wall": wall(opened.record.state, opened.eyes),
        "marks": {each.region: each.mark for each in living(opened)},
    }


def _analysis(opened: Opened) -> Made:
    # The rows stand on the page itself.
    behind = [door for door in doors(opened) if door.name != "five-r"]
    made = {**_five_r(opened), "doors": behind}
    if opened.eyes.is_screen:
        made["minute"] = minute(opened.record, opened.eyes)
        if not opened.record.plan.is_discussion:
            made |= _handovers(opened)
    return made


def _five_r(opened: Opened) -> dict[str, Any]:
    return {
        "rows": five_r.rows(opened.record, opened.eyes, opened.lang),
        "gates": five_r.gate_views(opened.record, opened.eyes),
    }


def _handovers(opened: Opened) -> dict[str, Any]:
    return {
        "network": drawings.handover_network(opened.record, opened.eyes),
        "handovers": handovers.views(opened.record, opened.eyes),
        "totals": handovers.totals(opened.record),
    }


def _clarity(opened: Opened) -> Made:
    return {
        "tasks": clarity.tasks(opened.record, opened.eyes),
        "questions": clarity.questions(opened.record, opened.eyes),
        "labels": clarity.said(opened.record, opened.eyes),
    }


def _responses(opened: Opened) -> Made:
    return {
        "pairs": responses.pairs(opened.record, opened.eyes),
        "seats": responses.own_times(opened.record, opened.eyes),
    }


def _child(opened: Opened) -> dict[str, Any]:
    return {"line": childs_line.view(opened.record, opened.eyes)}


def _lenses(opened: Opened) -> Made:
    return {"lenses": lenses.view(opened.record, opened.eyes, opened.lang)}


def _looks(opened: Opened) -> Made:
    made = looks.view(opened.record, opened.eyes, opened.lang)
    return {"looks": made, "steps": looks.steps}


def _lanes(opened: Opened) -> Made:
    return {"lanes": drawings.lanes(opened.record, opened.eyes)}


def _timeline(opened: Opened, r: str = "") -> Made | None:
    if r and r not in NAMES:
        return None
    whole = timeline.chapters(opened.record, opened.eyes)
    return {
        "chapters": board.only(whole, r) if r else whole,
        "board": board.board(whole, opened.eyes, opened.child, r),
        "names": five_r.names(opened.child),
        "r": r,
        "askable": askable(opened.record.entries) if opened.eyes.leads else frozenset(),
    }


def _replay(opened: Opened, asked: replay.Asked) -> Made:
    made = replay.page(opened, asked)
    seat = made.seat.id if made.seat else ""
    return {"replay": made, "on_screen": opened.eyes.screen("replay", "", made.here.seq, seat)}


_STAGES: Mapping[Stage, Callable[[Opened], Made]] = {
    "reactions": _reactions,
    "description": _description,
    "analysis": _analysis,
    "application": _application,
}
_PAGES: Mapping[str, Callable[[Opened], Made | None]] = {
    "five-r": _five_r,
    "handovers": _handovers,
    "clarity": _clarity,
    "responses": _responses,
    "child": _child,
    "looks": _looks,
    "lenses": _lenses,
    "lanes": _lanes,
    "timeline": _timeline,
}
