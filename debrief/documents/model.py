"""A document before it is paper: a title, a language, and parts that name their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

Language = Literal["nb", "nn", "en"]
Cell = str | int
Seqs = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. ``level`` is 1 or 2; the document's title stands above both."""

    text: str
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, and the journal entries that show them. ``strong`` is what the eye is to find."""

    text: str
    evidence: Seqs = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short things side by side."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    evidence: Seqs = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a head. ``widths`` are the columns' shares of the page.

    In a table whose rows name evidence, the last cell of the row ends with it.
    """

    caption: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


Part = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that paper needs to know. ``moment`` is a date of the story, never of today: the
    same journal gives the same bytes."""

    title: str
    lang: Language
    moment: datetime
    parts: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in order."""
        return tuple(part for part in self.parts if isinstance(part, Table))


def cited(seqs: Iterable[int]) -> str:
    """Entries as a reader looks them up: ``[3, 7–9]``; '' for none."""
    known = sorted({seq for seq in seqs if seq})
    if not known:
        return ""
    starts = [known[0], *(b for a, b in pairwise(known) if b != a + 1)]
    ends = [*(a for a, b in pairwise(known) if b != a + 1), known[-1]]
    runs = (str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))
    return f"[{', '.join(runs)}]"


def with_evidence(text: Cell, seqs: Iterable[int]) -> str:
    """The words with their entries behind them."""
    return f"{text} {cited(seqs)}".strip()
