"""Opening a room: an exercise made from a scenario, with a PIN and links to it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from scenarios.discussion import Form, name_of
from scenarios.loader import Loaded
from simulator.casting import USUAL, Casting
from simulator.play.roster import ABSENCE
from webapp import clock
from webapp.rows import Door, RoomRow
from webapp.runtime import Runtime
from webapp.security import log, tokens

PIN_LASTS = 12 * clock.HOUR
"""D2: a PIN dies when the room closes, or after this."""


def open_exercise(  # noqa: PLR0913 - what the form that creates one has
    here: Runtime,
    loaded: Loaded,
    format_name: str,
    *,
    owner_id: str,
    teams: int = 1,
    people: int = 0,
    mode: str = "measured",
    door: Door = "open",
    seed: int | None = None,
    support: str = "",
    absent: Sequence[str] = (),
    casting: Casting = USUAL,
    form: Form = "spill",
) -> RoomRow:
    """Make an exercise and open its door.

    ``people`` is how many are expected in each team (0: nobody said); it decides which seats are
    given first. ``mode`` is ``measured`` or ``coached``; a solo format is always one team of one
    person, coached, with the clock. Every seat is played by the system until
    somebody takes it, as the ``casting`` says, but for the ``absent``: services that this kommune
    does not have. In a discussion nobody plays an empty seat, and there is no advice to ask for.
    """
    if loaded.scenario().formats[format_name].solo:
        teams, people, mode, form = 1, 1, "coached", "spill"
    elif form == "diskusjon":
        mode = "measured"
    exercise_id = tokens.new_id()
    nobody = dict.fromkeys(absent, ABSENCE)
    with here.lock:
        here.conduct.create(
            loaded,
            name_of(format_name, form),
            seed=secrets.randbelow(2**31) if seed is None else seed,
            teams=teams,
            exercise_id=exercise_id,
            mode=mode,
            casting=replace(casting, profiles={**casting.profiles, **nobody}),
        )
        room = RoomRow(
            exercise_id=exercise_id,
            owner_id=owner_id,
            title=loaded.scenario().title,
            pin=free_pin(here),
            nonce=tokens.new_id(),
            door=door,
            people=people,
            opened_wall=here.wall(),
            support=support,
        )
        here.room.open(room)
    log.record("room.opened", exercise=exercise_id, account=owner_id)
    return room


def free_pin(here: Runtime) -> str:
    """A PIN that no open room has. PINs that have lived their time are freed first."""
    for old in here.room.opened_before(here.wall() - PIN_LASTS):
        here.room.close(old.exercise_id, here.wall())
    pin = tokens.new_pin()
    while here.room.by_pin(pin) is not None:
        pin = tokens.new_pin()
    return pin


def is_open(here: Runtime, room: RoomRow) -> bool:
    """Whether people may still come in by PIN or QR code."""
    return room.pin is not None and here.wall() - room.opened_wall <= PIN_LASTS
