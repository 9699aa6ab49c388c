"""What happens to a place: somebody comes, gets a role, changes it, moves phone, leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from simulator.journal.store_contract import Receipt
from simulator.play.kernel import FACILITATOR, Actor
from simulator.play.roster import LeaveSeat, TakeSeat, absent
from webapp import access, emitting, fanout
from webapp.join import seating
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime
from webapp.security import log, tokens

THERE_ALREADY = "already_yours"
OTHER_END = "other_end_is_yours"


def come_in(here: Runtime, room: RoomRow, name: str, lang: str) -> tuple[ParticipantRow, str]:
    """A new participant in the lobby of the smallest team, and the token of their phone."""
    with here.lock:
        people = here.room.participants(room.exercise_id)
        teams = [team.id for team in here.store.teams(room.exercise_id)]
        participant_id, now = tokens.new_id(), here.wall()
        token = access.seat_token(participant_id, 1)
        row = ParticipantRow(
            id=participant_id,
            exercise_id=room.exercise_id,
            team_id=seating.team_for(teams, people),
            seat_id=None,
            name=name,
            lang=lang,
            token_hash=tokens.digest(token),
            device_no=1,
            code=free_code(here),
            state="lobby",
            created_wall=now,
            seen_wall=now,
        )
        here.room.add(row)
    log.record("participant.joined", exercise=room.exercise_id, participant=participant_id)
    fanout.announce([row.team_id])
    return row, token


def free_code(here: Runtime) -> str:
    """A seat code that nobody has."""
    code = tokens.new_code()
    while here.room.by_code(code) is not None:
        code = tokens.new_code()
    return code


def take_role(
    here: Runtime, row: ParticipantRow, wanted: str | None = None, *, pair: bool = False
) -> str:
    """Give a participant the next seat, or the free one they want; the phone's new token.

    With ``pair`` the wanted seat may be one that others play: they then share it. After the end
    of play there is no seat to take; they come to the gjennomgang without one. Raises LookupError
    if the wanted seat is not to be had, and leaves them where they were.
    """
    with here.lock:
        seat_id = _sit(here, row, wanted, pair=pair)
        token = access.seat_token(row.id, row.device_no)
        here.room.change(row.id, seat_id=seat_id, state="in", token_hash=tokens.digest(token))
    _sat(here, row, seat_id)
    return token


def give_role(here: Runtime, row: ParticipantRow, wanted: str) -> None:
    """The facilitator gives somebody a free seat, whatever they played; their phone goes on with
    the token it has. LookupError if the seat is not to be had."""
    with here.lock:
        seat_id = _sit(here, row, wanted)
        here.room.change(row.id, seat_id=seat_id, state="in")
    _sat(here, row, seat_id)


def _sit(
    here: Runtime, row: ParticipantRow, wanted: str | None, *, pair: bool = False
) -> str | None:
    """Take the seat in the journal, and leave the one before; the seat, None after the end."""
    people = [each for each in here.room.participants(row.exercise_id) if each.id != row.id]
    filled = seating.taken(row.team_id, people)
    state = here.conduct.state(row.team_id)
    plan, gone = state.plan, absent(state)
    free = seating.shared(plan, filled) if pair else seating.choices(plan, filled, gone)
    if wanted is not None and wanted not in free:
        raise LookupError(wanted)
    room = here.room.room(row.exercise_id)
    seat = wanted or seating.seat_for(plan, room.people, filled, gone)
    taken = _take(here, row, seat)
    if taken.code == OTHER_END:
        raise LookupError(seat)
    if row.seat_id is not None and row.seat_id != seat:
        _leave(here, row)
    return seat if taken.code in (None, THERE_ALREADY) else None


def _sat(here: Runtime, row: ParticipantRow, seat_id: str | None) -> None:
    # Other tabs still stand in the old seat's room.
    emitting.hang_up(here, row.id, "role")
    log.record("seat.claimed", exercise=row.exercise_id, participant=row.id, seat=seat_id)
    fanout.announce([row.team_id])


def _take(here: Runtime, row: ParticipantRow, seat: str) -> Receipt:
    actor = Actor("seat", seat, row.id)
    return here.conduct.handle(row.team_id, actor, TakeSeat(seat, row.id), tokens.new_id())


def _leave(here: Runtime, row: ParticipantRow) -> None:
    if row.seat_id is not None:
        command = LeaveSeat(row.seat_id, row.id)
        here.conduct.handle(row.team_id, FACILITATOR, command, tokens.new_id())


def move_here(here: Runtime, row: ParticipantRow) -> str:
    """The participant goes on with this phone; its token. The other phone is told."""
    token = access.seat_token(row.id, row.device_no + 1)
    with here.lock:
        here.room.change(
            row.id,
            device_no=row.device_no + 1,
            token_hash=tokens.digest(token),
            code=free_code(here),
        )
    emitting.hang_up(here, row.id, "moved")
    log.record("device.moved", exercise=row.exercise_id, participant=row.id)
    return token


def reissue(here: Runtime, row: ParticipantRow) -> ParticipantRow:
    """A lost phone: its token dies, and a new seat code is made for the next one (A6)."""
    with here.lock:
        changed = replace(
            row,
            device_no=row.device_no + 1,
            token_hash=tokens.digest(tokens.new_token()),
            code=free_code(here),
        )
        here.room.change(
            row.id,
            device_no=changed.device_no,
            token_hash=changed.token_hash,
            code=changed.code,
        )
    emitting.hang_up(here, row.id, "moved")
    log.record("seat.reissued", exercise=row.exercise_id, participant=row.id)
    return changed


def go_out(here: Runtime, row: ParticipantRow, as_: Literal["removed", "banned"]) -> None:
    """Somebody leaves or is taken out; the system plays on in their seat."""
    with here.lock:
        _leave(here, row)
        here.room.change(row.id, state=as_, seat_id=None, code=None)
    emitting.hang_up(here, row.id, as_)
    log.record(f"participant.{as_}", exercise=row.exercise_id, participant=row.id)
    fanout.announce([row.team_id])
