"""The timeline page: what happened, scene by scene, each entry with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from debrief.record import Record
from debrief.timeline import OWN, TimelineRow, timeline
from webapp.gjennomgang import when
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.told import Line, line
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries of one moment of the story."""

    at: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A scene (or what came before and after them all)."""

    id: str
    title: str
    date: str
    stretches: tuple[Stretch, ...]


def chapters(record: Record, eyes: Eyes) -> tuple[Chapter, ...]:
    """What ``eyes`` may see of the journal, in order."""
    found: list[tuple[str, list[TimelineRow]]] = [(_("Før første scene"), [])]
    for row in rows(record, eyes):
        if row.kind == "leg.started":
            found.append((_scene(record, row), []))
        elif row.kind == "interlude.started":
            found.append((_("Hvem har hva i ventetiden?"), []))
        elif row.kind == "play.ended":
            found.append((_("Etter spillet"), []))
        found[-1][1].append(row)
    return tuple(
        Chapter(f"scene-{number}", title, when.date(own[0].moment), _stretches(record, own, eyes))
        for number, (title, own) in enumerate(found)
        if own
    )


def rows(record: Record, eyes: Eyes) -> tuple[TimelineRow, ...]:
    """The rows for ``eyes``: their own private ones in full, those of others without content."""
    shared = timeline(record, eyes.audience)
    if not eyes.seat:
        return shared
    own = {row.seq: row for row in timeline(record, eyes.seat) if row.kind in OWN}
    together = {row.seq: row for row in shared} | own
    return tuple(together[seq] for seq in sorted(together))


def _scene(record: Record, row: TimelineRow) -> str:
    scene = record.plan.scenes.get(str(row.about.get("scene", "")))
    return scene.title if scene else ""


def _stretches(record: Record, own: Iterable[TimelineRow], eyes: Eyes) -> tuple[Stretch, ...]:
    found: dict[str, list[Line]] = {}
    for row in own:
        found.setdefault(when.short(row.moment), []).append(line(record, row, eyes))
    return tuple(Stretch(at, tuple(lines)) for at, lines in found.items())
