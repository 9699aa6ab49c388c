"""The tables of pictures and replay as CSV, for a spreadsheet.

Separated by semicolons and marked as UTF-8, as spreadsheets set to Norwegian read them.
"""

from __future__ import annotations

import csv as writing
import io
from collections.abc import Iterable

from webapp.gjennomgang import drawings, replay
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.replay import Asked
from webapp.regions.say import _, speaking

Row = tuple[str, ...]
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\0")
"""What makes a spreadsheet take a cell for a formula (D14)."""


def csv(opened: Opened, page: str, asked: Asked) -> str | None:
    """The table of a page; None if the page has none."""
    with speaking():
        rows = _rows(opened, page, asked)
    if rows is None:
        return None
    written = io.StringIO()
    written.write("\ufeff")
    writing.writer(written, delimiter=";", lineterminator="\r\n").writerows(
        [cell(each) for each in row] for row in rows
    )
    return written.getvalue()


def cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULAS) else words


def _rows(opened: Opened, page: str, asked: Asked) -> list[Row] | None:
    if page == "replay":
        return list(_of_replay(opened, asked))
    make = {"handovers": drawings.handover_network, "lanes": drawings.lanes}.get(page)
    if make is None:
        return None
    drawn = make(opened.record, opened.eyes)
    own = ((*cells, ", ".join(str(each.seq) for each in links)) for cells, links in drawn.rows)
    return [(*drawn.head, _("Hendelse")), *own]


def _of_replay(opened: Opened, asked: Asked) -> Iterable[Row]:
    yield (*replay.head(), _("Hendelse"))
    for each in replay.lines(replay.through_of(opened, asked)):
        marks = ", ".join(each.sorts)
        yield each.at, each.minute, each.phase, each.text, marks, str(each.seq)
