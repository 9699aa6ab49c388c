"""The board of the five R's: how many entries each has in each scene, and the way to them.

A count says where to look, never how well it went; nothing is summed over scenes or over R's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.five_r import names
from webapp.gjennomgang.timeline import Chapter, Stretch
from webapp.gjennomgang.told import Line


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One R in one scene. ``href`` opens its entries, '' where there are none."""

    scene: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One R through the scenes; ``href`` shows all of them through it."""

    name: str
    asks: str
    href: str
    chosen: bool
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Five rows. ``chosen`` is the R that the page shows, None for all; ``all`` leads back."""

    scenes: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    all: str

    @property
    def chosen(self) -> BoardRow | None:
        """The row that the timeline is seen through."""
        return next((row for row in self.rows if row.chosen), None)


def board(chapters: Sequence[Chapter], eyes: Eyes, child: str, chosen: str = "") -> Board:
    """The board of a whole timeline; what stands in the background is not counted."""
    rows = []
    for r, (name, asks) in names(child).items():
        here = eyes.page("timeline", r)
        cells = []
        for chapter in chapters:
            count = sum(r in line.rs and not line.quiet for line in _lines(chapter))
            cells.append(BoardCell(chapter.title, count, f"{here}#{chapter.id}" if count else ""))
        rows.append(BoardRow(name, asks, here, r == chosen, tuple(cells)))
    titles = tuple(chapter.title for chapter in chapters)
    return Board(titles, tuple(rows), eyes.page("timeline"))


def only(chapters: Sequence[Chapter], r: str) -> tuple[Chapter, ...]:
    """The chapters with the lines of one R alone; those that then are empty fall out."""
    kept = []
    for chapter in chapters:
        stretches = tuple(
            Stretch(each.at, lines)
            for each in chapter.stretches
            if (lines := tuple(line for line in each.lines if r in line.rs))
        )
        if any(not line.quiet for each in stretches for line in each.lines):
            kept.append(replace(chapter, stretches=stretches))
    return tuple(kept)


def _lines(chapter: Chapter) -> list[Line]:
    return [line for each in chapter.stretches for line in each.lines]
