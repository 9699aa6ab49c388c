"""Angre on the page: offered where an act can be taken back, in three languages, without script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape

import pytest

from scenarios.loader import Loaded
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.family import PlayFamily
from simulator.play.kernel import FACILITATOR, Command, State
from simulator.play.relay_log import RelayLog
from simulator.play.undo import UNDO_MS, Acts
from tests.simulator.wide import wide
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"
FIVE = {
    f"body.{name}": "Vi ringer først"
    for name in ("rammer", "retning", "roller", "regler", "relasjoner")
}
NEW: list[dict[str, object]] = [
    {"kind": "consent.ask", "body.giver": "parent", "body.about": "coordinator"},
    {"kind": "goal.set", "body.words": "En å leke med"},
    {"kind": "measure.set", "body.goal": "rektor-1", "body.text": "Ringe hjem"},
    {"kind": "measure.evaluate", "body.measure": "rektor-1", "body.effect": "better",
     "body.verdict": "keep"},
    {"kind": "pact.write", **FIVE},
    {"kind": "level.set", "body.level": "1", "body.why": "Vi ser det begge to"},
    {"kind": "meeting.call", "body.seats[]": "rektor", "body.why": "Hvem gjør hva?"},
]  # fmt: skip
"""Acts of a seat as their forms send them."""
SENT = ("pact.write", "meeting.call")
"""Those that reach somebody's inbox; the others are only done."""
SAID = {
    "nb": ("Angre", "Gjort.", "Sendt."),
    "nn": ("Angre", "Gjort.", "Sendt."),
    "en": ("Undo", "Done.", "Sent."),
}


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario with Planen, Avtalen, levels and leave to be asked for."""
    return wide("plan", "evaluate", "pact", "level", "consent")


@pytest.fixture
def plan(acts: Callable[[str, Command], None]) -> None:
    """Rektor has written a goal, and a measure that the nurse answers for."""
    acts("rektor", SetGoal("Noen å leke med"))
    acts("rektor", SetMeasure("rektor-1", "Voksen ute", FIRST))


@pytest.fixture
def guest(
    plan: None, leader: Browser, joined: Callable[..., Browser], here: Runtime, playing: RoomRow
) -> Browser:
    """Somebody without a role who plays the child, by their own yes."""
    for _ in range(3):
        person = joined("Gjest", role=False)
    row = here.room.participants(playing.exercise_id)[-1]
    asked = PlayFamily("child", "person", row.id)
    here.conduct.handle(row.team_id, FACILITATOR, asked, "ask-guest")
    person.send("/family/reply", {"giver": "child", "says": "yes"})
    return person


def act(person: Browser, form: Mapping[str, object], back: str = "/desk") -> None:
    """A plain form."""
    assert person.send("/act", {**form, "next": back}).status_code == 200


@pytest.mark.parametrize("form", NEW, ids=lambda form: str(form["kind"]))
def test_a_seat_may_regret_it_on_its_desk(
    plan: None, seated: Callable[..., Browser], state: Callable[..., State], form: dict[str, object]
) -> None:
    """One button, in the reader's language; pressed, the act is gone and so is the button."""
    person = seated()
    act(person, form)
    seq = state()[Acts].latest(FIRST, state().at_ms)
    assert seq
    for lang, (undo, done, sent) in SAID.items():
        person.post("/language", {"lang": lang, "next": "/desk"})
        page = unescape(person.get("/desk").text)
        assert f'data-undo="{seq}"' in page
        assert undo in page
        assert (sent if form["kind"] in SENT else done) in page
    person.send("/desk/tap", {"tap": f"kind=act.withdraw&seq={seq}", "next": "/desk"})
    assert seq in state()[Acts].withdrawn
    assert "data-undo" not in person.get("/desk").text


def test_after_ten_seconds_the_button_is_gone(
    plan: None, seated: Callable[..., Browser], wall: Wall
) -> None:
    """Whoever looks again finds nothing to press."""
    person = seated()
    act(person, NEW[1])
    assert "data-undo" in person.get("/desk").text
    wall.ms += UNDO_MS + 1_000
    assert "data-undo" not in person.get("/desk").text


def test_whoever_plays_her_may_regret_a_line_in_the_log(
    guest: Browser, leader: Browser, playing: RoomRow, state: Callable[..., State]
) -> None:
    """Their own, on their own page; not what the øvingsleder wrote for the parents."""
    note = {"kind": "family.note", "body.giver": "child", "body.says": "adds", "body.text": "Jo!"}
    act(guest, note, "/family")
    page = guest.get("/family").text
    assert "data-undo" in page
    console = f"/exercises/{playing.exercise_id}/console"
    assert "data-undo" not in leader.get(console).text
    (line,) = [each for each in state()[RelayLog].lines if each.text]
    guest.send("/desk/tap", {"tap": f"kind=act.withdraw&seq={line.seq}", "next": "/family"})
    assert [each.gone for each in state()[RelayLog].lines if each.text] == [True]
    page = unescape(guest.get("/family").text)
    assert "data-undo" not in page
    assert "Jo!" not in page
    assert "Jo!" not in unescape(guest.get("/family/note/child").text)


def test_the_leader_may_regret_what_they_wrote_for_the_parents(
    guest: Browser, leader: Browser, playing: RoomRow, state: Callable[..., State]
) -> None:
    """On the console, for the team that is shown; whoever plays the child cannot."""
    console = f"/exercises/{playing.exercise_id}/console"
    team = f"{playing.exercise_id}-1"
    about = {"exercise": playing.exercise_id, "team": team}
    note = {"kind": "family.note", "body.giver": "parent", "body.says": "adds", "body.text": "Ja"}
    act(leader, {**note, **about}, console)
    (line,) = [each for each in state()[RelayLog].lines if each.text]
    assert f"kind=act.withdraw&amp;seq={line.seq}&amp;%40team={team}" in leader.get(console).text
    guest.send("/desk/tap", {"tap": f"kind=act.withdraw&seq={line.seq}", "next": "/family"})
    assert not state()[RelayLog].lines[-1].gone
    act(leader, {"kind": "act.withdraw", "body.seq": str(line.seq), **about}, console)
    assert state()[RelayLog].lines[-1].gone
    assert "data-undo" not in leader.get(console).text
