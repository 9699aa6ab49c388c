"""Coming in: PIN, QR code, name, lobby, role; and moving on to another phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from flask import Flask

from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.roster import Roster
from tests.webapp.browser import Browser
from webapp import links
from webapp.join import numbers, seating
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]


def test_three_screens_lead_from_pin_to_role(
    room: RoomRow, here: Runtime, browser: Browsers
) -> None:
    """A1: front, name, lobby; then the role, and no account on the way."""
    person = browser()
    assert person.get("/").status_code == 200
    assert person.send("/join", {"pin": room.pin}).request.path == "/join/name"
    assert person.send("/join/name", {"name": " Kari\t N ", "lang": "nn"}).request.path == "/lobby"
    person.post("/lobby/role")
    (row,) = here.room.participants(room.exercise_id)
    assert (row.name, row.lang, row.state) == ("Kari N", "nn", "in")
    chair = here.conduct.state(row.team_id)[Roster].chairs[str(row.seat_id)]
    assert (chair.player, chair.participants) == ("person", [row.id])


def test_a_pin_may_be_pasted_in_groups(room: RoomRow, browser: Browsers) -> None:
    """A2: spaces and dashes do not matter."""
    shown = numbers.grouped(str(room.pin))
    assert len(shown) == 7
    assert browser().send("/join", {"pin": f" {shown}\n"}).request.path == "/join/name"


def test_a_qr_code_skips_the_pin(room: RoomRow, here: Runtime, browser: Browsers) -> None:
    """Its token travels in the fragment and by POST alone; no address of ours ever holds it."""
    link = links.join_link(here, room)
    address, _, token = link.partition("#")
    assert address == "http://localhost/j"
    person = browser()
    assert "data-exchange" in person.get("/j").text
    answer = person.post("/j", {"token": token})
    assert answer.location == "/join/name"
    assert browser().post("/j", {"token": token.swapcase()}).status_code == 422


def test_people_spread_evenly_over_teams_and_seats(
    room: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """Two teams of four seats take eight people, each seat once, and a ninth makes a pair."""
    for _ in range(9):
        joined()
    people = here.room.participants(room.exercise_id)
    first, second = (team.id for team in here.store.teams(room.exercise_id))
    plan = here.conduct.state(first).plan
    assert seating.taken(second, people) == dict.fromkeys(plan.format.seats, 1)
    assert sorted(seating.taken(first, people).values()) == [1, 1, 1, 2]


def test_whoever_has_a_seat_comes_back_to_it(
    room: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """A3: the front page offers the way back, and the PIN makes no second participant."""
    person = joined("Ola")
    assert "Tilbake til øvelsen" in person.get("/").text
    person.post("/join", {"pin": room.pin})
    assert len(here.room.participants(room.exercise_id)) == 1


def test_the_newest_phone_wins(room: RoomRow, here: Runtime, joined: Browsers, app: Flask) -> None:
    """A4: after a move the old phone is told so and can do nothing."""
    old = joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    new = Browser(app)
    new.post("/join", {"pin": row.code})
    assert new.get("/role").status_code == 200
    left = old.get("/role")
    assert left.status_code == 403
    assert "flyttet til en annen enhet" in left.text
    assert old.post_json("/act", {"kind": "care.rest"}).status_code == 403


def test_a_seat_code_works_once(room: RoomRow, here: Runtime, joined: Browsers, app: Flask) -> None:
    """Whoever read it over a shoulder comes too late."""
    joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    Browser(app).post("/join", {"pin": row.code})
    assert Browser(app).post("/join", {"pin": row.code}).status_code == 422


def test_another_role_can_be_chosen(room: RoomRow, here: Runtime, joined: Browsers) -> None:
    """The seat left behind is played by the system again; a taken seat is not given twice."""
    person, other = joined("Ola"), joined("Kari")
    rows = here.room.participants(room.exercise_id)
    team = rows[0].team_id
    free = seating.choices(here.conduct.state(team).plan, seating.taken(team, rows))
    person.post("/role", {"seat": free[0]})
    chairs = here.conduct.state(team)[Roster].chairs
    assert chairs[free[0]].participants == [rows[0].id]
    assert chairs[str(rows[0].seat_id)].player == "colleague"
    third = joined("Per")
    third.post("/role", {"seat": free[0]})
    assert here.conduct.state(team)[Roster].chairs[free[0]].participants == [rows[0].id]
    assert other.get("/role").status_code == 200


def test_a_locked_door_lets_nobody_in(
    room: RoomRow, here: Runtime, leader: Browser, browser: Browsers
) -> None:
    """The facilitator locks and opens; whoever is inside stays inside."""
    leader.post(f"/exercises/{room.exercise_id}/door", {"door": "locked"})
    assert browser().post("/join", {"pin": room.pin}).status_code == 403
    leader.post(f"/exercises/{room.exercise_id}/door", {"door": "open"})
    assert browser().post("/join", {"pin": room.pin}).status_code == 303


def test_a_guarded_door_waits_for_the_facilitator(
    room: RoomRow, here: Runtime, leader: Browser, joined: Browsers
) -> None:
    """Nobody gives themselves a role; once let in, the role lies ready."""
    leader.post(f"/exercises/{room.exercise_id}/door", {"door": "admit"})
    person = joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    assert (row.state, row.seat_id) == ("lobby", None)
    assert person.get("/lobby/state").json == {"waits": True, "asked": False}
    leader.post(f"/exercises/{room.exercise_id}/participants/{row.id}/admit")
    assert person.get("/lobby/state").json == {"waits": False, "asked": False}
    person.post("/lobby/role")
    (row,) = here.room.participants(room.exercise_id)
    assert row.seat_id is not None


def test_removed_may_come_again_and_banned_may_not(
    room: RoomRow, here: Runtime, leader: Browser, joined: Browsers
) -> None:
    """Remove, ban, readmit; the seat is played on by the system meanwhile."""
    person = joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    path = f"/exercises/{room.exercise_id}/participants/{row.id}"
    leader.post(f"{path}/ban")
    assert "tatt ut" in person.get("/role").text
    assert person.post("/join", {"pin": room.pin}).status_code == 403
    chair = here.conduct.state(row.team_id)[Roster].chairs[str(row.seat_id)]
    assert (chair.player, chair.participants) == ("colleague", [])
    leader.post(f"{path}/readmit")
    assert person.post("/join", {"pin": room.pin}).status_code == 303


def test_a_reissued_seat_kills_the_lost_phone(
    room: RoomRow, here: Runtime, leader: Browser, joined: Browsers, app: Flask
) -> None:
    """A6: the old token is dead at once, and the new code opens the same seat."""
    lost = joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    leader.post(f"/exercises/{room.exercise_id}/participants/{row.id}/reissue")
    assert lost.get("/role").status_code == 403
    (again,) = here.room.participants(room.exercise_id)
    assert again.code != row.code
    new = Browser(app)
    new.post("/join", {"pin": again.code})
    assert new.get("/role").status_code == 200


def test_leaving_gives_the_seat_back(room: RoomRow, here: Runtime, joined: Browsers) -> None:
    """Anybody may go out without a reason; their cookie goes too."""
    person = joined("Ola")
    person.post("/leave")
    (row,) = here.room.participants(room.exercise_id)
    assert (row.state, row.seat_id, row.code) == ("removed", None, None)
    assert person.cookie("samspill_seat") == ""


def test_names_are_no_place_for_real_data(room: RoomRow, browser: Browsers) -> None:
    """C11: a telephone number is refused as a name; an empty name is not."""
    person = browser()
    person.send("/join", {"pin": room.pin})
    assert person.post("/join/name", {"name": "Ola 912 34 567"}).status_code == 422
    assert person.post("/join/name", {"name": ""}).location == "/lobby"


def test_late_is_never_too_late(playing: RoomRow, here: Runtime, joined: Browsers) -> None:
    """A5: who joins while play goes on gets a role like everybody else."""
    joined("Sen")
    (row,) = here.room.participants(playing.exercise_id)
    assert row.seat_id is not None


def test_the_server_says_when_it_is_full(app: Flask, room: RoomRow, here: Runtime) -> None:
    """Beyond its limit the door answers 503 in words, before anybody is half inside."""
    object.__setattr__(here.config, "max_participants", 0)
    answer = Browser(app).post("/join", {"pin": room.pin})
    assert answer.status_code == 503
    assert "fullt" in answer.text


def test_a_pair_shares_a_role_with_a_token_each(
    room: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """Decision 18: two people on one seat, each on a phone of their own; leaving leaves one."""
    first, _other_team, second = joined("Kari"), joined("Per"), joined("Ola")
    rows = here.room.participants(room.exercise_id)
    kari, ola = rows[0], rows[2]
    assert kari.team_id == ola.team_id
    second.post("/role", {"pair": kari.seat_id})
    chair = here.conduct.state(kari.team_id)[Roster].chairs[str(kari.seat_id)]
    assert chair.participants == [kari.id, ola.id]
    assert first.cookie("samspill_seat") != second.cookie("samspill_seat")
    assert first.get("/device").status_code == second.get("/device").status_code == 200
    second.post("/leave")
    assert chair.participants == [kari.id]


def test_a_seat_after_another_but_never_the_other_end(
    playing: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """The seat at the other end of an open handover is not offered, and not given if asked for."""
    person = joined("Kari")
    row = here.room.participants(playing.exercise_id)[0]
    body = {"body.to": "rektor", "body.request": "Følg Tuva inn", "body.by": "2wd"}
    person.post("/act", {"kind": "handover.offer", **body})
    shown = person.get("/role").text
    assert 'value="rektor"' not in shown
    assert "den andre enden av en overlevering" in shown
    person.post("/role", {"seat": "rektor"})
    now = here.room.participant(row.id)
    assert now is not None
    assert now.seat_id == row.seat_id
    person.post("/role", {"seat": "barnevern"})
    chairs = here.conduct.state(row.team_id)[Roster].chairs
    assert chairs["barnevern"].participants == [row.id]
    assert chairs[str(row.seat_id)].player == "colleague"
    assert "Du kan ikke" in person.get("/before").text


def test_a_service_that_is_not_here_is_given_to_nobody() -> None:
    """M15: neither as the next role nor among those one may choose."""
    plan = plan_for(load("emma").scenario(), "90")
    gone = {"fact-ung"}
    filled: Counter[str] = Counter()
    for _ in range(2 * len(plan.seats)):
        filled[seating.seat_for(plan, 0, filled, gone)] += 1
    assert not filled["fact-ung"]
    assert "fact-ung" not in seating.choices(plan, Counter(), gone)
    assert "fact-ung" in seating.choices(plan, Counter())
