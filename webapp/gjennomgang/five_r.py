"""The five R's as rows of words, each with its indicators: formula, counts, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from babel.numbers import format_decimal
from flask_babel import get_locale

from debrief.figure import Figure
from debrief.five_r import LEVELS, Level, Row, Word, five_r
from debrief.record import Record
from debrief.responses import gates
from scenarios.indicators import Indicator, indicators
from scenarios.schema import Language, R
from webapp.gjennomgang.counts import counts
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.regions.say import _

Mark = Word | Literal["none"]
"""``none``: the format declares no indicator of that level."""


@dataclass(frozen=True, slots=True)
class LevelView:
    """One of the three words of a row. ``mark`` is yes, partly, little, too_few or none."""

    level: str
    name: str
    mark: Mark
    word: str


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator. ``ratio`` is '' below five observations, and ``basis`` says so."""

    id: str
    name: str
    level: str
    formula: str
    n: int
    ratio: str
    basis: str
    counts: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RView:
    """One R."""

    id: str
    name: str
    asks: str
    levels: tuple[LevelView, ...]
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class GateView:
    """A safety act. ``held`` is None where the story never asked for it."""

    text: str
    held: bool | None
    word: str
    evidence: tuple[Evidence, ...]


def rows(record: Record, eyes: Eyes, lang: str) -> tuple[RView, ...]:
    """The five rows, with what the format declares and nothing else."""
    child = record.plan.scenario.child.name
    return tuple(_row(row, eyes, lang, child) for row in record.once(five_r).values())


def gate_views(record: Record, eyes: Eyes) -> tuple[GateView, ...]:
    """The safety acts of the story."""
    return tuple(
        GateView(
            gate.expected.text,
            gate.held,
            held_words(held=gate.held),
            eyes.evidence((*gate.row.seqs, gate.row.act) if gate.row else ()),
        )
        for gate in gates(record)
    )


def held_words(*, held: bool | None) -> str:
    """Whether a safety act was done; None where the story never asked for it."""
    if held is None:
        return _("ble ikke aktuelt")
    return _("holdt") if held else _("holdt ikke")


def _row(row: Row, eyes: Eyes, lang: str, child: str) -> RView:
    known = indicators()
    shown = [each for each in row.figures if each.id in row.declared]
    present = {known[each.id].level for each in shown}
    name, asks = names(child)[row.r]
    return RView(
        row.r,
        name,
        asks,
        tuple(
            _level(level, row.words[level] if level in present else "none", child)
            for level in LEVELS
        ),
        tuple(_indicator(each, known[each.id], eyes, lang, child) for each in shown),
    )


def level_name(level: Level, child: str) -> str:
    """What a level is called."""
    return {
        "finnes": _("Finnes"),
        "brukes": _("Brukes"),
        "merkes": _("Merkes for %(child)s i øvelsen", child=child),
    }[level]


def _level(level: Level, mark: Mark, child: str) -> LevelView:
    return LevelView(level, level_name(level, child), mark, level_word(mark))


def level_word(mark: Mark) -> str:
    """The word for how far a level was reached."""
    return {
        "yes": _("ja"),
        "partly": _("delvis"),
        "little": _("lite"),
        "too_few": _("for lite grunnlag"),
        "none": _("ikke med her"),
    }[mark]


def _indicator(
    figure: Figure, known: Indicator, eyes: Eyes, lang: str, child: str
) -> IndicatorView:
    return IndicatorView(
        id=figure.id,
        name=in_language(known.name, lang),
        level=level_name(known.level, child),
        formula=in_language(known.formula, lang),
        n=figure.n,
        ratio=_ratio(figure, known),
        basis=_basis(figure),
        counts=counts(figure),
        evidence=eyes.evidence(figure.evidence),
    )


def _basis(figure: Figure) -> str:
    if figure.value is None:
        return _("For lite grunnlag: Øvelsen ga ingen anledning til dette.")
    if figure.shown_ratio is None:
        return _("For lite grunnlag til et forholdstall. Se på tallene bak.")
    return ""


def _ratio(figure: Figure, known: Indicator) -> str:
    if figure.shown_ratio is None:
        return ""
    said = decimal(figure.shown_ratio)
    if known.higher_is_better:
        return _("%(ratio)s, der 1 er best", ratio=said)
    return _("%(ratio)s, der 0 er best", ratio=said)


def decimal(value: float) -> str:
    """A ratio as people write it: ``0,74``."""
    return format_decimal(value, format="0.00", locale=get_locale())


def in_language(words: Mapping[Language, str], lang: str) -> str:
    """The words in ``lang``, or in bokmål."""
    return {str(code): said for code, said in words.items()}.get(lang) or words["nb"]


def names(child: str) -> Mapping[R, tuple[str, str]]:
    """What each R is called, and what it asks about."""
    return {
        "rammer": (_("Rammer"), _("Tid, møter og mandat")),
        "retning": (_("Retning"), _("Et felles bilde og et felles mål")),
        "roller": (_("Roller"), _("Hvem som svarer for hva")),
        "regler": (_("Regler"), _("Det vi deler, og det vi lar være")),
        "relasjoner": (_("Relasjoner"), _("Tillit, og at %(child)s blir hørt", child=child)),
    }
