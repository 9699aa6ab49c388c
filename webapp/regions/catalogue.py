"""The catalogue as people read it: the roles by sector, one role, and the words that mix up.

Only what is read in law or national guidance is told as a requirement; all else says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import cast

from flask_babel import get_locale

from scenarios.catalogue import PACK, Role, catalogue, read_roles
from scenarios.dated import Dated
from scenarios.duration import DAY, HOUR, WORKDAY, Duration
from scenarios.kinds import Language
from scenarios.rule_pack import Deadline, RulePack, rule_pack
from scenarios.vocabulary import Term, vocabulary
from webapp.regions import storytime, words
from webapp.regions.say import _, _l, ngettext

SECTORS = ("family", "education", "health", "welfare", "specialist", "state", "leadership")
GROUPS = ("together", "holders", "plans")
MONTH = 30
"""Days: a month of the law stands in the pack as so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A role in a list. ``is_mine`` if the reader's seat plays it."""

    id: str
    name: str
    mandate: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The roles of one sector."""

    sector: str
    name: str
    roles: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit. ``standing`` says whether it is asked by law or is something else."""

    text: str
    trigger: str
    within: str
    standing: str
    is_requirement: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """Something read in a source, with how sure it is and when it was read."""

    name: str
    text: str
    more: str
    source: str


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role, whole."""

    id: str
    name: str
    sector: str
    sector_name: str
    mandate: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    limits: tuple[Limit, ...]
    laws: tuple[Ground, ...]
    shares: tuple[Ground, ...]
    hands_over_to: tuple[Line, ...]
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the field, what it is taken for, and the roles that carry it."""

    id: str
    name: str
    meaning: str
    unlike: str
    source: str
    roles: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Words that belong together."""

    name: str
    words: tuple[Word, ...]


def shelves(language: str, on: date, mine: Iterable[str] = ()) -> tuple[Shelf, ...]:
    """All roles by sector, as they are on a day; ``mine`` are those of the reader's seat."""
    known = _known(cast("Language", language), on)
    return tuple(
        Shelf(
            sector,
            words.sector(sector),
            tuple(_line(role, mine) for role in _sorted(known) if role.sector == sector),
        )
        for sector in SECTORS
    )


def role_card(role_id: str, language: str, on: date, mine: Iterable[str] = ()) -> RoleCard | None:
    """One role as it is on a day; None if there is no such role."""
    spoken = cast("Language", language)
    known = _known(spoken, on)
    if role_id not in known:
        return None
    role, pack = known[role_id], rule_pack(PACK, spoken, on)
    return RoleCard(
        id=role.id,
        name=role.name,
        sector=role.sector,
        sector_name=words.sector(role.sector),
        mandate=role.mandate,
        can=tuple(role.can),
        cannot=tuple(role.cannot),
        limits=tuple(_limit(row) for row in role.deadlines),
        laws=tuple(Ground(row.ref, row.text, "", _source(row)) for row in role.laws),
        shares=tuple(_shares(role, pack)),
        hands_over_to=tuple(_line(known[to], mine) for to in role.hands_over_to),
        is_mine=role.id in mine,
    )


def chapters(language: str, on: date) -> tuple[Chapter, ...]:
    """The words that are easily mixed up, those that belong together side by side."""
    spoken = cast("Language", language)
    known, terms = _known(spoken, on), vocabulary(spoken, on)
    return tuple(
        Chapter(
            _(_GROUPS[group]), tuple(_word(term, known) for term in terms if term.group == group)
        )
        for group in GROUPS
    )


def named(role_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Roles by id and name in the reader's language, those that there are."""
    known = _names(cast("Language", str(get_locale() or "nb")))
    return tuple((each, known[each]) for each in role_ids if each in known)


def within(amount: Duration | None) -> str:
    """A length of time as its source counts it: ``10 virkedager``, ``48 timer``; '' for none."""
    if amount is None:
        return ""
    if amount.working:
        return ngettext("%(num)s virkedag", "%(num)s virkedager", amount.ms // WORKDAY)
    if amount.ms % DAY or amount.text.endswith("h"):
        return ngettext("%(num)s time", "%(num)s timer", amount.ms // HOUR)
    days = amount.ms // DAY
    if days % MONTH == 0:
        return ngettext("%(num)s måned", "%(num)s måneder", days // MONTH)
    if days % 7 == 0:
        return ngettext("%(num)s uke", "%(num)s uker", days // 7)
    return ngettext("%(num)s dag", "%(num)s dager", days)


@cache
def _names(language: Language) -> dict[str, str]:
    return {row.id: row.name for row in read_roles().value(language).roles}


@lru_cache(maxsize=64)
def _known(language: Language, on: date) -> dict[str, Role]:
    return catalogue(language, on)


def _sorted(known: dict[str, Role]) -> list[Role]:
    return [known[role_id] for role_id in sorted(known)]


def _line(role: Role, mine: Iterable[str] = ()) -> Line:
    return Line(role.id, role.name, role.mandate, role.id in mine)


def _limit(row: Deadline) -> Limit:
    said = _("Krav") if row.is_requirement else _(_NO_DEMAND[row.mark])
    standing = " · ".join((said, *row.laws, _source(row)))
    return Limit(row.text, row.trigger, within(row.amount), standing, row.is_requirement)


def _shares(role: Role, pack: RulePack) -> Iterable[Ground]:
    for code in role.shares:
        if code in pack.sharing:
            row = pack.sharing[code]
            source = f"{', '.join(row.laws)} · {_source(row)}"
            yield Ground(f"{code}: {row.name}", row.basis, row.limits, source)


def _word(term: Term, known: dict[str, Role]) -> Word:
    source = " · ".join((*term.laws, _source(term)))
    roles = tuple(_line(known[role]) for role in term.roles)
    return Word(term.id, term.name, term.meaning, term.unlike, source, roles)


def _source(row: Dated) -> str:
    return f"{words.source_mark(row.mark)}, {storytime.with_year(row.read)}"


_NO_DEMAND = {
    "L": _l("Lokal praksis, ikke et krav"),
    "S": _l("Fra en kilde, ikke et krav"),
    "P": _l("Øvelsens eget mål, ikke et krav"),
    "U": _l("Usikkert, sjekk før du bruker det"),
}
_GROUPS = {
    "together": _l("Tre ord som ikke er ett"),
    "holders": _l("Hvem holder hva?"),
    "plans": _l("Planene"),
}
