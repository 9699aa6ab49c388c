"""Child and parents played by the øvingsleder or by a person who has said yes (mechanics 2)."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from scenarios.loader import Loaded
from simulator.play.consent import AskConsent, Consents
from simulator.play.family import Family
from simulator.play.kernel import Actor, State
from simulator.play.voice import SeekVoice, Voices
from tests.simulator.leave import story
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario with leave to be asked for."""
    return story()


@pytest.fixture
def nurse(seated: Callable[..., Browser], playing: RoomRow) -> Browser:
    """Somebody at the school nurse's desk."""
    return seated("Kari")


def console(room: RoomRow) -> str:
    """The console's address."""
    return f"/exercises/{room.exercise_id}/console"


def tapped(leader: Browser, room: RoomRow, said: str) -> str:
    """A tap on the console; the page it leads to."""
    team = f"{room.exercise_id}-1"
    answer = leader.send(
        f"{console(room)}/tap", {"tap": f"{said}&@team={team}", "next": console(room)}
    )
    return unescape(answer.text)


def listen(here: Runtime, room: RoomRow, browser: Browser) -> None:
    """The school nurse listens to the child."""
    person = here.room.participants(room.exercise_id)[0]
    actor = Actor("seat", FIRST, person.id)
    wanted = SeekVoice("child", "outdoors", "together")
    here.conduct.handle(person.team_id, actor, wanted, "listen-to-her")


def test_the_leader_answers_with_a_voice_of_the_scenario(
    leader: Browser, nurse: Browser, here: Runtime, playing: RoomRow, state: Callable[..., State]
) -> None:
    """The console shows who listens, and each voice is one tap; nothing waits afterwards."""
    tapped(leader, playing, "kind=family.play&giver=child&player=leader")
    listen(here, playing, nurse)
    page = unescape(leader.get(console(playing)).text)
    assert "Helsesykepleier vil høre: ute, på tur, med noe dere gjorde sammen." in page
    assert "Jeg savner Jo." in page
    tapped(leader, playing, f"kind=family.speak&listening={FIRST}-1&voice=V1")
    assert state()[Voices].listenings[f"{FIRST}-1"].voice == "V1"
    assert "Jeg savner Jo." in unescape(nurse.get("/desk?place=child").text)


def test_own_words_reach_whoever_listened(
    leader: Browser, nurse: Browser, here: Runtime, playing: RoomRow
) -> None:
    """A plain form carries them; the child's place shows them as hers."""
    tapped(leader, playing, "kind=family.play&giver=child&player=leader")
    listen(here, playing, nurse)
    page = unescape(leader.get(f"{console(playing)}/family/listening/{FIRST}-1").text)
    assert "Svar med egne ord" in page
    leader.send(
        "/act",
        {
            "kind": "family.speak",
            "exercise": playing.exercise_id,
            "team": f"{playing.exercise_id}-1",
            "body.listening": f"{FIRST}-1",
            "body.text": "Kan vi gå en tur til?",
            "next": console(playing),
        },
    )
    assert "Kan vi gå en tur til?" in unescape(nurse.get("/desk?place=child").text)
    gone = leader.get(f"{console(playing)}/family/listening/{FIRST}-1")
    assert gone.status_code == 303


def test_the_leader_says_yes_to_some_of_it(
    leader: Browser, nurse: Browser, here: Runtime, playing: RoomRow, state: Callable[..., State]
) -> None:
    """The form names each card and each seat; what is chosen is what may go."""
    tapped(leader, playing, "kind=family.play&giver=parent&player=leader")
    person = here.room.participants(playing.exercise_id)[0]
    actor = Actor("seat", "rektor", "")
    asked = AskConsent("parent", "share", ("F7",), ("barnevern", FIRST), "For å hjelpe")
    here.conduct.handle(person.team_id, actor, asked, "ask-parents")
    page = unescape(leader.get(f"{console(playing)}/family/request/rektor-1").text)
    assert "Familien kan søke om lavere pris" in page
    assert "For å hjelpe" in page
    leader.send(
        "/act",
        {
            "kind": "consent.answer",
            "exercise": playing.exercise_id,
            "team": f"{playing.exercise_id}-1",
            "body.request": "rektor-1",
            "body.answer": "limited",
            "body.facts[]": "F7",
            "body.to[]": FIRST,
            "next": console(playing),
        },
    )
    answer = state()[Consents].requests["rektor-1"].answer
    assert answer is not None
    assert (answer.facts, answer.to) == (("F7",), (FIRST,))
    assert "Trekk tilbake" in unescape(leader.get(console(playing)).text)


def test_a_person_plays_the_child_only_after_a_yes_of_their_own(
    leader: Browser,
    nurse: Browser,
    joined: Callable[..., Browser],
    here: Runtime,
    playing: RoomRow,
    state: Callable[..., State],
) -> None:
    """Asked in the lobby, told what it is, free to say no; after the yes, a page of their own."""
    for _ in range(2):
        guest = joined("Gjest", role=False)
    row = here.room.participants(playing.exercise_id)[-1]
    assert row.team_id == f"{playing.exercise_id}-1"
    assert "Du er ikke spurt" in unescape(guest.get("/family").text)
    assert guest.get("/lobby/state").json == {"waits": False, "asked": False}
    tapped(leader, playing, f"kind=family.play&giver=child&player=person&participant={row.id}")
    assert not state()[Family].by_people("child")
    assert guest.get("/lobby/state").json == {"waits": False, "asked": True}
    assert "spør om du vil spille barnet" in unescape(guest.get("/lobby").text)
    page = unescape(guest.get("/family").text)
    assert "Vil du spille Tuva?" in page
    assert "Nei takk" in page
    guest.send("/family/reply", {"giver": "child", "says": "yes"})
    assert state()[Family].parts_of(row.id) == ["child"]
    listen(here, playing, nurse)
    page = unescape(guest.get("/family").text)
    assert "Helsesykepleier vil høre" in page
    guest.send("/desk/tap", {"tap": f"kind=family.keep_silent&listening={FIRST}-1"})
    assert state()[Voices].listenings[f"{FIRST}-1"].silent
    guest.send("/family/reply", {"giver": "child", "says": "no"})
    assert state()[Family].parts["child"].player == "system"


def test_nobody_else_answers_for_the_child(
    nurse: Browser, leader: Browser, here: Runtime, playing: RoomRow, state: Callable[..., State]
) -> None:
    """A seat cannot, nor somebody who has not been asked; and no page tells them what is said."""
    tapped(leader, playing, "kind=family.play&giver=child&player=leader")
    listen(here, playing, nurse)
    nurse.send("/desk/tap", {"tap": f"kind=family.keep_silent&listening={FIRST}-1"})
    assert state()[Voices].listenings[f"{FIRST}-1"].voice is None
    assert nurse.get(f"/family/answer/listening/{FIRST}-1").status_code == 303


def test_a_format_without_consent_has_no_family_panel(
    leader: Browser, playing: RoomRow, here: Runtime
) -> None:
    """The panel comes with the action; the short formats stay as they are."""
    assert 'id="family"' in leader.get(console(playing)).text
    plan = here.conduct.state(f"{playing.exercise_id}-1").plan
    plan.format.actions.remove("consent")
    try:
        assert 'id="family"' not in leader.get(console(playing)).text
    finally:
        plan.format.actions.append("consent")
