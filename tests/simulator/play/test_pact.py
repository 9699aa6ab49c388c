"""Avtalen (5R): five sentences, signatures of one version, reopened with a reason (M02)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.play.inbox import Inbox
from simulator.play.kernel import Command
from simulator.play.pact import Pact, ReopenPact, SignPact, WritePact
from tests.simulator.builder import Room
from tests.simulator.wide import wide

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
FIVE = WritePact("Møte hver uke", "Tuva på SFO", "Rektor holder i det", "Spør først", "Si ifra")


def _room(action: str = "pact") -> Room:
    return Room(manned=ALL, story=wide(action)).start().at(MINUTE)


def _asked(room: Room, seat: str) -> list[str]:
    return [item.ref for item in room.state[Inbox].open_of(seat) if item.kind == "pact"]


def test_one_writes_and_each_signs() -> None:
    """M02: draft, then signatures; whoever wrote it has signed by writing."""
    room = _room()
    assert room.seat("rektor", FIVE).code is None
    assert all(_asked(room, seat) == ["1"] for seat in ALL if seat != "rektor")
    for seat in ALL:
        room.seat(seat, SignPact(1))
    stands = room.state[Pact].stands
    assert stands is not None
    assert sorted(stands.signed) == sorted(ALL)
    assert not any(_asked(room, seat) for seat in ALL)
    assert room.seat("barnevern", SignPact(1)).code == "already_signed"


def test_a_new_version_has_to_be_signed_anew() -> None:
    """M02: reopened with a reason; old signatures stay with the old version."""
    room = _room()
    room.seat("rektor", FIVE)
    room.seat("barnevern", SignPact(1))
    assert room.seat("barnevern", ReopenPact(" ")).code == "why_missing"
    room.seat("barnevern", ReopenPact("Vi glemte ferien"))
    assert room.state[Pact].stands is None
    assert not _asked(room, "kontaktlaerer")
    assert room.seat("kontaktlaerer", SignPact(1)).code == "no_pact"
    assert room.seat("rektor", FIVE).code == "pen_is_taken"
    assert room.seat("barnevern", FIVE).code is None
    first, second = room.state[Pact].versions
    assert (first.written.version, second.written.version) == (1, 2)
    assert (first.signed, second.signed) == (["rektor", "barnevern"], ["barnevern"])
    assert room.seat("rektor", SignPact(1)).code == "newer_pact"
    told = [item.ref for item in room.state[Inbox].of("rektor")]
    assert "pact-reopened-1" in told


def test_a_draft_can_be_written_again_until_somebody_else_has_signed() -> None:
    """Then it takes a reason; and nobody but the scribe holds the pen."""
    room = _room()
    room.seat("rektor", FIVE)
    assert room.seat("barnevern", FIVE).code == "pen_is_taken"
    assert room.seat("rektor", FIVE).code is None
    assert len(room.state[Pact].versions) == 1
    room.seat("barnevern", SignPact(1))
    assert room.seat("rektor", FIVE).code == "reopen_first"


def test_five_sentences_are_asked_for() -> None:
    """An agreement that is silent on one of the five is no 5R agreement."""
    room = _room()
    assert room.seat("rektor", WritePact("a", "b", "c", "d", " ")).code == "five_sentences"
    assert room.seat("rektor", ReopenPact("Hvorfor")).code == "no_pact"


def test_in_the_short_form_one_scribe_is_enough() -> None:
    """90 minutes: it holds when it is written; nobody is asked to sign."""
    room = _room("pact_short")
    room.seat("rektor", FIVE)
    assert not _asked(room, "barnevern")
    assert room.seat("barnevern", SignPact(1)).code == "no_pact"
    assert room.seat("barnevern", FIVE).code is None
    stands = room.state[Pact].stands
    assert stands is not None
    assert (stands.written.version, stands.written.short) == (2, True)


def test_simulated_seats_sign_and_a_simulated_scribe_writes() -> None:
    """Expected.act sign: met by writing or signing; colleagues do either."""
    expects = [
        {
            "id": "X90",
            "seat": "rektor",
            "act": "sign",
            "within": "3wd",
            "text": "Lageret skriver avtalen.",
            "line": "Én\nTo\nTre\nFire\nFem",
        }
    ]
    loaded = wide("pact", I1={"to": ["rektor"], "expects": expects})
    room = Room(manned=("barnevern",), story=loaded, seed=2).start().at(7 * MINUTE)
    stands = room.state[Pact].stands
    assert stands is not None
    assert stands.written.relasjoner == "Fem"
    assert len(stands.signed) > 1
    assert "barnevern" not in stands.signed
    assert "expectation.met" in room.kinds()


def test_an_inject_can_put_a_sentence_to_the_test() -> None:
    """M02: which of the five a later inject tests stands in the plan, for the debrief to read."""
    room = Room(manned=ALL, story=wide("pact", I3={"tests_pact": "regler"})).start()
    injects = room.state.plan.injects
    assert [name for name, each in injects.items() if each.tests_pact == "regler"] == ["I3"]


ACTS: tuple[Command, ...] = (FIVE, SignPact(1), SignPact(2), ReopenPact("Noe er nytt"))


@given(st.lists(st.tuples(st.sampled_from(ALL), st.sampled_from(ACTS)), max_size=14))
@settings(max_examples=25, deadline=None)
def test_a_signature_belongs_to_the_version_that_was_signed(
    acts: list[tuple[str, Command]],
) -> None:
    """In any order: versions count from one without a gap, and all but the last are reopened."""
    room = _room()
    for seat, act in acts:
        room.seat(seat, act)
    versions = room.state[Pact].versions
    assert [each.written.version for each in versions] == list(range(1, len(versions) + 1))
    assert all(each.reopened for each in versions[:-1])
    for each in versions:
        assert len(set(each.signed)) == len(each.signed)
        assert each.written.seat in each.signed
