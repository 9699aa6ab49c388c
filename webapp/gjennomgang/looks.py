"""Tre blikk: what was measured, what an evaluator rated, what people said. Never summed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from debrief.measures import measure
from debrief.ratings import (
    FROM_PEOPLE,
    THEMES_OF,
    Rated,
    ThemeRow,
    agreement,
    not_known,
    rated,
    themes,
)
from debrief.record import Record
from scenarios.indicators import indicators
from simulator.play.cooperation import Cooperation
from simulator.play.decisions import Decisions
from simulator.play.rating import STEPS, Scale
from simulator.play.wonder import Wonders
from webapp.gjennomgang import five_r
from webapp.gjennomgang.counts import counts
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class LookRow:
    """One R in three columns. ``said`` has theme, before and after, in words."""

    id: str
    name: str
    levels: tuple[five_r.LevelView, ...]
    rated: tuple[RatedView, ...]
    said: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class RatedView:
    """One evaluator's step and note, and the moment that the note is about."""

    who: str
    step: str
    note: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Rateable:
    """Something raters rate: what it is, and each rater's step ('' if not rated yet)."""

    scale: Scale
    about: str
    text: str
    given: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LooksView:
    """The page. ``by_people`` is what only people can tell, with its counts."""

    rows: tuple[LookRow, ...]
    rateable: tuple[Rateable, ...]
    agreed: tuple[str, ...]
    by_people: tuple[tuple[str, tuple[str, ...]], ...]


def view(record: Record, eyes: Eyes, lang: str) -> LooksView:
    """All three columns for one team."""
    of_r = {each.about: each for each in rated(record, "psmu")}
    said = {row.theme: _theme(row) for row in themes(record)}
    asked: dict[str, list[tuple[str, str, str]]] = {
        r: [said[theme] for theme in own] for r, own in THEMES_OF.items()
    }
    rows = tuple(
        LookRow(
            row.id,
            row.name,
            row.levels,
            _rated(of_r.get(row.id), eyes),
            tuple(asked.get(row.id, ())),
        )
        for row in five_r.rows(record, eyes, lang)
    )
    return LooksView(
        rows,
        tuple(_rateable(record, eyes)) if eyes.leads else (),
        tuple(_agreed(record)),
        tuple(_from_people(record, lang)),
    )


def _rated(found: Rated | None, eyes: Eyes) -> tuple[RatedView, ...]:
    if found is None:
        return ()
    names = {"1": _("Første"), "2": _("Andre")}
    return tuple(
        RatedView(
            names[rater],
            psmu()[given.step],
            given.note,
            eyes.evidence([given.moment] if given.moment else []),
        )
        for rater, given in sorted(found.steps.items())
    )


def psmu() -> dict[str, str]:
    """The evaluator's four steps (HSEEP), in our words."""
    return {
        "P": _("Gikk uten vansker"),
        "S": _("Gikk, med noen vansker"),
        "M": _("Gikk, med store vansker"),
        "U": _("Gikk ikke"),
    }


def depth() -> dict[str, str]:
    """How deep a wondering went (domain 4.7)."""
    return {
        "0": _("0: rett på tiltak"),
        "1": _("1: beskriver"),
        "2": _("2: én forklaring"),
        "3": _("3: to eller flere lesninger, én fra barnets side"),
        "4": _("4: sier hva som er kjent, antatt og ukjent, og prøver det ut"),
        "5": _("5: endret planen etter ny forståelse"),
    }


def repaired() -> dict[str, str]:
    """Whether a disagreement was repaired."""
    return {"yes": _("Ja"), "partly": _("Delvis"), "no": _("Nei")}


def reason() -> dict[str, str]:
    """How good the reason for a decision is: could it have been said of any child?"""
    return {
        "0": _("0: ingen begrunnelse"),
        "1": _("1: kunne vært sagt om hvem som helst"),
        "2": _("2: bygger på noe fra denne saken"),
        "3": _("3: veier også det som taler imot, og det barnet sier"),
    }


