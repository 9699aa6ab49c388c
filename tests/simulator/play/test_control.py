"""Internkontroll: seven points, each with what shows it (T15)."""

from __future__ import annotations

import pytest

from simulator.play.control import POINTS, CheckControl, Control
from tests.simulator.builder import Room
from tests.simulator.wide import KE, LEADER, wide

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play; KE and a leader among them."""
    return Room(manned=ALL, story=wide("control")).start().at(MINUTE)


def test_ke_and_leaders_say_how_a_point_stands_and_the_last_word_holds(room: Room) -> None:
    """T15: seven points; each keeps who said it, the verdict and the evidence."""
    assert len(POINTS) == 7
    assert room.seat(KE, CheckControl("overview", "not_yet", "Vi har en liste til 16")).code is None
    assert room.seat(LEADER, CheckControl("overview", "yes", "Listen går til 24 nå")).code is None
    stands = room.state[Control].points["overview"].checked
    assert (stands.seat, stands.verdict) == (LEADER, "yes")
    assert room.kinds().count("control.checked") == 2


def test_it_is_not_for_every_seat_and_not_without_evidence(room: Room) -> None:
    """Acts not of this seat, and a verdict that nothing shows, are refused in words."""
    point = CheckControl("public", "yes", "Kommunens nettside")
    assert room.seat("kontaktlaerer", point).code == "only_ke_or_leaders"
    assert room.seat(KE, CheckControl("public", "no", " ")).code == "evidence_missing"
    assert not room.state[Control].points


def test_a_simulated_ke_goes_through_all_seven() -> None:
    """Expected.act control: a colleague says how each point stands."""
    expects = [
        {
            "id": "X90",
            "seat": KE,
            "act": "control",
            "within": "3wd",
            "text": "KE går gjennom internkontrollen.",
        }
    ]
    loaded = wide("control", I1={"to": [KE], "expects": expects})
    room = Room(manned=("barnevern",), story=loaded).start().at(6 * MINUTE)
    assert set(room.state[Control].points) == set(POINTS)
    assert "expectation.met" in room.kinds()
