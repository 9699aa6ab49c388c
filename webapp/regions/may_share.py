"""«Kan jeg dele dette?»: what there is to know about one card and one receiver.

It explains the rule, the bases that law knows, what child and parents have said to this seat, the
ages, and what no list can judge. It decides nothing and marks nothing as allowed or forbidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from scenarios.catalogue import SharingCode, catalogue
from scenarios.dated import Dated
from scenarios.finding import NotPlayableError
from scenarios.kinds import Language
from scenarios.rule_pack import RulePack, rule_pack
from simulator.play.consent import Consents
from webapp.regions import leave, storytime, words
from webapp.regions.cards import Card, cards
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Ground:
    """A basis that law knows for sharing without consent, with its source and how sure it is."""

    code: str
    name: str
    basis: str
    limits: str
    laws: str
    mark: str


@dataclass(frozen=True, slots=True)
class AgeLine:
    """One age of the law. ``text`` says whether the child has reached it."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages at which the young decide, for this child."""

    now: str
    rows: tuple[AgeLine, ...]


@dataclass(frozen=True, slots=True)
class MayShare:
    """All the page shows. ``own`` are the grounds that the seat's roles may come to rest on,
    ``others`` the rest; ``said`` is what the seat itself knows of leave for this card."""

    card: Card
    to: str
    own: tuple[Ground, ...]
    others: tuple[Ground, ...]
    said: tuple[str, ...]
    ages: Ages
    judge: tuple[str, ...]
    as_of: str


def may_share(sight: Sight, fact: str, to: str, language: str) -> MayShare | None:
    """The explanation for a card the seat holds; None if it does not hold it. ``to`` may be ''."""
    found = cards(sight, [fact])
    if not found:
        return None
    pack = _pack(sight, language)
    mine = own_codes(sight)
    grounds = [] if pack is None else [(code, _ground(pack, code)) for code in pack.sharing]
    return MayShare(
        card=found[0],
        to=sight.seat_name(to) if to != sight.seat else "",
        own=tuple(ground for code, ground in grounds if code in mine),
        others=tuple(ground for code, ground in grounds if code not in mine),
        said=_said(sight, fact, to),
        ages=ages(sight, language),
        judge=tuple(_(each) for each in _JUDGE),
        as_of=storytime.with_year(sight.plan.scenario.story_start.date()) if pack else "",
    )


def own_codes(sight: Sight) -> set[SharingCode]:
    """The bases that the catalogue lists for the seat's roles."""
    try:
        known = catalogue()
    except NotPlayableError:
        return set()
    return {
        code
        for role in sight.plan.seats[sight.seat].roles
        if role in known
        for code in known[role].shares
    }


def ages(sight: Sight, language: str) -> Ages:
    """The ages of the rule pack as they are for this child."""
    child, pack = sight.plan.scenario.child, _pack(sight, language)
    rows = []
    for row in pack.ages if pack else ():
        told = _REACHED if child.age >= row.age else _NOT_YET
        text = _(told, age=row.age, child=child.name, what=_small(row.text))
        rows.append(AgeLine(text, f"{', '.join(row.laws)}; {_mark(row)}"))
    now = _("%(child)s er %(age)s år.", child=child.name, age=child.age)
    return Ages(now, tuple(rows))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _pack(sight: Sight, language: str) -> RulePack | None:
    scenario = sight.plan.scenario
    try:
        spoken = cast(Language, language)
        return rule_pack(scenario.rule_pack, spoken, scenario.story_start.date())
    except (KeyError, NotPlayableError):
        return None


def _ground(pack: RulePack, code: SharingCode) -> Ground:
    row = pack.sharing[code]
    return Ground(code, row.name, row.basis, row.limits, ", ".join(row.laws), _mark(row))


def _mark(row: Dated) -> str:
    """How sure the source is, and when it was read."""
    return f"{words.source_mark(row.mark)}, {storytime.with_year(row.read)}"


def _said(sight: Sight, fact: str, to: str) -> tuple[str, ...]:
    """What child and parents have said about the card, as far as this seat asked or was told."""
    lines = []
    for request in sight.state[Consents].requests.values():
        asked = request.asked
        about_it = asked.seat == sight.seat and fact in asked.facts
        if about_it and (not to or to in asked.to):
            names = ", ".join(sight.seat_name(seat) for seat in asked.to)
            line = _("Du spurte om å dele med %(names)s.", names=names)
            lines.append(f"{line} {leave.stand(sight, request)}")
    for event in sight.state[Consents].told:
        if sight.seat in event.told and fact in event.facts and (not to or to in event.to):
            who = leave.giver(sight, event.giver)
            lines.append(_("%(who)s har trukket tilbake samtykket.", who=who))
    return tuple(dict.fromkeys(lines))


_REACHED = _l("Fra %(age)s år, og det har %(child)s fylt: %(what)s.")
_NOT_YET = _l("Fra %(age)s år, og det er %(child)s ikke ennå: %(what)s.")
_JUDGE = (
    _l("Trenger mottakeren akkurat dette for å gjøre jobben sin, eller holder det med mindre?"),
    _l("Vet barnet og familien at du vil dele det, og har de fått si hva de mener?"),
    _l("Hva kan gå galt om du deler, og hva kan gå galt om du lar være?"),
    _l("Kan noen kjenne igjen hvem det gjelder, selv uten navn?"),
    _l("Er du i tvil: hvem kan du drøfte det med uten å si navn?"),
)
"""What nobody but the professional can judge."""
