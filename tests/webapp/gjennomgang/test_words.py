"""Words for everything that a debrief can say, and no number on too little."""

from __future__ import annotations

import inspect
import re

import pytest

from debrief import first_minute
from debrief.figure import SHOWN_FROM
from debrief.measures import measure
from debrief.record import Record
from debrief.timeline import SHOWN
from scenarios.loader import load
from simulator.play.script import InjectDelivered
from simulator.rehearse import rehearse
from webapp.gjennomgang import (
    childs_line,
    clarity,
    counts,
    drawings,
    five_r,
    handovers,
    responses,
    sentences,
    timeline,
)
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.minute import minute
from webapp.gjennomgang.told.line import SAYS

EYES = (
    Eyes("leader", "x", "x-1", 1, 1),
    Eyes("screen", "x", "x-1", 1, 1),
    Eyes("participant", "x", "x-1", 1, 1, "bup", "p-bup"),
)


def emma(format_name: str, seed: int, players: str) -> Record:
    """A rehearsal of Emma, read."""
    made = rehearse(load("emma"), format_name, seed=seed, players=players, manned=["bup", "ke"])
    return Record(made.plan, made.entries)


def test_every_kind_of_entry_has_a_sentence() -> None:
    """B4: whatever evidence points at can be read."""
    assert set(SHOWN) == set(SAYS)


def test_every_code_of_the_first_minute_has_a_sentence() -> None:
    """Each code that the debrief can say is one that the screens have words for."""
    source = inspect.getsource(first_minute)
    said = set(re.findall(r'"((?:held|gap|change|count|question)\.[a-z_]+)"', source))
    assert said
    assert said <= set(sentences._SAYS)
    asks = set(re.findall(r'"(card|decision)"', source))
    assert {f"question.{each}" for each in asks} <= set(sentences._SAYS)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    ("format_name", "players"), [("45", "typical"), ("90", "typical"), ("90", "silent")]
)
@pytest.mark.usefixtures("asked")
def test_whatever_is_played_can_be_told(format_name: str, players: str, seed: int) -> None:
    """B4, B5: every page of every rehearsal can be made; its evidence is on the timeline."""
    record = emma(format_name, seed, players)
    for eyes in EYES:
        shown = {
            line.seq
            for chapter in timeline.chapters(record, eyes)
            for stretch in chapter.stretches
            for line in stretch.lines
        }
        cited = [
            *(each.evidence for row in five_r.rows(record, eyes, "nb") for each in row.indicators),
            *(each.evidence for each in five_r.gate_views(record, eyes)),
            *(each.evidence for each in handovers.views(record, eyes)),
            *(cell.evidence for task in clarity.tasks(record, eyes) for cell in task.cells),
            *(each.evidence for each in clarity.questions(record, eyes)),
            *(each.evidence for each in responses.pairs(record, eyes)),
            *(each.evidence for each in childs_line.view(record, eyes).turns),
            *(moment.evidence for moment in minute(record, eyes).moments),
            *(links for _cells, links in drawings.handover_network(record, eyes).rows),
            *(links for _cells, links in drawings.lanes(record, eyes).rows),
        ]
        assert {link.seq for links in cited for link in links} <= shown


@pytest.mark.parametrize("seed", [1])
@pytest.mark.usefixtures("asked")
def test_too_little_is_never_a_ratio(seed: int) -> None:
    """B5: below five observations the counts stand alone and say that there is too little."""
    record = emma("90", seed, "typical")
    figures = measure(record)
    shown = [each for row in five_r.rows(record, EYES[0], "nb") for each in row.indicators]
    assert {each.id for each in shown} == set(record.plan.format.indicators)
    for each in shown:
        assert bool(each.ratio) == (each.n >= SHOWN_FROM and figures[each.id].value is not None)
        assert bool(each.basis) != bool(each.ratio)
        assert each.counts


@pytest.mark.usefixtures("asked")
def test_every_indicator_has_words_for_its_counts() -> None:
    """B4: raw counts are sentences, none of them empty."""
    for figure in measure(emma("90", 4, "typical")).values():
        assert all(counts.counts(figure))


@pytest.mark.usefixtures("asked")
def test_what_is_seen_comes_from_nobody() -> None:
    """An observation is noticed; only what somebody sent is an approach from them."""
    record = emma("90", 1, "typical")
    lines = {
        line.seq: line.text
        for chapter in timeline.chapters(record, EYES[0])
        for stretch in chapter.stretches
        for line in stretch.lines
    }
    told = [(lines[entry.seq], event.inject) for entry, event in record.of(InjectDelivered)]
    seen = {text for text, inject in told if _is_seen(record, inject)}
    assert seen
    assert all("la merke til noe" in text for text in seen)
    sent = [text for text, inject in told if not _is_seen(record, inject)]
    assert all("henvendelse" in text for text in sent)


def _is_seen(record: Record, inject: str) -> bool:
    return record.plan.injects[inject].channel == "observation"
