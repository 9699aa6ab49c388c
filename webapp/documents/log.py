"""The log: the team's timeline as rows to sort and search, each with its number."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Cell, Document, Row, Table
from webapp.documents.eyes import TEAM, Reading
from webapp.documents.frame import moment
from webapp.gjennomgang import five_r, replay
from webapp.regions.say import _


def log(reading: Reading) -> Document:
    """What the team may see of its journal. Who acted is a role, never a person."""
    record = reading.record
    head = (
        _("Rad"),
        _("Tid i historien"),
        _("Scene"),
        _("Hva som skjedde"),
        _("Ord"),
        _("Opplysninger"),
        _("R"),
        _("Spilt av systemet"),
        _("Tatt tilbake"),
    )
    return Document(
        _("Logg: %(title)s", title=record.plan.scenario.title),
        reading.lang,
        moment(record),
        (Table(_("Logg"), head, (5, 15, 15, 35, 30, 30, 15, 10, 10), tuple(_rows(reading))),),
    )


def _rows(reading: Reading) -> Iterator[Row]:
    names = five_r.names(reading.record.plan.scenario.child.name)
    for chapter in replay.chapters(reading.record, TEAM):
        for stretch in chapter.stretches:
            for line in stretch.lines:
                cells: tuple[Cell, ...] = (
                    line.seq,
                    stretch.at,
                    chapter.title,
                    line.text,
                    "\n".join(line.quotes),
                    "\n".join(line.cards),
                    ", ".join(names[r][0] for r in line.rs),
                    _yes(said=line.by_system),
                    _yes(said=line.withdrawn),
                )
                yield Row(cells)


def _yes(*, said: bool) -> str:
    return _("ja") if said else ""
