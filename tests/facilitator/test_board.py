"""The board shows every inject with what became of it; the watch names what stands still."""

from __future__ import annotations

from facilitator.board import board, in_words, reaches
from facilitator.watch import notices
from simulator.play.care import SayTouched
from simulator.play.facts import ShareFacts
from simulator.play.kernel import FACILITATOR
from simulator.play.script import HoldInject, ReleaseInject, SkipInject
from simulator.play.tasks import ClaimTask
from tests.simulator.builder import Room

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


def test_board_follows_an_inject() -> None:
    """An inject goes planned → delivered → answered; held and skipped show, conditions in words."""
    room = Room(manned=ALL).start()
    states = {row.inject.id: row.state for row in board(room.state)}
    assert (states["I1"], states["I6"]) == ("planned", "waiting")
    room.at(MINUTE)
    item = "inject.I1@kontaktlaerer"
    room.seat("kontaktlaerer", ShareFacts(("rektor",), ("F2",), basis="task", item=item))
    room.do(FACILITATOR, HoldInject("I5"))
    room.do(FACILITATOR, SkipInject("I6"))
    states = {row.inject.id: row.state for row in board(room.state)}
    assert (states["I1"], states["I2"]) == ("answered", "delivered")
    assert (states["I5"], states["I6"]) == ("held", "skipped")


def test_missed_shows_as_missed() -> None:
    """An expected act that never came turns its inject to missed."""
    room = Room(manned=ALL).start().at(9 * MINUTE)
    assert "missed" in {row.state for row in board(room.state)}


def test_every_condition_has_words() -> None:
    """No conditional inject of the small scenario is without a reason to wait."""
    for inject in Room().state.plan.injects.values():
        assert inject.when is None or list(in_words(inject.when))


def test_watch_names_what_stands_still() -> None:
    """Unowned and doubled tasks, a missing coordinator and a private care signal are noticed."""
    room = Room(manned=ALL).start().at(5 * MINUTE)
    codes = {notice.code for notice in notices(room.state, 5 * MINUTE)}
    assert {"task_unowned", "nobody_coordinates"} <= codes
    room.seat("rektor", ClaimTask("T1"))
    room.seat("kontaktlaerer", ClaimTask("T1"))
    room.seat("rektor", SayTouched())
    found = notices(room.state, 5 * MINUTE)
    assert found[0].code == "touched"
    assert "task_doubled" in {notice.code for notice in found}


def test_controls_name_their_reach() -> None:
    """A release tells which seats it reaches."""
    assert reaches(Room().state, ReleaseInject("I1")) == ("kontaktlaerer",)
