"""Tavla: notes by nobody's hand in the last phase, and whoever leads takes one down."""

from __future__ import annotations

import re

from simulator.play.board import Board
from tests.webapp.gjennomgang.played import Gjennomgang
from webapp.runtime import Runtime

NEWS = re.compile(r"data-region=.(gjennomgang~[a-z]+). data-mark=.([^'\"]+)")


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


def _leads(played: Gjennomgang, kind: str, **body: str) -> None:
    sent = {
        "exercise": played.room.exercise_id,
        "team": f"{played.room.exercise_id}-1",
        "kind": kind,
        **{f"body.{name}": value for name, value in body.items()},
        "next": played.at(),
    }
    played.leader.post("/act", sent)


def test_notes_that_say_the_same_hang_together(played: Gjennomgang, here: Runtime) -> None:
    """B9: whoever leads hangs one under another of the same side; nothing that was said is lost,
    and taking the upper one down takes those under it along."""
    played.open("application")
    for text in ("Vi ringte", "Vi tok telefonen", "Samme dag"):
        _put(played, "plus", text)
    _put(played, "delta", "Ringe før")
    _leads(played, "board.merge", note="note-1", into="note-4")
    _leads(played, "board.merge", note="note-1", into="note-1")
    board = f"{played.room.exercise_id}-1"
    assert len(here.conduct.state(board)[Board].notes) == 4
    _leads(played, "board.merge", note="note-1", into="note-2")
    _leads(played, "board.merge", note="note-2", into="note-3")
    assert list(here.conduct.state(board)[Board].notes) == ["note-3", "note-4"]
    for html in played.everybody().values():
        assert "Vi ringte" in html
        assert "Vi tok telefonen" in html
    _leads(played, "board.remove", note="note-3")
    assert "Vi tok telefonen" not in played.leader.get(played.at()).text


def test_a_participant_hangs_no_note_under_another(played: Gjennomgang, here: Runtime) -> None:
    """B9: merging is for whoever leads."""
    for text in ("Vi ringte", "Vi tok telefonen"):
        _put(played, "plus", text)
    sent = {"kind": "board.merge", "body.note": "note-1", "body.into": "note-2"}
    played.people[0].post("/act", {**sent, "next": "/gjennomgang"})
    assert len(here.conduct.state(f"{played.room.exercise_id}-1")[Board].notes) == 2


def test_a_new_note_comes_where_the_wall_stands(played: Gjennomgang) -> None:
    """Decision 27: the wall alone is replaced; the page, and the note somebody writes, stay."""
    played.open("application")
    held = ",".join(".".join(found) for found in NEWS.findall(played.leader.get(played.at()).text))
    asked = f"{played.at()}/state?held={held}"
    assert played.leader.get(asked).json["regions"] == []  # type: ignore[index]
    _put(played, "delta", "Si navnet")
    (news,) = played.leader.get(asked).json["regions"]  # type: ignore[index]
    assert news["region"] == "gjennomgang~wall"
    assert "Si navnet" in news["html"]
    for name, mark in NEWS.findall(news["html"]):
        assert f"{name}.{mark}" not in held
