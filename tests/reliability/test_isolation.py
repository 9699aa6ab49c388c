"""One exercise, three teams on one clock: no byte of one reaches another (D7)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html import unescape
from random import Random

import pytest

from tests.reliability.conftest import Hall, Halls
from tests.reliability.phone import Phone
from tests.reliability.player import Player
from tests.reliability.wire import until

TEAMS = 3
EACH = 3
LINK = re.compile(r'href="(/[^"#]*)"')
AWAY = ("/static", "/login", "/leave", "/role", "/device")
"""Links that a player does not follow in the middle of a drill."""


def test_three_teams_never_hear_of_one_another(hall: Halls) -> None:
    """Words and names of one team stand in no answer, page or frame that another received."""
    _kept_apart(hall("small", "45", teams=TEAMS), acts=200, seed=7)


@pytest.mark.proof
def test_three_teams_of_emma_never_hear_of_one_another(
    hall: Halls, record_property: Callable[[str, object], None]
) -> None:
    """The same on Emma with a thousand acts."""
    for name, figure in _kept_apart(hall("emma", "45", teams=TEAMS), acts=1_000, seed=8).items():
        record_property(name, figure)


def _kept_apart(room: Hall, acts: int, seed: int) -> dict[str, object]:
    random = Random(seed)
    for number in range(TEAMS * EACH):
        room.join(f"Navn{number}nn", listening=True)
    room.leader.starts()
    seats = room.ledger.seats()
    players: list[tuple[Phone, str, Player]] = []
    for phone in room.phones:
        phone.stay()
        team, seat = seats[phone.id]
        player = Player(room.plan, seat, Random(random.random()), mark=_mark(team))
        players.append((phone, team, player))
    done = sum(_one_act(random.choice(players), random) for _ in range(acts))
    room.leader.steer("play.end")
    for phone, _team, _player in players:
        _wander(phone, random, steps=5)
    assert until(lambda: all(phone.connected for phone in room.phones))
    _judge(players)
    heard = sum(len(part) for phone in room.phones for part in phone.heard)
    return {"teams": TEAMS, "phones": len(players), "acts done": done, "bytes heard": heard}


def _mark(team: str) -> str:
    """A word that nobody else uses."""
    return f"merke{team.rpartition('-')[2]}qzx"


def _one_act(who: tuple[Phone, str, Player], random: Random) -> bool:
    phone, _team, player = who
    kind, body = player.choose("".join(phone.screen.html.values()))
    answer = phone.act(kind, body)
    if answer.get("code") == "too_fast":
        time.sleep(0.1)
    if random.random() < 0.15:
        _wander(phone, random, steps=1)
    return bool(answer["ok"])


def _wander(phone: Phone, random: Random, steps: int) -> None:
    """Follow links as somebody curious would."""
    phone.open("/desk")
    for _ in range(steps):
        links = [unescape(link) for link in LINK.findall(phone.page)]
        inside = [link for link in links if not link.startswith(AWAY) and link != "/"]
        if not inside or phone.open(random.choice(inside)) >= 400:
            phone.open("/desk")
    phone.open("/desk")


def _judge(players: list[tuple[Phone, str, Player]]) -> None:
    teams = {team for _phone, team, _player in players}
    names = {phone.id: f"Navn{number}nn" for number, (phone, _t, _p) in enumerate(players)}
    for phone, team, _player in players:
        heard = "".join(phone.heard)
        assert _mark(team) in heard, "a team that heard nothing of itself proves nothing"
        for other in teams - {team}:
            assert _mark(other) not in heard, _around(heard, _mark(other))
            assert f'"{other}"' not in heard, _around(heard, other)
        for stranger, its_team, _p in players:
            if its_team != team:
                assert stranger.id not in heard, _around(heard, stranger.id)
                assert names[stranger.id] not in heard, _around(heard, names[stranger.id])


def _around(heard: str, word: str) -> str:
    at = heard.index(word)
    return heard[max(0, at - 300) : at + 100]
