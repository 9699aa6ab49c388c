"""Every scenario of the library can be debriefed in every format, with evidence for all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from debrief.first_minute import first_minute
from debrief.measures import measure
from debrief.record import Record
from debrief.timeline import timeline
from scenarios.loader import library, load
from simulator.rehearse import rehearse


def _formats() -> Iterator[tuple[str, str]]:
    for slug in library():
        loaded = load(slug)
        if loaded.languages:
            yield from ((slug, name) for name in loaded.scenario().formats)


@pytest.mark.parametrize(("slug", "format_name"), list(_formats()))
def test_a_played_format_has_evidence_for_all_it_says(slug: str, format_name: str) -> None:
    """Each figure cites entries of the kinds its formula names, that the team may open."""
    played = rehearse(load(slug), format_name, seed=11)
    record = Record(played.plan, played.entries)
    kinds = {entry.seq: entry.kind for entry in played.entries}
    shown = {row.seq for row in timeline(record)}
    for figure in measure(record).values():
        assert {kinds[seq] for seq in figure.evidence} <= set(figure.kinds), figure.id
        assert set(figure.evidence) <= shown, figure.id
        assert bool(figure.evidence) or figure.value is None, figure.id
    told = first_minute(record)
    for said in (told.held, told.gap, told.change, told.count, told.question):
        assert said is None or set(said.seqs) <= shown
