"""What if, in words: what can be tried, in how many runs something became otherwise, how much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_decimal, format_percent
from flask_babel import get_locale

from debrief.pairs import ASKED
from debrief.record import Record
from debrief.timeline import row_of
from facilitator.alternatives import Alternative, How
from scenarios.plan import Plan
from simulator.play.codec import entry_of
from simulator.play.rooms import EVENTS
from webapp.gjennomgang import five_r
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.naming import inside, sentence_case
from webapp.gjennomgang.told.blanks import told
from webapp.gjennomgang.told.line import SAYS
from webapp.regions.say import _, ngettext

SENTENCES = 5
"""How many sentences stand before the table."""
FEW = 5
"""Less than one in so many runs is nothing to speak of."""

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be tried."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of a sort, under a heading."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table. ``without``, ``changed`` and ``apart`` are '' where only the way counts:
    the child's situation and the five R's are never shown as numbers."""

    name: str
    without: str
    changed: str
    apart: str
    more: int
    same: int
    less: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. ``first`` is what first became otherwise in one pair: without, with."""

    pairs: int
    sentences: tuple[str, ...]
    refused: str
    without: tuple[str, ...]
    changed: tuple[str, ...]
    rows: tuple[FigureRow, ...]


# -- what can be tried -----------------------------------------------------------------------------


def groups(plan: Plan, found: tuple[Alternative, ...]) -> tuple[Group, ...]:
    """The choices, by what they change."""
    heads: Mapping[str, tuple[str, tuple[How, ...]]] = {
        "act": (_("Om det var latt være"), ("without",)),
        "time": (_("Om det hadde kommet på et annet tidspunkt"), ("earlier", "later")),
        "to": (_("Om det hadde gått til en annen"), ("to",)),
        "by": (_("Om en annen hadde tatt det"), ("by",)),
    }
    made = (
        Group(title, tuple(Choice(a.id, name(plan, a)) for a in found if a.how in hows))
        for title, hows in heads.values()
    )
    return tuple(group for group in made if group.choices)


def name(plan: Plan, alternative: Alternative) -> str:
    """One alternative in a few words."""
    minutes, seat = alternative.minutes, plan.seats.get(alternative.seat)
    if alternative.how == "earlier":
        return ngettext(
            "%(num)s minutt tidligere i spillet", "%(num)s minutter tidligere i spillet", minutes
        )
    if alternative.how == "later":
        return ngettext(
            "%(num)s minutt senere i spillet", "%(num)s minutter senere i spillet", minutes
        )
    if seat is not None:
        return seat.name
    return _("Dette skjedde ikke")


# -- what came of it -------------------------------------------------------------------------------


def result(record: Record, eyes: Eyes, ran: Told) -> Result:
    """``samspill whatif --json``, as people read it."""
    pairs = int(ran["pairs"])
    first = ran["first_different"]
    refused = int(ran["refused"])
    return Result(
        pairs=pairs,
        sentences=tuple(_sentences(record.plan, ran["figures"], pairs)),
        refused=_refused(refused, pairs) if refused else "",
        without=tuple(_lines(record, eyes, first["without"])),
        changed=tuple(_lines(record, eyes, first["changed"])),
        rows=tuple(_rows(record.plan, ran["figures"])),
    )


def _refused(refused: int, pairs: int) -> str:
    return _(
        "I %(k)s av %(n)s forløp lot det seg ikke gjøre da tida kom. Der ble det stående ugjort.",
        k=refused,
        n=pairs,
    )


def _lines(record: Record, eyes: Eyes, lines: list[dict[str, Any]]) -> Iterator[str]:
    for line in lines:
        entry = entry_of(line, EVENTS)
        row = row_of(record, entry)
        if row is not None:
            yield sentence_case(SAYS[row.kind](told(record.plan, row, entry.event, eyes)))


def _sentences(plan: Plan, figures: Told, pairs: int) -> Iterator[str]:
    """What became otherwise most often, first; one sentence if nothing much did."""
    found = []
    for place, path in enumerate(ASKED):
        more, less = figures[path]["more"], figures[path]["less"]
        most = max(more, less)
        if most * FEW >= pairs and more != less:
            found.append((-most, place, path, more > less))
    for most, _place, path, more in sorted(found)[:SENTENCES]:
        yield _said(plan, path, more=more) % {"k": -most, "n": pairs}
    if not found:
        yield _("I de fleste av de %(n)s forløpene ble det omtrent likt.", n=pairs)


def _said(plan: Plan, path: str, *, more: bool) -> str:
    child = plan.scenario.child.name
    if path.startswith("five_r."):
        r = _r_name(path, child)
        blank = {"k": "%(k)s", "n": "%(n)s"}
        if more:
            return _("I %(k)s av %(n)s forløp holdt «%(r)s» bedre.", r=r, **blank)
        return _("I %(k)s av %(n)s forløp holdt «%(r)s» dårligere.", r=r, **blank)
    yes, no = _SAID[path]
    return (yes if more else no)(child)


def _r_name(path: str, child: str) -> str:
    """What the R of ``five_r.<r>.index`` is called."""
    return next(words[0] for r, words in five_r.names(child).items() if r == path.split(".")[1])


def _blanks(child: str) -> dict[str, str]:
    return {"child": child, "k": "%(k)s", "n": "%(n)s"}


_SAID: Mapping[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "handovers.accepted": (
        lambda c: _("I %(k)s av %(n)s forløp ble flere overleveringer overtatt.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp ble færre overleveringer overtatt.", **_blanks(c)),
    ),
    "handovers.closed": (
        lambda c: _("I %(k)s av %(n)s forløp kom flere overleveringer helt fram.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp kom færre overleveringer helt fram.", **_blanks(c)),
    ),
    "clarity.unowned_share": (
        lambda c: _("I %(k)s av %(n)s forløp sto oppgaver oftere uten navn.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp sto oppgaver sjeldnere uten navn.", **_blanks(c)),
    ),
    "response.median_ratio": (
        lambda c: _("I %(k)s av %(n)s forløp kom svarene senere.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp kom svarene tidligere.", **_blanks(c)),
    ),
    "situation.trust": (
        lambda c: _("I %(k)s av %(n)s forløp fikk %(child)s mer tillit.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp fikk %(child)s mindre tillit.", **_blanks(c)),
    ),
    "situation.load": (
        lambda c: _("I %(k)s av %(n)s forløp ble det mer å bære for %(child)s.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp ble det mindre å bære for %(child)s.", **_blanks(c)),
    ),
    "situation.rights.school": (
        lambda c: _("I %(k)s av %(n)s forløp gikk det bedre med skolen.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp gikk det dårligere med skolen.", **_blanks(c)),
    ),
    "situation.rights.health": (
        lambda c: _("I %(k)s av %(n)s forløp gikk det bedre med helsa.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp gikk det dårligere med helsa.", **_blanks(c)),
    ),
    "situation.rights.protection": (
        lambda c: _("I %(k)s av %(n)s forløp ble %(child)s tryggere.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp ble %(child)s mindre trygg.", **_blanks(c)),
    ),
    "situation.rights.development": (
        lambda c: _("I %(k)s av %(n)s forløp gikk det bedre med utviklingen.", **_blanks(c)),
        lambda c: _("I %(k)s av %(n)s forløp gikk det dårligere med utviklingen.", **_blanks(c)),
    ),
}
"""Path → the sentence for more, and for less."""


# -- the table -------------------------------------------------------------------------------------


def _rows(plan: Plan, figures: Told) -> Iterator[FigureRow]:
    for path in ASKED:
        figure = figures[path]
        if not figure["difference"]["n"]:
            continue
        shown = ("", "", "") if _only_way(path) else _numbers(path, figure)
        yield FigureRow(_name(plan, path), *shown, figure["more"], figure["same"], figure["less"])


def _only_way(path: str) -> bool:
    return path.startswith(("situation.", "five_r."))


def _numbers(path: str, figure: Told) -> tuple[str, str, str]:
    share = path.startswith(("clarity.", "response."))
    say = _share if share else _count
    apart = figure["difference"]
    spread = _(
        "%(middle)s (%(low)s til %(high)s)",
        middle=say(apart["median"]),
        low=say(apart["q1"]),
        high=say(apart["q3"]),
    )
    return say(figure["without"]["median"]), say(figure["changed"]["median"]), spread


def _count(value: float) -> str:
    return str(format_decimal(value, "0.#", locale=get_locale()))


def _share(value: float) -> str:
    return str(format_percent(value, locale=get_locale()))


def _name(plan: Plan, path: str) -> str:
    child = plan.scenario.child.name
    if path.startswith("five_r."):
        return _r_name(path, child)
    return {
        "handovers.accepted": _("Overleveringer som ble overtatt"),
        "handovers.closed": _("Overleveringer som kom helt fram"),
        "clarity.unowned_share": _("Oppgaver uten navn, andel"),
        "response.median_ratio": _("Hvor mye av fristen det midterste svaret brukte"),
        "situation.trust": _("Tilliten til %(child)s", child=inside(child)),
        "situation.load": _("Det %(child)s har å bære", child=inside(child)),
        "situation.rights.school": _("Skolen"),
        "situation.rights.health": _("Helsa"),
        "situation.rights.protection": _("Tryggheten"),
        "situation.rights.development": _("Utviklingen"),
    }[path]
