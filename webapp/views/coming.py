"""Whether somebody has come to their seat, or back to it, in the middle of play."""

from __future__ import annotations

from flask import session

from simulator.play.care import Care
from simulator.play.clock import is_playing
from simulator.play.roster import Chair, Roster
from webapp import access
from webapp.regions.catchup import CatchUp, catchup
from webapp.regions.sight import Sight
from webapp.runtime import runtime

READ = "caught_up"
"""Session key: the coming for which the card has been put away."""


def coming(sight: Sight, me: access.Participant) -> str:
    """Which coming it is: to the seat, from a rest, or from having been away; '' for none."""
    came = sight.state[Roster].came.get(me.id, 0)
    rested = sight.state[Care].back.get(me.id, 0)
    away = runtime().presence.back(me.id)
    return f"{sight.seat}:{came}:{rested}:{away}" if came or rested or away else ""


def card_for(sight: Sight, me: access.Participant) -> CatchUp | None:
    """The catch-up card, if the seat has just been come to, or is played by the system."""
    if not is_playing(sight.state):
        return None
    now = coming(sight, me)
    unread = bool(now) and session.get(READ) != now
    return catchup(sight) if unread or is_stood_in(sight) else None


def is_stood_in(sight: Sight) -> bool:
    """Whether the system plays the seat for those who hold it."""
    return sight.state[Roster].chairs.get(sight.seat, Chair()).stood_in


def put_away(sight: Sight, me: access.Participant) -> None:
    """The card has been read."""
    session[READ] = coming(sight, me)
