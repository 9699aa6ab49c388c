"""The page of results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def page(figures: Mapping[str, Any]) -> str:
    """docs/validity.md."""
    return str(figures)
