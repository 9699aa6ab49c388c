"""Which trait decides whether a colleague does what is expected of it: one for each sort of act."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.behaviour.traits import Traits
from scenarios.schema import Expected

BY_ACT: Mapping[str, str] = {
    "answer": "acts",
    "ask": "acts",
    "share": "tells_on",
    "handover": "hands_over",
    "claim": "claims",
    "meet": "convenes",
    "listen": "listens",
    "wonder": "wonders",
    "escalate": "raises",
    "coordinate": "coordinates",
    "tell": "tells_back",
    "consent": "asks_leave",
    "plan": "plans",
    "evaluate": "evaluates",
    "notify": "reports",
    "refer": "hands_over",
    "decide": "decides",
    "level": "decides",
    "order": "decides",
    "need": "coordinates",
    "appoint": "coordinates",
    "release": "decides",
    "control": "records",
    "sign": "plans",
    "talk": "answers",
    "disagree": "answers",
}
"""Expected act → trait."""
AT_A_SIGN = frozenset({"answer", "ask", "share"})
"""What it does at a weak sign only if it notices such."""


def urge(traits: Traits, expected: Expected, *, weak: bool) -> int:
    """How often it does ``expected``. ``weak``: nothing has gone wrong yet, it is only a sign."""
    if expected.act == "share" and expected.basis == "duty":
        return traits.reports
    if weak and expected.act in AT_A_SIGN:
        return traits.notices
    value: int = getattr(traits, BY_ACT[expected.act])
    return value
