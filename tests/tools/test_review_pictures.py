"""The gjennomgang's pages are there to be looked at, at two widths, and light enough to keep."""

from __future__ import annotations

import pytest

from tests.architecture.tree import ROOT
from tools.review_pictures import LARGEST, STATES, WIDTHS


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_has_its_picture(width: int) -> None:
    """Four phases and the pages behind the analysis, made by ``make pictures``, none too heavy."""
    folder = ROOT / "docs" / "pictures" / "review"
    wanted = [folder / f"{state}-{width}.png" for state in STATES]
    assert [path.name for path in wanted if not path.is_file()] == []
    assert [path.name for path in wanted if path.stat().st_size > LARGEST] == []
