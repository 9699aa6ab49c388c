"""Other ways of looking, in words: early and deep and long; worry; the way; what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from debrief import lenses
from debrief.five_r import five_r
from debrief.record import Record
from scenarios.indicators import indicators
from simulator.play.calendar import calendar_of
from webapp.gjennomgang import crosswalk, when
from webapp.gjennomgang.counts import counts
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.gjennomgang.five_r import in_language, level_word
from webapp.gjennomgang.part import PartView
from webapp.regions.say import _, ngettext

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class LensesView:
    """The page: three parts twice, the steps of the way, wondering, worry scene by scene, the
    child's voice, and the seven factors."""

    early_deep_long: tuple[PartView, ...]
    groups: tuple[PartView, ...]
    steps: tuple[PartView, ...]
    changes: str
    changes_evidence: tuple[Evidence, ...]
    exploring: tuple[str, ...]
    exploring_evidence: tuple[Evidence, ...]
    worries: tuple[PartView, ...]
    voice: PartView
    factors: tuple[PartView, ...]


def view(record: Record, eyes: Eyes, lang: str) -> LensesView:
    """All of them for one team."""
    way, explored = record.once(lenses.way), record.once(lenses.exploring)
    return LensesView(
        (_early(record, eyes), _deep(record, eyes), _long(record, eyes)),
        tuple(_group(row, eyes, lang) for row in record.once(lenses.groups)),
        tuple(_step(record, row, eyes) for row in way.steps),
        ngettext(
            "Ansvaret skiftet hender %(num)s gang. Få skifter er best for barnet.",
            "Ansvaret skiftet hender %(num)s ganger. Få skifter er best for barnet.",
            way.changes,
        ),
        eyes.evidence(way.seqs),
        _explored(explored),
        eyes.evidence(explored.seqs if explored else ()),
        tuple(_worry(record, row) for row in record.once(lenses.worries)),
        crosswalk.childs_voice(record, eyes),
        crosswalk.factors(record, eyes, lang),
    )


def _figure(record: Record, indicator: str, name: str, asks: str, eyes: Eyes) -> PartView:
    found = record.once(five_r)[indicators()[indicator].r].figures
    figure = next(each for each in found if each.id == indicator)
    none = _("Øvelsen ga ingen anledning til å se det.")
    lines = (asks, *counts(figure)) if figure.value is not None else (asks, none)
    return PartView(indicator, name, "", lines, "", eyes.evidence(figure.evidence))


def _early(record: Record, eyes: Eyes) -> PartView:
    asks = _("Svake tegn som noen handlet på før det ble verre.")
    return _figure(record, "RE7", _("Tidlig nok"), asks, eyes)


def _deep(record: Record, eyes: Eyes) -> PartView:
    asks = _("Om dere så det samme bildet. Hvor dypt dere undret dere, må folk vurdere.")
    return _figure(record, "RE5", _("Dypt nok"), asks, eyes)


def _long(record: Record, eyes: Eyes) -> PartView:
    found = record.once(lenses.lasting)
    asks = _("Tiltak i planen som varer, eller som noen avsluttet med vilje.")
    lines: tuple[str, ...] = (asks, _("Ingen tiltak ble skrevet i planen."))
    if found.measures:
        lines = (
            asks,
            _("Varer, med en ansvarlig og en dato: %(n)s", n=found.lasting),
            _("Avsluttet etter en evaluering: %(n)s", n=found.ended),
            _("Uten ansvarlig eller dato, eller ikke sett på i tide: %(n)s", n=found.lost),
        )
    return PartView("lasting", _("Lenge nok"), "", lines, "", eyes.evidence(found.seqs))


def _group(row: lenses.GroupRow, eyes: Eyes, lang: str) -> PartView:
    name = {"eierskap": _("Eierskap"), "struktur": _("Struktur"), "kultur": _("Kultur")}[row.group]
    names = tuple(in_language(indicators()[each.id].name, lang) for each in row.figures)
    note = ""
    if not names:
        note = _("Her er det ingenting å gå etter. Det er verdt å spørre hvorfor.")
    elif row.smallest:
        note = _("Det minste av de tre denne gangen.")
    seqs = (seq for each in row.figures for seq in each.evidence)
    return PartView(row.group, name, level_word(row.word), names, note, eyes.evidence(seqs))


def _step(record: Record, row: lenses.StepRow, eyes: Eyes) -> PartView:
    name = {
        "worry": _("Uro: noen sa det høyt, eller skrev det ned"),
        "talk": _("Den første samtalen med barnet eller foreldrene"),
        "decision": _("En beslutning, med navn på"),
        "follow_up": _("Oppfølging: noen begynte"),
        "evaluation": _("Evaluering: hjalp det?"),
    }[row.step]
    if not row.seq:
        return PartView(row.step, name, _("kom ikke"), (), "", ())
    moment = calendar_of(record.plan.scenario).moment(row.story_ms)
    return PartView(row.step, name, when.short(moment), (), "", eyes.evidence([row.seq]))


def _explored(found: lenses.Exploring | None) -> tuple[str, ...]:
    if found is None:
        return ()
    minutes = round(found.ms / MINUTE_MS)
    before = ngettext(
        "Før det spurte, lyttet eller undret noen seg %(num)s gang.",
        "Før det spurte, lyttet eller undret noen seg %(num)s ganger.",
        found.explored,
    )
    if not found.acted:
        return (_("Det kom ikke noe tiltak."), before)
    first = ngettext(
        "Det første tiltaket kom etter omtrent %(num)s minutt av øvelsen.",
        "Det første tiltaket kom etter omtrent %(num)s minutter av øvelsen.",
        minutes,
    )
    return (first, before)


def _worry(record: Record, row: lenses.WorryRow) -> PartView:
    title = record.plan.scenes[row.scene].title
    spread = _("fra %(low)s til %(high)s", low=row.lowest, high=row.highest)
    lines = (_("%(n)s roller vurderte uroen sin hver for seg.", n=row.seats),)
    if row.lowest == row.highest:
        return PartView(row.scene, title, str(row.lowest), lines, "", ())
    then = (
        _("Etterpå spurte, lyttet eller undret noen seg.")
        if row.followed
        else _("Ingen spurte videre om forskjellen.")
    )
    return PartView(row.scene, title, spread, (*lines, then), "", ())
