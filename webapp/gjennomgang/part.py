"""A part: one of several things told side by side."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.gjennomgang.eyes import Evidence


@dataclass(frozen=True, slots=True)
class PartView:
    """One of several things told side by side; ``note`` points at something, or is empty."""

    id: str
    name: str
    word: str
    lines: tuple[str, ...]
    note: str
    evidence: tuple[Evidence, ...]
