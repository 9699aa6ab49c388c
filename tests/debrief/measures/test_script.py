"""RE7 on signals told by hand."""

from __future__ import annotations

from debrief.measures.script import early_enough
from simulator.play.facts import ShareFacts
from simulator.play.kernel import Entry
from tests.debrief.builder import Tale


def _share(tale: Tale) -> Entry:
    return tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",), basis="task"))[0]


def _told(acts_at: int) -> Tale:
    """A signal at 10 s, worse at 200 s, the act at ``acts_at``."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    for at_ms in sorted((acts_at, 200_000)):
        tale.at(at_ms)
        if at_ms == acts_at:
            tale.met("X1", _share(tale))
        else:
            tale.deliver("I3")
    return tale.at(600_000).end_leg()


def test_before_it_got_worse() -> None:
    """An adequate act before the next escalation is early enough; one after it is not."""
    assert early_enough(_told(150_000).record).value == 1
    assert early_enough(_told(250_000).record).value == 0


def test_what_comes_at_once_is_no_escalation() -> None:
    """Nobody can forestall what comes within the protected time."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    tale.wait(60_000).deliver("I3")
    tale.met("X1", _share(tale.wait(60_000)))
    assert early_enough(tale.at(600_000).end_leg().record).value == 1


def test_a_signal_left_alone_is_nothing() -> None:
    """No act at all counts as 0."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    tale.at(400_000).late("X1")
    figure = early_enough(tale.at(600_000).end_leg().record)
    assert (figure.value, figure.n) == (0, 1)


def test_no_signal_is_no_ground() -> None:
    """An inject that is no signal has no early and late."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I3")
    tale.at(600_000).late("X3")
    assert early_enough(tale.end_leg().record).value is None
