"""What simulated colleagues say in words of the house, in the reader's language."""

from __future__ import annotations

from flask_babel import get_locale

from scenarios.phrases import reworded


def read(text: str, child: str) -> str:
    """What somebody said, as the reader has it: a colleague's phrase about ``child`` in the
    language in use, anything else as it was written."""
    return reworded(text, child, str(get_locale() or "nb"))
