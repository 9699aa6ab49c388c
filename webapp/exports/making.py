"""The files that a journal can be taken out as. The same journal gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from debrief.exports.csv import to_csv
from debrief.exports.nameless import nameless, without_names
from debrief.exports.xes import to_xes
from debrief.record import Record
from scenarios.plan import Plan
from simulator.journal.file import journal_lines
from simulator.play.kernel import Entry


@dataclass(frozen=True, slots=True)
class Taken:
    """What an export is made of. ``names`` are those people chose: they stand in no file."""

    document: Mapping[str, Any]
    """The scenario, as the first line of a journal file has it."""
    plan: Plan
    entries: Sequence[Entry]
    names: Iterable[str] = ()

    def nameless(self) -> list[Entry]:
        """The journal without its people."""
        own_words = json.dumps(self.document, ensure_ascii=False)
        return nameless(self.entries, without_names(self.names, own_words))

    def record(self) -> Record:
        """The same, read."""
        return Record(self.plan, self.nameless())


def _jsonl(taken: Taken) -> bytes:
    return b"".join(journal_lines(taken.document, taken.nameless()))


MAKERS: Mapping[str, Callable[[Taken], bytes]] = {
    "jsonl": _jsonl,
    "csv": lambda taken: to_csv(taken.record()),
    "xes": lambda taken: to_xes(taken.record()),
}
"""By the ending of the file."""
MEDIA = {"jsonl": "application/x-ndjson", "csv": "text/csv", "xes": "application/xml"}


def exported(taken: Taken, form: str) -> bytes:
    """The file's bytes. KeyError for a form there is not."""
    return MAKERS[form](taken)
