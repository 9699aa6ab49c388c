"""What the forms of leading and cooperation show besides their fields."""

from __future__ import annotations

from simulator.play.cooperation import Cooperation
from webapp.regions import words
from webapp.regions.cooperation import differing
from webapp.regions.coordinator import TITLES, coordinator
from webapp.regions.item import ItemView
from webapp.regions.law import law
from webapp.regions.leading import VERDICTS, WHATS, points
from webapp.regions.pact import ASKS, NAMES, pact
from webapp.regions.say import _
from webapp.regions.sight import Sight


def extras(sight: Sight, verb: str, found: ItemView | None, about: str) -> dict[str, object]:
    """The context of one form; empty for verbs of other rooms."""
    if verb == "need":
        return {"rule": law(sight).sharing.get("D11")}
    if verb in ("appoint", "ask_family"):
        return {"post": coordinator(sight), "titles": [(each, _(TITLES[each])) for each in TITLES]}
    if verb == "release":
        whats = [(each, _(WHATS[each])) for each in WHATS]
        stuck = found.ref if found is not None and found.kind == "escalation" else ""
        return {"whats": whats, "stuck": stuck}
    if verb == "control":
        verdicts = [(each, _(VERDICTS[each])) for each in VERDICTS]
        return {"points": points(sight), "verdicts": verdicts}
    if verb in ("pact", "reopen"):
        asks = [(each, _(NAMES[each]), _(ASKS[each], child=sight.child)) for each in NAMES]
        return {"pact": pact(sight), "five": asks}
    if verb == "repair":
        return {"differing": own_disagreement(sight, about)}
    return {}


def own_disagreement(sight: Sight, name: str) -> object:
    """The disagreement, if the seat is one of the two; else None."""
    found = sight.state[Cooperation].disagreements.get(name)
    if found is None or sight.seat not in (found.said.seat, found.said.to):
        return None
    return differing(sight, found)


def replies(sight: Sight, found: ItemView) -> dict[str, object]:
    """What the answer to an item of these rooms needs."""
    if found.kind == "pact":
        return {"pact": pact(sight)}
    if found.kind in ("need", "appointment", "first_meeting"):
        return {"post": coordinator(sight)}
    if found.kind == "disagreement":
        return {"stances": [(each, words.stance(each)) for each in words.STANCES]}
    return {}
