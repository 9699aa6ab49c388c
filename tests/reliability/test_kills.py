"""E1, E2: the server is killed at random moments while phones act; nothing acknowledged is lost."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

import pytest

from tests.reliability.conftest import Hall, Halls
from tests.reliability.crowd import Hand, Told, now
from tests.reliability.ledger import play_ms
from tests.reliability.phone import Phone
from tests.reliability.player import Player
from tests.reliability.wire import until

PEOPLE = 6
RESTART_S = 5.0
RIGHT_AGAIN_S = 10.0
CLOCK_MS = 1_000


def test_three_kills_lose_nothing(hall: Halls) -> None:
    """After each kill: serving in 5 s, all acknowledged kept once, phones right, clock right."""
    killed = _killed(hall("small", "45"), kills=3, seed=1)
    # Here other tests share the machine; the proof, which has it alone, holds every one to it.
    assert min(killed.restarts) < RESTART_S, killed.restarts


@pytest.mark.proof
@pytest.mark.alone
@pytest.mark.parametrize("seed", [11, 12])
def test_twenty_kills_lose_nothing(
    hall: Halls, record_property: Callable[[str, object], None], seed: int
) -> None:
    """The same twenty times over, on Emma with her 45-minute format."""
    killed = _killed(hall("emma", "45"), kills=20, seed=seed)
    assert max(killed.restarts) < RESTART_S, killed.restarts
    record_property("kills", len(killed.restarts))
    record_property("phones", PEOPLE)
    record_property("acknowledged", sum(each.answer["ok"] for each in killed.told))
    record_property("sent again", sum(each.tries > 1 for each in killed.told))
    repeated = sum(bool(each.answer.get("repeated")) for each in killed.told)
    record_property("stored though its answer was lost", repeated)
    record_property("slowest restart, s", round(max(killed.restarts), 2))
    record_property("slowest return of all phones, s", round(max(killed.returns), 2))
    record_property("worst clock error, ms", killed.clock_error)


@dataclass
class Killed:
    """What was seen. ``restarts`` until it served, ``returns`` until all phones were back (s)."""

    restarts: list[float]
    returns: list[float]
    told: list[Told]
    clock_error: int


def _killed(room: Hall, kills: int, seed: int) -> Killed:
    random = Random(seed)
    hands = _people(room, random)
    room.leader.starts()
    for hand in hands:
        hand.phone.stay()
        hand.begin()
    restarts: list[float] = []
    returns: list[float] = []
    for _ in range(kills):
        time.sleep(random.uniform(0.3, 1.5))
        room.server.kill()
        killed = time.monotonic()
        room.server.start()
        assert room.leader.open("/") == 200
        restarts.append(time.monotonic() - killed)
        assert until(lambda: all(hand.phone.connected for hand in hands), RIGHT_AGAIN_S)
        returns.append(time.monotonic() - killed)
    time.sleep(0.5)
    for hand in hands:
        hand.end()
    _phones_are_right(room, hands)
    told = [each for hand in hands for each in hand.told]
    _kept_once(room, told)
    worst = _clock_error(room, told)
    assert worst <= CLOCK_MS
    return Killed(restarts, returns, told, worst)


def _people(room: Hall, random: Random) -> list[Hand]:
    for _ in range(PEOPLE):
        room.join()
    seats = room.ledger.seats()
    return [
        Hand(
            phone,
            Player(room.plan, seats[phone.id][1], Random(random.random())),
            Random(random.random()),
            pause_s=0.15,
        )
        for phone in room.phones
    ]


def _phones_are_right(room: Hall, hands: list[Hand]) -> None:
    """Nobody touched a phone; what each shows is what a page loaded now would show."""
    room.leader.steer("clock.pause")
    for hand in hands:
        assert until(partial(_is_right, hand.phone), RIGHT_AGAIN_S), {
            name: (html, hand.phone.screen.html[name])
            for name, html in hand.phone.fresh().items()
            if html != hand.phone.screen.html[name]
        }


def _is_right(phone: Phone) -> bool:
    return phone.screen.html == phone.fresh()


def _kept_once(room: Hall, told: list[Told]) -> None:
    """Each acknowledged command stands where its acknowledgement says, and nowhere else."""
    assert room.ledger.is_sound()
    (team,) = room.ledger.teams()
    lines = room.ledger.lines(team)
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    where: dict[str, list[int]] = {}
    for line in lines:
        where.setdefault(line.command_id or "", []).append(line.seq)
    receipts = room.ledger.receipts(team)
    for each in told:
        stored = f"p:{each.phone}:{each.command_id}"
        assert where.get(stored, []) == each.answer.get("seqs", []), each
        assert receipts[stored][2] == each.answer.get("code"), each
    assert Counter(each.answer["ok"] for each in told)[True] > PEOPLE


def _clock_error(room: Hall, told: list[Told]) -> int:
    """How far outside the time between sending and answer an act was stamped, at worst (ms)."""
    (team,) = room.ledger.teams()
    lines = room.ledger.lines(team)
    at = {line.seq: line.at_ms for line in lines}
    worst = 0
    for each in told:
        for seq in each.answer.get("seqs", []):
            early = play_ms(lines, each.sent) - at[seq]
            late = at[seq] - play_ms(lines, each.answered)
            worst = max(worst, early, late)
    assert now() > lines[-1].recorded_at
    return worst