def steps(scale: Scale) -> list[tuple[str, str]]:
    """The steps of a scale with their words."""
    words = {"psmu": psmu, "depth": depth, "repair": repaired, "reason": reason}[scale]()
    return [(step, words[step]) for step in STEPS[scale]]


def _theme(row: ThemeRow) -> tuple[str, str, str]:
    name = {
        "clarity": _("Hvem gjør hva"),
        "cooperation": _("Samarbeidet"),
        "safety": _("Å si det som det er"),
    }[row.theme]
    return name, _mean(row, "before"), _mean(row, "after")


def _mean(row: ThemeRow, when: str) -> str:
    people, mean = row.people[when], row.mean[when]  # type: ignore[index]
    if mean is None:
        return _("%(n)s svar. Snitt vises fra %(least)s.", n=people, least=FROM_PEOPLE)
    return _("%(mean)s av 4, %(n)s svar", mean=five_r.decimal(mean), n=people)


def _rateable(record: Record, eyes: Eyes) -> Iterable[Rateable]:
    """Wonderings, disagreements and decisions. Who said it is not told, only what or where."""
    state = record.state
    depths = {each.about: each for each in rated(record, "depth")}
    for name, note in state[Wonders].notes.items():
        said = " · ".join(filter(None, (note.see, note.unknown, note.reading)))
        yield Rateable("depth", name, said, _given(depths.get(name)), ())
    mended = {each.about: each for each in rated(record, "repair")}
    for name, each in state[Cooperation].disagreements.items():
        entry = record.entry(each.seq)
        run = record.run_at(entry.at_ms) if entry else None
        where = run.leg.scene.title if run else ""
        seqs = [run.seq] if run else []
        text = _("En uenighet i «%(scene)s»", scene=where)
        yield Rateable("repair", name, text, _given(mended.get(name)), eyes.evidence(seqs))
    reasons = {each.about: each for each in rated(record, "reason")}
    for name, found in state[Decisions].made.items():
        why = found.made.interest or _("uten begrunnelse")
        text = f"{found.made.text} – {why}"
        given = _given(reasons.get(name))
        yield Rateable("reason", name, text, given, eyes.evidence([found.seq]))


def _given(found: Rated | None) -> tuple[tuple[str, str], ...]:
    held = found.steps if found else {}
    return tuple((rater, held[rater].step if rater in held else "") for rater in ("1", "2"))


_BY_TWO: tuple[Scale, ...] = ("depth", "repair", "reason")


def _agreed(record: Record) -> Iterable[str]:
    for scale in _BY_TWO:
        found = agreement(record, scale)
        if found:
            share = round(100 * found.share)
            kappa = "–" if found.kappa is None else five_r.decimal(found.kappa)
            yield _(
                "To vurderte %(n)s ting hver for seg: like i %(share)s av 100, "
                "vektet kappa %(kappa)s.",
                n=found.n,
                share=share,
                kappa=kappa,
            )


def _from_people(record: Record, lang: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """RL4, RL6 and RL7: beside the rest, with their counts. Her trust is told in her line."""
    figures, known = record.once(measure), indicators()
    for name in ("RL4", "RL6", "RL7"):
        figure = figures[name]
        told = counts(figure) if figure.n else (_("Ikke vurdert"),)
        if name == "RL4":
            n = not_known(record)
            told = (*told, _("Undringer som sier hva dere ikke visste: %(n)s", n=n))
        yield five_r.in_language(known[name].name, lang), told
    yield _("Begrunnelsene for beslutninger"), _reasons(record)


def _reasons(record: Record) -> tuple[str, ...]:
    """How many were rated at each step; a reason that two rated apart counts at both."""
    given = [each.step for of in rated(record, "reason") for each in of.steps.values()]
    words = reason()
    return tuple(f"{words[step]} – {given.count(step)}" for step in words if step in given) or (
        _("Ikke vurdert"),
    )
