"""Decisions that say *samhandling*, *samarbeid* or *samordning*: three words that are not one.

Only what was written is read, and only to ask about it: whether a word was the wrong one, only
those who wrote it can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from debrief.record import Record
from simulator.play.decisions import DecisionMade
from simulator.play.minutes import MeetingDecided

Term = Literal["samhandling", "samarbeid", "samordning"]
STEMS: tuple[tuple[Term, re.Pattern[str]], ...] = (
    ("samhandling", re.compile(r"\bsamhandl", re.IGNORECASE)),
    ("samarbeid", re.compile(r"\bsamarbeid", re.IGNORECASE)),
    ("samordning", re.compile(r"\bsamordn", re.IGNORECASE)),
)
"""The words as they begin in bokmål and nynorsk, bent or not."""


@dataclass(frozen=True, slots=True)
class Label:
    """A decision, the first of the words that it says, and whether it names who answers for it."""

    term: Term
    seq: int
    text: str
    owned: bool


def labels(record: Record) -> tuple[Label, ...]:
    """Every decision that says one of the words, in the order made."""
    return tuple(sorted(_labels(record), key=lambda label: label.seq))


def _labels(record: Record) -> Iterator[Label]:
    made = [(entry.seq, event.text, event.owner) for entry, event in record.of(MeetingDecided)]
    made += [(entry.seq, event.text, event.owner) for entry, event in record.of(DecisionMade)]
    for seq, text, owner in made:
        term = next((term for term, stem in STEMS if stem.search(text)), None)
        if term is not None:
            yield Label(term, seq, text, bool(owner))
