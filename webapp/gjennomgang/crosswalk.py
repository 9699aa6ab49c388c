"""The same figures by Fafo's seven factors, who met whom, and when the child was first heard."""

from __future__ import annotations

from debrief import crosswalk
from debrief.heard import heard
from debrief.record import Record
from scenarios.indicators import indicators
from simulator.play.calendar import calendar_of
from webapp.gjennomgang import when
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.five_r import in_language, level_word
from webapp.gjennomgang.part import PartView
from webapp.regions.say import _


def factors(record: Record, eyes: Eyes, lang: str) -> tuple[PartView, ...]:
    """The seven factors, each with the indicators that have ground."""
    return tuple(_factor(record, row, eyes, lang) for row in record.once(crosswalk.factors))


def _factor(record: Record, row: crosswalk.FactorRow, eyes: Eyes, lang: str) -> PartView:
    lines = tuple(in_language(indicators()[each.id].name, lang) for each in row.figures)
    seqs = [seq for each in row.figures for seq in each.evidence]
    if row.factor == "arenas":
        met = record.once(crosswalk.who_met)
        lines += (
            _("Par av roller som var i samme møte: %(n)s av %(of)s", n=met.met, of=met.pairs),
        )
        seqs += met.seqs
    note = "" if lines else _("Øvelsen ga ingen anledning til å se det.")
    word = level_word(row.word) if row.figures else ""
    return PartView(row.factor, _names()[row.factor], word, lines, note, eyes.evidence(seqs))


def _names() -> dict[str, str]:
    return {
        "leadership": _("Ledelsen står bak"),
        "resources": _("Tid og midler"),
        "routines": _("Struktur og rutiner"),
        "coordinator": _("Noen koordinerer"),
        "respect": _("Respekt for hverandres kompetanse"),
        "arenas": _("Felles arenaer"),
        "participation": _("Barn og foreldre er med"),
    }


def childs_voice(record: Record, eyes: Eyes) -> PartView:
    """When she was first heard, and where she and her parents had a place."""
    found = record.once(heard)
    word = _("Ingen spurte barnet")
    if found.first:
        entry = record.entry(found.first)
        moment = calendar_of(record.plan.scenario).moment(entry.story_ms if entry else 0)
        word = _("Første gang: %(when)s", when=when.short(moment))
    lines = [
        _("Ganger noen spurte barnet: %(n)s. Å tie eller si nei er også et svar.", n=found.times),
        _("Møter: %(n)s, med plass til familien: %(m)s", n=found.meetings, m=found.with_family),
    ]
    if found.goals:
        lines.append(_("Mål: %(n)s, der noen hadde lyttet: %(m)s", n=found.goals, m=found.hers))
    return PartView("voice", _("Barnets stemme"), word, tuple(lines), "", eyes.evidence(found.seqs))
