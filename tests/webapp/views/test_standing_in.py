"""The system in seats that stand empty: everybody sees that, nobody sees why (decisions 18)."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask

from scenarios.loader import Loaded
from simulator.play.kernel import FACILITATOR, Actor
from simulator.play.roster import Chair, Roster, SeatReturned, SeatStoodIn, StandIn
from simulator.play.steering import Pause, StartPlay
from simulator.replay import verify
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from tests.webapp.views.conftest import PROMISES
from webapp import standing_in, ticker
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime


@pytest.fixture
def two(
    room: RoomRow, seated: Callable[..., Browser], here: Runtime, app: Flask
) -> tuple[Browser, Browser]:
    """Two people in the same team, in seats of their own, and play begun; two minutes are
    allowed."""
    first, _other, second = seated("Kari"), seated("Nils"), seated("Ola")
    here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start-it")
    with app.app_context():
        standing_in.choose(room.exercise_id, "2")
    return first, second


def seat_of(here: Runtime, room: RoomRow, name: str) -> str:
    """The seat of somebody."""
    found = next(each for each in here.room.participants(room.exercise_id) if each.name == name)
    return str(found.seat_id)


def watched(app: Flask, here: Runtime, wall: Wall, ms: int, there: Browser) -> None:
    """Let time go as the ticker does, with one person who looks at the page now and then."""
    with app.app_context():
        for _ in range(0, ms, 10_000):
            wall.ms += 10_000
            there.get("/desk")
            ticker.tick(here)
            ticker.stand_in(here)


def chair(here: Runtime, room: RoomRow, seat: str) -> Chair:
    """How a seat of the first team is filled."""
    return here.conduct.state(f"{room.exercise_id}-1")[Roster].chairs[seat]


def test_the_system_stands_in_and_gives_the_seat_back(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """After two minutes of nobody there, not before; whoever comes back reads how things stand and
    has the seat by one press."""
    kari, ola = two
    seat = seat_of(here, room, "Kari")
    watched(app, here, wall, 110_000, ola)
    assert not chair(here, room, seat).stood_in
    watched(app, here, wall, 70_000, ola)
    assert chair(here, room, seat).stood_in
    assert not chair(here, room, seat_of(here, room, "Ola")).stood_in
    page = kari.get("/desk").text
    assert "Ta rollen tilbake fra systemet" in page
    kari.post("/desk/catchup")
    assert chair(here, room, seat).player == "person"
    assert "Ta rollen tilbake" not in kari.get("/desk").text


def test_an_act_is_a_way_back(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """Nothing has to be pressed first: what somebody does in their seat is done, by them."""
    kari, ola = two
    seat, to = (seat_of(here, room, name) for name in ("Kari", "Ola"))
    watched(app, here, wall, 180_000, ola)
    kari.post("/act", {"kind": "question.ask", "body.to": to, "body.text": "Hvem ringer?"})
    assert chair(here, room, seat).player == "person"
    kinds = [entry.kind for entry in here.conduct.entries(f"{room.exercise_id}-1")]
    assert kinds.index("seat.returned") < kinds.index("question.asked")


def test_never_is_what_holds_if_nobody_chose(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """Off until the øvingsleder allows it, and off again when they say so."""
    _kari, ola = two
    with app.app_context():
        standing_in.choose(room.exercise_id, "soon")
        assert standing_in.chosen_for(room.exercise_id) == "never"
    watched(app, here, wall, 400_000, ola)
    assert not chair(here, room, seat_of(here, room, "Kari")).stood_in


def test_a_pause_of_the_exercise_makes_nobody_absent(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """Play time counts, not the time of day."""
    _kari, ola = two
    here.conduct.steer(room.exercise_id, FACILITATOR, Pause(), "pause-it")
    watched(app, here, wall, 600_000, ola)
    assert not chair(here, room, seat_of(here, room, "Kari")).stood_in


def test_the_leader_sets_it_at_the_console_and_when_the_exercise_is_made(
    leader: Browser, room: RoomRow, here: Runtime, app: Flask
) -> None:
    """Never, two or five minutes: chosen in the form, changed in the console."""
    base = f"/exercises/{room.exercise_id}/console"
    assert "Systemet tar over etter 5 minutter" in leader.get(base).text
    leader.post(f"{base}/standing-in", {"stand_in": "5"})
    with app.app_context():
        assert standing_in.chosen_for(room.exercise_id) == "5"
    pressed = re.search(r'value="5"\s+aria-pressed="(\w+)"', leader.get(base).text)
    assert pressed
    assert pressed[1] == "true"
    asked = {"play": "emma:45", "teams": "1", "stand_in": "2", "support": "Kari"}
    made = leader.post("/library", asked).location
    exercise_id = made.split("/exercises/")[1].split("/")[0]
    with app.app_context():
        assert standing_in.chosen_for(exercise_id) == "2"


def test_no_seat_can_make_the_system_stand_in(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime
) -> None:
    """It is the clock's to say; a form that asks for it is refused."""
    _kari, ola = two
    seat = seat_of(here, room, "Kari")
    ola.post("/act", {"kind": "seat.stand_in", "body.seat": seat})
    assert chair(here, room, seat).player == "person"
    actor = Actor("seat", seat_of(here, room, "Ola"))
    assert here.conduct.handle(f"{room.exercise_id}-1", actor, StandIn(seat), "sly-try-1").code


