"""A journal as CSV: one entry a line, its fields as JSON, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

from debrief.exports.safe import safe
from debrief.exports.matters import matter_of
from debrief.record import Record
from simulator.play.calendar import calendar_of
from simulator.play.codec import line_of
from simulator.play.kernel import Entry

HEAD = (
    "seq", "at_ms", "story_ms", "story_time", "kind", "actor", "seat", "caused_by", "matter",
    "withdrawn", "body",
)  # fmt: skip


def to_csv(record: Record) -> bytes:
    """The file's bytes: UTF-8 with a mark, so that Excel reads æ, ø and å; CRLF, as RFC 4180."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(HEAD)
    for entry in record.entries:
        writer.writerow([safe(cell) for cell in _cells(record, entry)])
    return out.getvalue().encode("utf-8-sig")


def _cells(record: Record, entry: Entry) -> tuple[str, ...]:
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
        str(matter_of(record, entry)),
        "1" if entry.seq in record.withdrawn else "",
        json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
