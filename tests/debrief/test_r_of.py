"""Every entry that the gjennomgang shows belongs to one or more of the five R's."""

from __future__ import annotations

import pytest

from debrief.five_r import NAMES
from debrief.r_of import KINDS, r_of
from debrief.timeline import SHOWN
from simulator.play.rooms import EVENTS


def test_every_kind_of_the_timeline_has_an_r() -> None:
    """M01: no entry stands outside the five, and nothing is tagged that nothing writes."""
    assert tuple(KINDS) == NAMES
    assert [kind for kind in SHOWN if not r_of(kind)] == []
    assert frozenset().union(*KINDS.values()) == set(SHOWN) <= set(EVENTS)


def test_an_entry_may_belong_to_several() -> None:
    """A handover says who, and gives a picture; the agreement speaks of all five."""
    assert r_of("handover.offered") == ("retning", "roller")
    assert r_of("pact.written") == NAMES


def test_what_no_timeline_holds_has_no_r() -> None:
    """Care of a person is nobody's R."""
    with pytest.raises(KeyError):
        r_of("care.rested")
