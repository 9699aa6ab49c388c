"""From a cookie's token to a visitor; asked anew for every request and every socket message."""

from __future__ import annotations

from collections.abc import Mapping

from webapp import clock
from webapp.access.cookies import LOGIN, SCREEN, SEAT
from webapp.access.visitor import Account, Nobody, Participant, Projector
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime
from webapp.security import tokens

SEAT_LASTS = clock.DAY
LOGIN_LASTS = clock.DAY
LOGIN_IDLE = 8 * clock.HOUR
SCREEN_PURPOSE = "projector"


def seat_token(participant_id: str, device_no: int) -> str:
    """A new token for a participant's phone."""
    return f"{participant_id}.{device_no}.{tokens.new_token()}"


def participant(runtime: Runtime, cookies: Mapping[str, str]) -> Participant | Nobody:
    """The participant whose newest phone carries this cookie."""
    token = cookies.get(runtime.config.cookie(SEAT), "")
    participant_id, _, rest = token.partition(".")
    device, _, secret = rest.partition(".")
    if not (participant_id and device.isdecimal() and secret):
        return Nobody()
    row = runtime.room.participant(participant_id)
    if row is None:
        return Nobody("expired")
    if int(device) < row.device_no:
        return Nobody("moved")
    if not tokens.same(tokens.digest(token), row.token_hash):
        return Nobody("expired")
    return _standing(row, runtime.wall())


def _standing(row: ParticipantRow, now: int) -> Participant | Nobody:
    if row.state in ("removed", "banned"):
        return Nobody("removed" if row.state == "removed" else "banned")
    if now - row.created_wall > SEAT_LASTS:
        return Nobody("expired")
    return Participant(
        row.id, row.exercise_id, row.team_id, row.seat_id, row.name, row.lang, row.state
    )


def account(runtime: Runtime, cookies: Mapping[str, str]) -> Account | Nobody:
    """The account whose log-in this cookie is, if it is neither too old nor too idle."""
    token = cookies.get(runtime.config.cookie(LOGIN), "")
    found = runtime.accounts.logged_in(tokens.digest(token)) if token else None
    if found is None:
        return Nobody()
    row, made, seen = found
    now = runtime.wall()
    if now - made > LOGIN_LASTS or now - seen > LOGIN_IDLE:
        runtime.accounts.log_out(tokens.digest(token))
        return Nobody("expired")
    if now - seen > clock.MINUTE:
        runtime.accounts.saw(tokens.digest(token), now)
    return Account(row.id, row.email, row.is_admin)


def projector(runtime: Runtime, cookies: Mapping[str, str]) -> Projector | Nobody:
    """The screen that carries this cookie, if its link has not been made useless."""
    return screen_of(runtime, cookies.get(runtime.config.cookie(SCREEN), ""))


def screen_of(runtime: Runtime, token: str) -> Projector | Nobody:
    """The screen a projector link's token is for."""
    room = ticket_room(runtime, SCREEN_PURPOSE, token)
    return Projector(room.exercise_id) if room else Nobody()


def ticket_room(runtime: Runtime, purpose: str, token: str) -> RoomRow | None:
    """The room that a link's token opens for this purpose."""
    try:
        room = runtime.room.room(tokens.ticket_subject(token))
    except KeyError:
        return None
    return room if tokens.is_ticket(token, runtime.secrets, purpose, room.nonce) else None


def leads(runtime: Runtime, account_: Account, exercise_id: str) -> bool:
    """Whether the account may lead this exercise."""
    try:
        room = runtime.room.room(exercise_id)
    except KeyError:
        return False
    return account_.is_admin or room.owner_id == account_.id


def facing(
    runtime: Runtime, cookies: Mapping[str, str], exercise_id: str
) -> Participant | Account | Nobody:
    """Who acts: whoever leads ``exercise_id`` if one is named, else the participant."""
    return account(runtime, cookies) if exercise_id else participant(runtime, cookies)
