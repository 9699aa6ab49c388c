"""Every refusal has words."""

from __future__ import annotations

import re

from tests.architecture.tree import ending
from webapp import refusals

REFUSAL = re.compile(r'Refusal\(\s*"([a-z_]+)"')


def test_every_refusal_of_the_rules_has_words() -> None:
    """Whoever is refused is told why; a code without a text, or the reverse, is a mistake."""
    sources = [path.read_text(encoding="utf-8") for path in ending(".py", "simulator")]
    codes = {code for source in sources for code in REFUSAL.findall(source)}
    assert codes == set(refusals.IN_PLAY)


def test_an_unknown_code_still_says_what_to_do() -> None:
    """Words for a code that has none yet."""
    assert refusals.in_words("no_such_code") == str(refusals.UNKNOWN)
