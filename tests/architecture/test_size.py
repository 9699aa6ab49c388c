"""Files stay small enough to be read in one go."""

from __future__ import annotations

from tests.architecture.tree import PACKAGES, ending, lines, told

MODULE_LINES = 300
WHOLE_LINES = 480
"""For what is read in one place: a room of play holds a whole mechanic, the schema the language."""
TEMPLATE_LINES = 120


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    """A module that outgrows this has more than one noun in it."""
    modules = ending(".py", *PACKAGES, "tests", "benchmarks", "tools")
    long = {told(path): lines(path) for path in modules if lines(path) > _limit(told(path))}
    assert modules
    assert long == {}


def _limit(path: str) -> int:
    whole = path.startswith("simulator/play/") or path == "scenarios/schema.py"
    return WHOLE_LINES if whole else MODULE_LINES


def test_no_template_is_longer_than_a_hundred_and_twenty_lines() -> None:
    """A template that outgrows this has parts that deserve files of their own."""
    templates = [*ending(".html", *PACKAGES), *ending(".j2", *PACKAGES)]
    long = {told(path): lines(path) for path in templates if lines(path) > TEMPLATE_LINES}
    assert long == {}
