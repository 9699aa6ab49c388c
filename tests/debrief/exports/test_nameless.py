"""A journal without its people is still the same play."""

from __future__ import annotations

from pathlib import Path

from debrief.exports.nameless import HIDDEN, nameless, without_names
from debrief.summary import full, to_json
from simulator.journal.file import JournalFile, read_journal
from simulator.play.hotwash import HotwashGiven
from simulator.play.kernel import Actor, Entry
from simulator.play.rooms import EVENTS
from simulator.replay import verify
from webapp.cli.debrief import plan_of

REPLAYS = Path(__file__).parents[2] / "replays"


def _emma() -> JournalFile:
    return read_journal(REPLAYS / "emma-90.jsonl", EVENTS)


def test_it_replays_and_measures_as_before() -> None:
    """What is left replays entry for entry, and the whole debrief is equal."""
    found = _emma()
    plan, bare = plan_of(found), nameless(found.entries, without_names(["Kari"], ""))
    assert verify(plan, bare) is None
    assert to_json(full(plan, bare)) == to_json(full(plan, found.entries))


def test_participants_become_numbers() -> None:
    """No id of a participant is left, and one person has one number throughout."""
    found = _emma()
    bare = nameless(found.entries, without_names([], ""))
    pairs = {
        (old.actor.participant, new.actor.participant)
        for old, new in zip(found.entries, bare, strict=True)
        if old.actor.participant
    }
    assert pairs
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    assert not any(old in str(entry) for entry in bare for old, _ in pairs)


def test_a_chosen_name_goes_out_of_what_was_written() -> None:
    """Domain 6.6 (4): names and their parts, in genitive too; words of the scenario stay."""
    clean = without_names(["Kari Nordmann", "Emma", "7"], "Emma har fått 7 dager")
    told = clean("Kari sa det. KARIS plan. nordmann, ikke Karianne. Emma 7.")
    assert told == f"{HIDDEN} sa det. {HIDDEN} plan. {HIDDEN}, ikke Karianne. Emma 7."
    assert without_names([], "")("Kari") == "Kari"


def test_first_impressions_stand_beside_no_seat() -> None:
    """B9: they were given to be read without a seat, so their words are not in the journal file."""
    said = HotwashGiven("bup", "abc", well="Godt", hard="Tungt", surprise="Rart")
    (bare,) = nameless([Entry(1, 0, 0, Actor("seat", "bup", "abc"), said)], without_names([], ""))
    assert bare.event == HotwashGiven("bup", "p1", "", "", "")
