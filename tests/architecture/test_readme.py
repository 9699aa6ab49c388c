"""Each package says in a few lines what it may not do."""

from __future__ import annotations

import pytest

from tests.architecture.tree import PACKAGES, ROOT

LINES = 4


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_what_it_may_not_do(package: str) -> None:
    """The README is short enough to be read, and names a limit."""
    text = (ROOT / package / "README.md").read_text(encoding="utf-8")
    said = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert 1 <= len(said) <= LINES
    assert "may not" in text.lower()
