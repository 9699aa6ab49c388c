"""Tavla: notes by nobody's hand in the last phase, and whoever leads takes one down."""

from __future__ import annotations

from simulator.play.board import Board
from tests.webapp.gjennomgang.played import Gjennomgang
from webapp.runtime import Runtime


def _put(played: Gjennomgang, side: str, text: str) -> None:
    sent = {"kind": "board.note", "body.side": side, "body.text": text, "next": "/gjennomgang"}
    played.people[0].post("/act", sent)


def test_a_note_hangs_there_for_all_and_is_nobodys(played: Gjennomgang, here: Runtime) -> None:
    """B9: everybody sees it in the last phase; the journal holds no seat and no participant; with
    fewer than five people the form warns that anonymity is weak."""
    played.open("application")
    assert "Dere er få" in played.people[0].get("/gjennomgang").text
    _put(played, "delta", "Si navnet på den som tar det videre")
    for html in played.everybody().values():
        assert "Si navnet på den som tar det videre" in html
    entry = here.conduct.entries(f"{played.room.exercise_id}-1")[-1]
    assert entry.kind == "board.noted"
    assert str(entry.actor) == "anonymous"
    assert set(vars(entry.event)) == {"note", "side", "text"}
    assert not (entry.command_id or "").startswith("p:")


def test_real_peoples_data_stop_at_the_wall(played: Gjennomgang, here: Runtime) -> None:
    """C11: a phone number is refused with a reason, and nothing hangs there."""
    _put(played, "plus", "Ring meg på 912 34 567")
    assert here.conduct.state(f"{played.room.exercise_id}-1")[Board].notes == {}


def test_only_whoever_leads_takes_a_note_down(played: Gjennomgang, here: Runtime) -> None:
    """A participant is turned away; the number of a note is not used again."""
    _put(played, "plus", "Vi ringte")
    down = {
        "exercise": played.room.exercise_id,
        "team": f"{played.room.exercise_id}-1",
        "kind": "board.remove",
        "body.note": "note-1",
        "next": played.at(),
    }
    board = f"{played.room.exercise_id}-1"
    played.people[0].post("/act", down)
    assert list(here.conduct.state(board)[Board].notes) == ["note-1"]
    played.leader.post("/act", down)
    assert here.conduct.state(board)[Board].notes == {}
    _put(played, "plus", "Vi ringte igjen")
    assert list(here.conduct.state(board)[Board].notes) == ["note-2"]
