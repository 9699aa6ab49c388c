"""The small scenario with Planen and the full handover in it, to test with."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from scenarios.loader import Loaded, from_document, load

ACTIONS = ["claim", "meet", "listen", "wonder", "plan", "evaluate", "isbar"]
ASKED: dict[str, tuple[str, list[str]]] = {
    "X3": ("plan", ["kontaktlaerer"]),
    "X7": ("evaluate", []),
}
"""Expected actions of the small scenario that ask for Planen here: act and addressees."""


def with_plan() -> Loaded:
    """Small in both formats: they name ``plan``, ``evaluate`` and ``isbar``, and expect a plan."""
    document = deepcopy(load("small").document)
    source: dict[str, Any] = document["source"]
    for each in source["formats"].values():
        each["actions"] = ACTIONS
    for inject in source["injects"]:
        for expected in inject.get("expects", []):
            if expected["id"] in ASKED:
                expected["act"], expected["to"], expected["facts"] = *ASKED[expected["id"]], []
    return from_document(document)
