"""The desk's main states are there to be looked at, at every width, and light enough to keep."""

from __future__ import annotations

import pytest

from tests.architecture.tree import ROOT
from tools.desk_pictures import LARGEST, STATES, WIDTHS


@pytest.mark.parametrize("width", WIDTHS)
def test_every_state_has_its_picture(width: int) -> None:
    """Ten states at 320, 768 and 1280 px, made by ``make pictures``, none heavier than it may."""
    folder = ROOT / "docs" / "pictures" / "desk"
    wanted = [folder / f"{state}-{width}.png" for state in STATES]
    assert [path.name for path in wanted if not path.is_file()] == []
    assert [path.name for path in wanted if path.stat().st_size > LARGEST] == []
    assert len(STATES) == 10