def exercise(here: Runtime, app: Flask, small: Loaded, owner: str) -> tuple[RoomRow, list[Browser]]:
    """An exercise like any other, with Kari and Ola in it, begun, two minutes allowed."""
    made = open_exercise(here, small, "demo", owner_id=owner, seed=7)
    people = []
    for name in ("Kari", "Ola"):
        person = Browser(app)
        person.send("/join", {"pin": made.pin})
        person.send("/join/name", {"name": name, "lang": "nb"})
        person.post("/lobby/role")
        person.post("/before", {"step": "role"})
        person.post("/before", {"step": "brief", "promise": PROMISES})
        people.append(person)
    here.conduct.steer(made.exercise_id, FACILITATOR, StartPlay(), f"start-{made.exercise_id}")
    with app.app_context():
        standing_in.choose(made.exercise_id, "2")
    return made, people


def words(page: str) -> str:
    """What a page says, without its addresses and tokens."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_rest_and_silence_look_alike_to_everybody(
    room: RoomRow, here: Runtime, app: Flask, wall: Wall, small: Loaded
) -> None:
    """In one exercise Kari rests, in another she goes silent: her team reads the same words on
    every page, the screen shows the same, and the journal says the same of the seat."""
    rests, (kari, ola) = exercise(here, app, small, room.owner_id)
    silent, (_gone, other) = exercise(here, app, small, room.owner_id)
    kari.post("/act", {"kind": "care.rest"})
    with app.app_context():
        for _ in range(20):
            wall.ms += 10_000
            for person in (kari, ola, other):
                person.get("/desk")
            ticker.tick(here)
            ticker.stand_in(here)
    seat = seat_of(here, rests, "Kari")
    for made in (rests, silent):
        assert chair(here, made, seat).stood_in
    for path in ("/desk", "/desk/do/ask", "/desk/do/handover", "/desk/do/agreed", "/desk/catchup"):
        told = words(ola.get(path).text)
        assert told == words(other.get(path).text), path
        assert "har pause" not in told.lower()
    assert "spilles av systemet" in words(ola.get("/desk").text).lower()
    journals = [
        [
            e.event
            for e in here.conduct.entries(f"{made.exercise_id}-1")
            if e.kind == "seat.stood_in"
        ]
        for made in (rests, silent)
    ]
    assert journals[0] == journals[1] == [SeatStoodIn(seat)]
    assert "Systemet spiller rollen din" in kari.get("/desk").text


def test_the_console_says_that_the_system_plays(
    two: tuple[Browser, Browser],
    leader: Browser,
    room: RoomRow,
    here: Runtime,
    app: Flask,
    wall: Wall,
) -> None:
    """A seat with somebody's name and the system in it says both."""
    _kari, ola = two
    watched(app, here, wall, 180_000, ola)
    page = words(leader.get(f"/exercises/{room.exercise_id}/console").text)
    assert re.search(r"Kari .{0,80}spilles av systemet", page)


def test_what_stood_in_is_told_again_from_the_journal(
    two: tuple[Browser, Browser], room: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """Standing in is written as inputs, so what was played is told again from the journal alone."""
    kari, ola = two
    watched(app, here, wall, 180_000, ola)
    kari.post("/desk/catchup")
    team = f"{room.exercise_id}-1"
    entries = here.conduct.entries(team)
    assert verify(here.conduct.state(team).plan, entries) is None
    stood = [e for e in entries if isinstance(e.event, SeatStoodIn | SeatReturned)]
    assert [str(each.actor).partition(":")[0] for each in stood] == ["clock", "seat"]


def test_the_leader_gives_somebody_a_role_that_the_system_plays(
    two: tuple[Browser, Browser], leader: Browser, room: RoomRow, here: Runtime
) -> None:
    """From the console, in the middle of play; their phone goes on, and shows the card."""
    kari, _ola = two
    row = next(e for e in here.room.participants(room.exercise_id) if e.name == "Kari")
    path = f"/exercises/{room.exercise_id}/participants/{row.id}/seat"
    leader.post(path, {"seat": "barnevern"})
    assert chair(here, room, "barnevern").participants == [row.id]
    assert chair(here, room, str(row.seat_id)).player == "colleague"
    assert kari.get("/role").status_code == 200
    assert "Slik står det nå" in kari.get("/desk/catchup").text
    leader.post(path, {"seat": seat_of(here, room, "Ola")})
    assert chair(here, room, "barnevern").participants == [row.id]


def test_the_leader_gives_one_person_more_time(
    two: tuple[Browser, Browser], leader: Browser, room: RoomRow, here: Runtime
) -> None:
    """A8: from the list of people; the seat's deadlines wait two minutes longer."""
    del two
    row = next(e for e in here.room.participants(room.exercise_id) if e.name == "Kari")
    console = leader.get(f"/exercises/{room.exercise_id}/console").text
    assert "To minutter mer tid, bare for denne rollen" in console
    leader.post(f"/exercises/{room.exercise_id}/participants/{row.id}/time")
    extra = here.conduct.state(f"{room.exercise_id}-1")[Roster].extra
    assert extra == {row.seat_id: 120_000}
