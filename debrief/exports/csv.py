"""A journal as CSV: one entry a line, its fields as JSON, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

from debrief.documents.harmless import harmless
from debrief.exports.matters import Matter, exported
from debrief.record import Record
from simulator.play.calendar import calendar_of
from simulator.play.codec import line_of
from simulator.play.kernel import Entry

HEAD = (
    "seq", "at_ms", "story_ms", "story_time", "kind", "actor", "seat", "caused_by", "matter",
    "withdrawn", "body",
)  # fmt: skip


def to_csv(record: Record) -> bytes:
    """The file's bytes: semicolons, and marked as UTF-8, as Norwegian spreadsheets read them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for entry, matter in exported(record):
        writer.writerow([harmless(cell) for cell in _cells(record, entry, matter)])
    return out.getvalue().encode("utf-8-sig")


def _cells(record: Record, entry: Entry, matter: Matter) -> tuple[str, ...]:
    body = line_of(entry)["body"]
    return (
        str(entry.seq),
        str(entry.at_ms),
        str(entry.story_ms),
        calendar_of(record.plan.scenario).moment(entry.story_ms).isoformat(timespec="seconds"),
        entry.kind,
        entry.actor.kind,
        entry.actor.seat,
        str(entry.caused_by or ""),
        str(matter),
        "1" if entry.seq in record.withdrawn else "",
        json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
