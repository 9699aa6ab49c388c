"""What a colleague says in the full form of a handover: what it plainly knows, and no more."""

from __future__ import annotations

from simulator.engine.asked import own_words
from simulator.play.baton import Baton
from simulator.play.isbar import Isbar, asked_in
from simulator.play.kernel import State
from simulator.play.voice import Voices


def said_by(state: State, seat: str, situation: str) -> Isbar | None:
    """The fields as ``seat`` fills them; None where the format does not ask for them."""
    if not asked_in(state.plan):
        return None
    heard = [
        each.id for each in state[Voices].listenings.values() if each.seat == seat and each.voice
    ]
    return Isbar(
        identify=own_words(state, "identify"),
        situation=situation,
        listening=heard[-1] if heard else "",
        meanwhile=seat,
        coordinator="named" if state[Baton].holder else "unknown",
    )
