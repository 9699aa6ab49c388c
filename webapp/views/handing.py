"""The full form of a handover, where the format asks for it."""

from __future__ import annotations

from webapp.regions import child, isbar
from webapp.regions.sight import Sight
from webapp.regions.team import colleague
from webapp.views.desk import others


def form(sight: Sight, verb: str) -> dict[str, object]:
    """What the form needs besides; nothing for the short one."""
    if verb != "handover" or not sight.offers("isbar"):
        return {}
    heard = child.child(sight).heard
    return {
        "full": True,
        "isbar_label": lambda name: isbar.label(sight, name),
        "coordinating": isbar.coordinating(),
        "my_words": [each for each in heard if each.text and not each.silence],
        "everybody": [colleague(sight, sight.seat), *others(sight)],
    }
