"""Who is asking, and what is for whom.

from webapp import access

@desk.get("/desk")
@access.allow("participant")
def index() -> str:
me = access.participant()
"""

from webapp.access.identify import account as logged_in
from webapp.access.identify import facing, leads, screen_of, seat_token
from webapp.access.identify import participant as seated
from webapp.access.identify import projector as screen
from webapp.access.policy import account, allow, current, guard, participant, roles_of
from webapp.access.visitor import Account, Nobody, Participant, Projector, Visitor

__all__ = [
    "Account",
    "Nobody",
    "Participant",
    "Projector",
    "Visitor",
    "account",
    "allow",
    "current",
    "facing",
    "guard",
    "leads",
    "logged_in",
    "participant",
    "roles_of",
    "screen",
    "screen_of",
    "seat_token",
    "seated",
]
