"""Cells that a spreadsheet never takes for a formula (CSV injection, OWASP ASVS 1.2.10)."""

from __future__ import annotations

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
"""What makes a program calculate, or split a cell, when a text begins with it."""


def safe(text: str) -> str:
    """The text, with a ``'`` in front where a spreadsheet might run it."""
    return f"'{text}" if text.startswith(STARTS) else text
