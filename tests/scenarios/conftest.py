"""What tests of scenarios may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.workshop import Workshop, workshop


@pytest.fixture
def bench(tmp_path: Path) -> Workshop:
    """The small scenario, free to be broken."""
    return workshop(tmp_path / "small")
