"""Every page of the longest format, asked for with right and wrong names, answers in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.routing import Rule

from scenarios.loader import load
from simulator.play.inbox import Inbox
from simulator.play.kernel import State
from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD
from webapp.accounts.first_link import new_account
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.security import passwords
from webapp.views.verbs import VERBS

PLACE = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")
TRIES = 40
"""Most ways in which one rule is asked for."""
NOISE = ("", "ingen-1", "0", "../..", "æøå «»", "x" * 300)


@pytest.fixture
def room(here: Runtime) -> RoomRow:
    """Emma in 180 minutes, which offers every act there is."""
    owner = new_account(here.accounts, "leder@example.no", here.wall())
    here.accounts.set_password(owner.id, passwords.hashed(PASSWORD))
    return open_exercise(here, load("emma"), "180", owner_id=owner.id, teams=1, seed=7)


@pytest.fixture
def played(
    playing: RoomRow,
    leader: Browser,
    seated: Callable[..., Browser],
    advance: Callable[[int], None],
) -> list[Browser]:
    """Two people ten minutes into play, and whoever leads."""
    del playing
    people = [seated("Kari"), seated("Ola")]
    advance(600_000)
    return [*people, leader]


def test_no_page_fails_whatever_it_is_asked(
    app: Flask, room: RoomRow, played: list[Browser], state: Callable[..., State]
) -> None:
    """No 5xx from any address, for participants, the øvingsleder or a stranger."""
    names = _names(room, state())
    asked = [
        path
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint != "static"
        for path in islice(_paths(rule, names), TRIES)
    ]
    answers = [
        (path, who.get(path).status_code) for who in (*played, Browser(app)) for path in asked
    ]
    assert [(path, status) for path, status in answers if status >= 500] == []
    assert sum(status == 200 for _, status in answers) > 100, "most were turned away: prove little"


def _names(room: RoomRow, now: State) -> dict[str, list[str]]:
    items = [item.id for seat in now.plan.seats for item in now[Inbox].of(seat)]
    return {
        "exercise_id": [room.exercise_id],
        "team_id": [f"{room.exercise_id}-1"],
        "verb": list(VERBS),
        "item_id": items[:6],
        "item": items[:3],
        "to": list(now.plan.seats)[:2],
        "fact": list(now.plan.facts)[:3],
        "view": ["planen", "min-sak", "stafettlogg", "individuell-plan", "referat"],
    }


def _paths(rule: Rule, names: dict[str, list[str]]) -> Iterator[str]:
    """Addresses of a rule: real names first, then noise; verbs also with what they are about."""
    fields = PLACE.findall(rule.rule)
    for chosen in product(*([*names.get(field, []), *NOISE[1:3]] for field in fields)):
        values = iter(chosen)
        path = PLACE.sub(lambda _found: quote(next(values)), rule.rule)  # noqa: B023 - used here
        yield path
        if "/do/" in path:
            yield f"{path}?item={names['item'][0]}&to={names['to'][1]}&about=ingen-1"
    for word in map(quote, NOISE):
        yield f"{path}?item={word}&to={word}&about={word}&view={word}&page={word}&lang={word}"
