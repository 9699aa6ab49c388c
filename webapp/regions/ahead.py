"""Det neste, om ingen gjør noe: the look-ahead of the opened team, in words and minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.ahead import AHEAD_MS, Coming
from simulator.play.clock import Clock
from webapp.clock import MINUTE
from webapp.regions import conditions
from webapp.regions.overview import Overview
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight
from webapp.regions.things import thing

SOON_MS = MINUTE // 2
"""Under this nothing is counted: it comes now."""


@dataclass(frozen=True, slots=True)
class Next:
    """One line: when, what, and to whom or why. ``kind`` is inject, deadline or clock."""

    when: str
    text: str
    more: str
    kind: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """The panel. ``plays`` is false before and after play; ``notes`` say what the list rests on."""

    lines: tuple[Next, ...]
    plays: bool
    minutes: int
    notes: tuple[str, ...]


def ahead(over: Overview, coming: tuple[Coming, ...] | None) -> Ahead:
    """What comes for the opened team, what has come by now left out."""
    sight = over.sight
    left = [each for each in coming or () if each.at_ms > sight.now_ms]
    lines = tuple(_line(sight, each) for each in left)
    return Ahead(lines, coming is not None, AHEAD_MS // MINUTE, _notes(over))


def _notes(over: Overview) -> tuple[str, ...]:
    clock = over.sight.state[Clock]
    notes = []
    if clock.paused:
        notes.append(_("Klokka står. Tidene gjelder fra den går igjen."))
    if not clock.auto:
        notes.append(_("Autopiloten er av: Scenen slutter ikke før du avslutter den."))
    if len(over.teams) > 1:
        notes.append(_("Scenens slutt kan også vente på andre lag."))
    return tuple(notes)


def _line(sight: Sight, coming: Coming) -> Next:
    text, more = _SAYS[coming.code](sight, coming)
    return Next(_when(coming.at_ms - sight.now_ms), text, more, _kind(coming))


def _kind(coming: Coming) -> str:
    if coming.code in ("inject", "queue", "not_taken"):
        return "inject"
    return "deadline" if coming.code in ("act", "item") else "clock"


def _when(left_ms: int) -> str:
    """Whole minutes, rounded: nobody counts seconds here."""
    if left_ms < SOON_MS:
        return _("straks")
    minutes = max(1, (left_ms + MINUTE // 2) // MINUTE)
    return ngettext("om %(num)s minutt", "om %(num)s minutter", minutes)


def _inject_name(sight: Sight, inject: str) -> str:
    found = sight.plan.injects[inject]
    return f"{found.code} {found.sender}"


def _seats(sight: Sight, coming: Coming) -> str:
    return ", ".join(sight.seat_name(seat) for seat in coming.seats)


def _inject(sight: Sight, coming: Coming) -> tuple[str, str]:
    to = _("til %(seats)s", seats=_seats(sight, coming))
    if not coming.because:
        return _inject_name(sight, coming.ref), to
    why = _("fordi %(condition)s", condition=conditions.told(sight, coming.because))
    return _inject_name(sight, coming.ref), f"{to}; {why}"


def _queue(sight: Sight, coming: Coming) -> tuple[str, str]:
    more = _("klar til %(seats)s, men venter på plass i innboksen", seats=_seats(sight, coming))
    return _inject_name(sight, coming.ref), more


def _not_taken(sight: Sight, coming: Coming) -> tuple[str, str]:
    return _inject_name(sight, coming.ref), _("faller bort")


def _act(sight: Sight, coming: Coming) -> tuple[str, str]:
    found = sight.plan.expected.get(coming.ref)
    act = found[1].text.rstrip(".") if found else coming.ref
    return _("Fristen går ut: «%(act)s»", act=act), _seats(sight, coming)


def _item(sight: Sight, coming: Coming) -> tuple[str, str]:
    return _("Fristen går ut for %(thing)s", thing=thing(coming.ref)), _seats(sight, coming)


def _title(sight: Sight, coming: Coming) -> str:
    return sight.plan.scenes[coming.ref].title


def _hold(sight: Sight, coming: Coming) -> tuple[str, str]:
    more = _("noen har fortsatt tid til å svare, så slutten venter litt")
    return _("Scenen «%(scene)s» er ute", scene=_title(sight, coming)), more


def _end(sight: Sight, coming: Coming) -> tuple[str, str]:
    return _("Scenen «%(scene)s» slutter", scene=_title(sight, coming)), ""


def _scene(sight: Sight, coming: Coming) -> tuple[str, str]:
    return _("Scenen «%(scene)s» begynner", scene=_title(sight, coming)), ""


def _probe(sight: Sight, coming: Coming) -> tuple[str, str]:
    count = len(sight.plan.probes[coming.ref].questions)
    more = ngettext("%(num)s spørsmål til hver rolle", "%(num)s spørsmål til hver rolle", count)
    return _("Spørsmål underveis"), more


_SAYS: Mapping[str, Callable[[Sight, Coming], tuple[str, str]]] = {
    "inject": _inject,
    "queue": _queue,
    "not_taken": _not_taken,
    "act": _act,
    "item": _item,
    "hold": _hold,
    "end": _end,
    "interlude": lambda _sight, _coming: (_("Hvem har hva i ventetiden?"), ""),
    "scene": _scene,
    "probe": _probe,
    "over": lambda _sight, _coming: (_("Spillet er over"), ""),
}
