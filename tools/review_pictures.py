"""The gjennomgang's pages at two widths, photographed after a real demo (see ``pictures``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from tools.desk_pictures import take
from tools.palette import Palette

WIDTHS = {320: 1_400, 1280: 1_000}
"""Width → the greatest height of a picture, in CSS pixels."""
LARGEST = 64_000
"""Bytes of a picture at most."""
STAGES = ("reactions", "description", "analysis", "application")
PAGES = (
    "handovers",
    "clarity",
    "responses",
    "child",
    "looks",
    "lenses",
    "lanes",
    "replay",
    "timeline",
    "documents",
)
STATES = (*STAGES, *PAGES)
"""The phases in their order, and the pages behind the analysis."""


def photograph(page: Page, palette: Palette, exercise: str, folder: Path) -> Iterator[Path]:
    """Every phase and page as whoever leads sees them; the pictures' paths."""
    for stage in STAGES:
        page.goto(f"/gjennomgang/{exercise}")
        page.locator(f".steering button[value='{stage}']").click()
        page.locator(f".steering button[value='{stage}'][aria-current=step]").wait_for()
        yield from take(page, palette, folder, stage, WIDTHS)
    for name in PAGES:
        page.goto(f"/gjennomgang/{exercise}/1/{name}")
        yield from take(page, palette, folder, name, WIDTHS)
