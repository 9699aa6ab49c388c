"""One command path: who may ask what, what stops at the door, and the same answer twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.play.clock import Clock
from simulator.play.rooms import (
    COMMANDS,
    FACILITATOR_COMMANDS,
    FAMILY_COMMANDS,
    PART_COMMANDS,
)
from simulator.play.script import Script
from tests.webapp.browser import Browser
from webapp import refusals
from webapp.acting import AT_THE_DOOR, BY_NOBODY, SEAT_COMMANDS, body_of
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]
ID = "a-command-id"


def mine(here: Runtime, room: RoomRow) -> ParticipantRow:
    """The newest participant."""
    return here.room.participants(room.exercise_id)[-1]


def asked(here: Runtime, row: ParticipantRow, text: str = "Hva vet du?", **more: object) -> object:
    """A question to the next seat of the team, as JSON for the door."""
    seats = list(here.conduct.state(row.team_id).plan.seats)
    to = next(seat for seat in seats if seat != row.seat_id)
    body = {"to": to, "text": text}
    return {"command_id": ID, "kind": "question.ask", "body": body} | more


def test_every_command_is_somebodys(here: Runtime) -> None:
    """D6: seats, facilitators, family, the door and nobody share all kinds; no kind is two's."""
    family = FAMILY_COMMANDS | PART_COMMANDS
    parts = (SEAT_COMMANDS, FACILITATOR_COMMANDS, AT_THE_DOOR, family, BY_NOBODY)
    assert set().union(*parts) == set(COMMANDS.values())
    assert sum(map(len, parts)) == len(COMMANDS)


