"""The documents of a journal file, for ``samspill debrief --docx`` and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from debrief.documents.model import Language
from debrief.record import Record
from scenarios.loader import from_document
from scenarios.plan import Plan, plan_for
from simulator.journal.file import JournalFile
from webapp.cli.spoken import spoken
from webapp.documents.eyes import Reading
from webapp.documents.making import made
from webapp.i18n import DEFAULT


def write(
    found: JournalFile, written: Plan, wanted: Mapping[str, Path], lang: Language, *, one_page: bool
) -> None:
    """Write each wanted form to its file, in ``lang``: the log as a spreadsheet, else the report,
    or the result on one page; of a discussion its minutes. ``written`` is the journal's own plan.
    """
    reading = Reading(Record(_plan_in(found, written, lang), found.entries), lang)
    paper = "one-page" if one_page else "report"
    if written.is_discussion:
        paper = "minutes"
    with spoken(lang):
        for form, path in wanted.items():
            path.write_bytes(made(reading, "log" if form == "xlsx" else paper, form))


def _plan_in(found: JournalFile, written: Plan, lang: Language) -> Plan:
    """The plan in the reader's language, or as the journal was written where it lacks that."""
    loaded = from_document(found.document)
    if lang == DEFAULT or lang not in loaded.languages:
        return written
    return replace(plan_for(loaded.scenario(lang), written.name), written=written)
