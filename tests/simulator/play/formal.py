"""The small scenario with what letters, decisions and samordning ask for: BUP, a kommunalsjef."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from scenarios.loader import Loaded
from tests.scenarios.workshop import workshop
from tests.simulator.builder import Room

MINUTE = 60_000
DAY_MS = 24 * 60 * MINUTE
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


@cache
def formal() -> Loaded:
    """Rektor also settles who coordinates, helsesykepleier also takes referrals as BUP does, and
    one task is as much as a seat should own."""
    usual = "meet, listen, wonder, claim"
    named = f"actions: [{usual}, coordinate, notify, refer, decide, level, order]"
    load = "    load: {first_15_min: 4,"
    with TemporaryDirectory() as folder:
        shop = workshop(Path(folder))
        shop.edit("people.yaml", "roles: [R10]", "roles: [R10, R48]")
        shop.edit("people.yaml", "roles: [R17]", "roles: [R17, R37]")
        shop.edit("scenario.yaml", f"actions: [{usual}]", f"{named}\n    load: {{tasks: 1}}")
        return shop.edit("scenario.yaml", load, f"    {named}\n{load} tasks: 1,").load()


def formal_room(manned: tuple[str, ...] = ALL, seed: int = 1) -> Room:
    """One minute into play of it."""
    return Room(manned=manned, story=formal(), seed=seed).start().at(MINUTE)


def on(room: Room, minutes: int) -> None:
    """Let play go on to that minute, settling as it goes."""
    for minute in range(2, minutes + 1):
        room.at(minute * MINUTE)