def test_an_act_is_done_once_however_often_it_is_sent(
    playing: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """E1: the same command id gets the first answer, and the journal one entry."""
    person = joined()
    row = mine(here, playing)
    first = person.post_json("/act", asked(here, row)).get_json()
    again = person.post_json("/act", asked(here, row)).get_json()
    assert first["ok"]
    assert again == first | {"repeated": True}
    sent = [each for each in here.conduct.entries(row.team_id) if each.kind == "question.asked"]
    assert [each.seq for each in sent] == first["seqs"]
    assert (sent[0].actor.seat, sent[0].actor.participant) == (row.seat_id, row.id)


def test_two_people_may_use_the_same_command_id(
    playing: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """One phone cannot use up another's ids, nor those the clock uses."""
    for _ in range(4):
        person = joined()
        done = person.post_json("/act", asked(here, mine(here, playing))).get_json()
        assert done["ok"]
        assert not done["repeated"]


def test_a_form_does_the_same_and_comes_back(
    playing: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """Without a script: 303 to the page it came from, and a refusal is told there."""
    person = joined()
    sent = asked(here, mine(here, playing))
    assert isinstance(sent, dict)
    form = {"kind": "question.ask", "next": "/device"}
    body = {f"body.{name}": value for name, value in sent["body"].items()}
    assert person.post("/act", form | body).location == "/device"
    shown = person.send("/act", form | body | {"body.text": ""})
    assert shown.request.path == "/device"
    assert 'data-kind="refusal"' in shown.text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring meg på 912 34 567", "real_phone"),
        ("Skriv til ola@kommune.no", "real_email"),
        ("Hun er 15038550207", None),
    ],
)
def test_real_data_stop_at_the_door(
    playing: RoomRow, here: Runtime, joined: Browsers, text: str, code: str | None
) -> None:
    """C11: refused with a reason, and nothing of it reaches the journal."""
    person = joined()
    row = mine(here, playing)
    answer = person.post_json("/act", asked(here, row, text)).get_json()
    assert answer.get("code") == code
    if code:
        assert answer["text"] == refusals.in_words(code)
        assert text not in str(here.conduct.entries(row.team_id))


@pytest.mark.parametrize("kind", ["clock.pause", "inject.skip", "seat.take", "seat.leave"])
def test_a_seat_cannot_ask_for_what_is_not_a_seats(
    playing: RoomRow, here: Runtime, joined: Browsers, kind: str
) -> None:
    """The clock, the script and the chairs are not moved from a phone."""
    body = {
        "inject.skip": {"inject": "I1"},
        "seat.take": {"seat": "rektor", "participant": "x"},
        "seat.leave": {"seat": "rektor", "participant": "x"},
    }.get(kind, {})
    answer = joined().post_json("/act", {"command_id": ID, "kind": kind, "body": body})
    assert answer.status_code == 409
    assert answer.get_json()["code"] == "not_yours_to_ask"


def test_the_facilitator_moves_the_clock_and_one_teams_script(
    playing: RoomRow, here: Runtime, leader: Browser
) -> None:
    """Clock commands reach all teams; others the one that is named, or all."""
    one, two = (team.id for team in here.store.teams(playing.exercise_id))
    sent = {"command_id": ID, "exercise": playing.exercise_id, "kind": "clock.pause"}
    assert leader.post_json("/act", sent).get_json()["ok"]
    assert all(here.conduct.state(team)[Clock].paused for team in (one, two))
    leader.post_json("/act", sent | {"kind": "clock.resume", "command_id": ID + "2"})
    skip = {"kind": "inject.skip", "body": {"inject": "I8"}, "team": two, "command_id": ID + "3"}
    assert leader.post_json("/act", sent | skip).get_json()["ok"]
    phases = [here.conduct.state(team)[Script].stand("I8").phase for team in (one, two)]
    assert phases == ["waiting", "skipped"]


def test_nobody_leads_what_is_not_theirs(
    playing: RoomRow, here: Runtime, joined: Browsers, leader: Browser
) -> None:
    """A participant naming the exercise is refused, and a facilitator another exercise's team."""
    sent = {"command_id": ID, "exercise": playing.exercise_id, "kind": "clock.pause", "body": {}}
    assert joined().post_json("/act", sent).status_code == 403
    elsewhere = sent | {"kind": "inject.skip", "body": {"inject": "I8"}, "team": "nowhere-1"}
    assert leader.post_json("/act", elsewhere).status_code == 403
    assert not here.conduct.clock(playing.exercise_id)[Clock].paused


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "no.such", "command_id": ID, "body": {}},
        {"kind": "question.ask", "command_id": ID, "body": {"to": 1}},
        {"kind": "question.ask", "command_id": ID, "body": {"to": "rektor", "extra": "x"}},
        {"kind": "care.rest", "command_id": "clock:1", "body": {}},
        {"kind": "care.rest", "command_id": "", "body": {}},
        {"kind": "care.rest", "command_id": ID, "body": [1]},
    ],
)
def test_what_has_not_the_form_is_refused_in_words(
    playing: RoomRow, joined: Browsers, sent: dict[str, object]
) -> None:
    """D17: unknown kinds, fields and ids are values that come back, never faults."""
    answer = joined().post_json("/act", sent)
    assert answer.status_code == 409
    assert answer.get_json()["code"] == "malformed"


def test_a_fast_finger_is_slowed_down(playing: RoomRow, joined: Browsers) -> None:
    """D10: more than 30 at once from one seat are told to wait, by whichever door."""
    person = joined()
    token = {"Origin": "http://localhost", "X-CSRFToken": person.token()}
    sent = {"kind": "no.such", "command_id": ID, "body": {}}
    answers = [person.client.post("/act", json=sent, headers=token) for _ in range(60)]
    codes = [(each.get_json() or {})["code"] for each in answers]
    assert codes[:30] == ["malformed"] * 30
    assert "too_fast" in codes


def test_forms_carry_bodies() -> None:
    """Lists, mappings and what was left empty."""
    form = {
        "kind": ["x"],
        "body.text": ["Hei"],
        "body.by": [""],
        "body.facts[]": ["F1", "F2"],
        "body.none[]": [""],
        "body.answers.q1": ["2"],
        "body.answers.q2": ["1"],
    }
    assert body_of(form) == {
        "text": "Hei",
        "facts": ["F1", "F2"],
        "none": [],
        "answers": {"q1": "2", "q2": "1"},
    }
