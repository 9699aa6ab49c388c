"""The child's situation in words, in the audience's own language. Never a figure."""

from __future__ import annotations

from simulator.play.situation import Child, Value
from webapp.regions.sight import Sight


def rung(sight: Sight, value: Value) -> str:
    """The scenario's words for a value as it is now ('' if it has none)."""
    values = sight.state[Child].values
    if value not in values:
        return ""
    said = ""
    rungs = sight.plan.scenario.situation.words.get(value, [])
    for each in sorted(rungs, key=lambda step: step.least):
        if each.least <= values[value]:
            said = each.text
    return said
