"""Råd in a coached exercise: a question to think with, one way on, and what a form then suggests.

All of it comes from what the scenario expects of the seat. A measured exercise has none: there
:func:`advice` is None and :func:`hint` is empty, so that nothing is suggested or filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.duration import DAY, HOUR, WORKDAY, Duration
from scenarios.script import Expected
from simulator.play.coach import Coach, is_coached
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Line:
    """A question, and a way on. ``verb`` is the form for it where it stands on another page than
    the item's; ``team`` that it is done under Laget."""

    question: str
    way: str
    verb: str = ""
    team: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What the coach says about an item; ``lines`` are empty until it has been asked."""

    item: str
    given: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """What a form suggests. Empty in measured play, and until advice is asked for."""

    to: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    basis: str = ""
    by: str = ""

    def __bool__(self) -> bool:
        return bool(self.to or self.facts or self.basis or self.by)


NOTHING = Hint()
ELSEWHERE = frozenset({"ask_family", "appoint", "release"})
"""Verbs that do not stand on an item's page."""
UNDER_TEAM = frozenset({"claim", "coordinate"})
"""Acts that are a press under Laget."""


def advice(sight: Sight, item_id: str) -> Advice | None:
    """The coach's place on an item's page; None where it has none."""
    wanted = list(_expected(sight, item_id))
    if not wanted:
        return None
    given = item_id in sight.state[Coach].told
    lines = tuple(_line(sight, each) for each in wanted) if given else ()
    return Advice(item_id, given, lines)


def _line(sight: Sight, wanted: Expected) -> Line:
    verb = "ask_family" if wanted.about == "coordinator" else wanted.act
    return Line(
        question(sight, wanted.act),
        wanted.text,
        verb if verb in ELSEWHERE else "",
        wanted.act in UNDER_TEAM,
    )


def hint(sight: Sight, item_id: str, verb: str) -> Hint:
    """What the form of a verb suggests about an item that advice was given about."""
    if item_id not in sight.state[Coach].told:
        return NOTHING
    wanted = next((each for each in _expected(sight, item_id) if each.act == verb), None)
    if wanted is None:
        return NOTHING
    own = sight.state[Facts].of(sight.seat)
    return Hint(
        to=tuple(seat for seat in wanted.to[:1] if seat in sight.plan.seats),
        facts=tuple(fact for fact in wanted.facts if fact in own),
        basis=wanted.basis or "",
        by=_by(wanted.within),
    )


def question(sight: Sight, act: str) -> str:
    """What one could ask oneself before an act of this kind."""
    return {
        "answer": _("Hva trenger den andre å høre fra deg nå?"),
        "ask": _("Hva måtte du finne ut, og hvem vet det?"),
        "share": _("Hvem trenger å vite dette, og hva bygger du på når du deler?"),
        "handover": _("Hvem skal ha det videre, og hva må de vite for å begynne?"),
        "claim": _("Er det tydelig for alle hvem som har oppgaven?"),
        "meet": _("Hvem må sitte sammen for at dette skal løse seg?"),
        "listen": _("Hva ville %(child)s selv sagt om dette?", child=sight.child),
        "wonder": _("Hva ser du, og hva vet du ikke?"),
        "escalate": _("Hva står fast, og hvem kan løsne det?"),
        "coordinate": _("Hvem holder i trådene for %(child)s nå?", child=sight.child),
        "consent": _("Hvem må si ja til dette, og har noen spurt dem?"),
        "appoint": _("Hvem kjenner familien, og har de sagt ja?"),
        "need": _("Hvem bør få vite at familien trenger samordning?"),
        "release": _("Hva må den som skal gjøre det, få slippe imens?"),
        "refer": _("Hvem kan gi den hjelpen, og hva er prøvd?"),
        "tell": _("Vet %(child)s hva som kom ut av samtalen?", child=sight.child),
    }.get(act, _("Hva måtte du finne ut før du handler?"))


def _expected(sight: Sight, item_id: str) -> Iterator[Expected]:
    """What the scenario expects of the seat about an item, in a coached exercise."""
    found = sight.state[Inbox].items.get(item_id)
    if not is_coached(sight.state) or found is None or found.seat != sight.seat:
        return
    inject = sight.plan.injects.get(found.ref) if found.kind == "inject" else None
    yield from (each for each in (inject.expects if inject else ()) if each.seat == sight.seat)


def _by(within: Duration) -> str:
    """The longest time that forms offer within a span."""
    if within.ms < DAY and not within.working:
        return "4h" if within.ms >= 4 * HOUR else "1h"
    days = within.ms // (WORKDAY if within.working else DAY)
    return f"{min(max(days, 1), 3)}wd"
