"""Text that no program takes for a formula, and that XML can hold (requirement D14)."""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
"""How a cell begins that a spreadsheet may run (OWASP, CSV injection; ASVS 5.0, 1.2.10)."""
_UNHEARD_OF = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has no place for."""


_NEW_LINE = re.compile("\r\n?")


def printable(text: str) -> str:
    """The text without characters that no document can hold, its lines ended in one way."""
    return _UNHEARD_OF.sub("", _NEW_LINE.sub("\n", text))


def harmless(text: str) -> str:
    """The text as a cell: with an apostrophe before it where it might be run."""
    shown = printable(text)
    return f"'{shown}" if text.startswith(FORMULA) or shown.startswith(FORMULA) else shown
