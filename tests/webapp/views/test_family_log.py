"""Min sak and the stafettlogg where child and parents read them, and write in them (M13, T07)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest

from scenarios.loader import Loaded
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.family import PlayFamily
from simulator.play.kernel import FACILITATOR, Command, State
from simulator.play.relay_log import RelayLog
from simulator.play.voice import SeekVoice, TellBack
from tests.simulator.leave import with_log
from tests.webapp.browser import Browser
from webapp.regions.inbox import inbox
from webapp.regions.my_case import my_case
from webapp.regions.relay_log import relay_log
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"
MEASURE = "Fast voksen i friminuttene"
WORDS = "Jeg vil ha Jo der også."
See = Callable[..., AbstractContextManager[Sight]]
Acts = Callable[[str, Command], None]


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario with leave to be asked for, and Planen."""
    return with_log()


@pytest.fixture
def talked(acts: Acts) -> None:
    """She has been listened to; a goal stands on it, a measure too, and she has been told."""
    acts(FIRST, SeekVoice("child"))
    acts(FIRST, SetGoal("Noen å leke med", f"{FIRST}-1"))
    acts(FIRST, SetMeasure(f"{FIRST}-1", MEASURE, FIRST, by="2wd"))
    acts(FIRST, TellBack(f"{FIRST}-1", "Nå er det alltid en voksen ute"))


@pytest.fixture
def guest(
    talked: None, leader: Browser, joined: Callable[..., Browser], here: Runtime, playing: RoomRow
) -> Browser:
    """Somebody without a role who from now plays the child, by their own yes."""
    for _ in range(3):
        person = joined("Gjest", role=False)
    row = here.room.participants(playing.exercise_id)[-1]
    here.conduct.handle(
        row.team_id, FACILITATOR, PlayFamily("child", "person", row.id), "ask-guest"
    )
    person.send("/family/reply", {"giver": "child", "says": "yes"})
    return person


def notes(state: State) -> list[tuple[str, str, str, int]]:
    """What child and parents have written: who, how, the words, about which line."""
    lines = state[RelayLog].lines
    return [
        (each.ref, each.kind, each.text, each.number)
        for each in lines
        if each.kind in ("adds", "disputes")
    ]


def write(person: Browser, **body: str) -> str:
    """The form as the page sends it; where it leads."""
    said = {f"body.{name}": value for name, value in body.items()}
    return unescape(person.send("/act", {"kind": "family.note", "next": "/family", **said}).text)


def test_she_reads_her_case_and_the_log_on_her_own_page(guest: Browser) -> None:
    """Her own words, what she was told came of them, who does what and when; and who did what."""
    page = unescape(guest.get("/family").text)
    assert "Min sak" in page
    assert "Jeg savner Jo." in page
    assert "Helsesykepleier fortalte meg: Nå er det alltid en voksen ute" in page
    assert MEASURE in page
    assert f"satte et tiltak: {MEASURE}" in page
    assert "Vår sak" not in page


def test_she_writes_in_the_log_and_those_who_take_part_read_it(
    guest: Browser, state: Callable[..., State], sight: See
) -> None:
    """By a plain form on which nothing is chosen beforehand; with who said it, about what."""
    form = unescape(guest.get("/family/note/child").text)
    assert "Dette stemmer ikke" in form
    assert "checked" not in form
    assert f"satte et tiltak: {MEASURE}" in form
    shown = write(guest, giver="child", says="disputes", line="2", text=WORDS)
    assert notes(state()) == [("child", "disputes", WORDS, 2)]
    said = f"Dette stemmer ikke. «{WORDS}» Det gjelder: satte et tiltak: {MEASURE}"
    assert said in shown
    with sight(FIRST) as seen:
        assert (relay_log(seen).lines[0].who, relay_log(seen).lines[0].what) == ("Tuva", said)
        (notice,) = [each for each in inbox(seen).new if each.kind == "Stafettlogg"]
        assert notice.title == "Tuva"
        assert notice.gist.startswith("Dette stemmer ikke.")
    with sight("barnevern") as seen:
        assert relay_log(seen).lines[0].what == "sa at noe ikke stemmer"
        assert not [each for each in inbox(seen).new if each.kind == "Stafettlogg"]


def test_what_looks_real_is_stopped_in_the_log_too(
    guest: Browser, state: Callable[..., State]
) -> None:
    """C11: the words come back to whoever wrote them, and nothing is kept."""
    shown = write(guest, giver="child", says="adds", text="Ring meg på 98 76 54 32")
    assert "98 76 54 32" in shown
    assert notes(state()) == []


def test_the_console_has_the_same_for_both(
    leader: Browser, talked: None, playing: RoomRow, state: Callable[..., State]
) -> None:
    """The øvingsleder reads each part's case, and writes for the parents of this one team."""
    console = f"/exercises/{playing.exercise_id}/console"
    page = unescape(leader.get(console).text)
    assert "Min sak" in page
    assert "Det jeg har sagt" in page
    assert "Vår sak" in page
    assert "Det vi har sagt" in page
    assert "Jeg savner Jo." in page
    assert f"{console}/family/note/parent?team=1" in page
    form = unescape(leader.get(f"{console}/family/note/parent").text)
    assert "Foreldrene skriver." in form
    team = f"{playing.exercise_id}-1"
    leader.send(
        "/act",
        {
            "kind": "family.note",
            "exercise": playing.exercise_id,
            "team": team,
            "body.giver": "parent",
            "body.says": "adds",
            "body.text": "Vi kan følge til porten.",
            "next": console,
        },
    )
    assert notes(state()) == [("parent", "adds", "Vi kan følge til porten.", 0)]
    assert "«Vi kan følge til porten.»" in unescape(leader.get(console).text)
    assert leader.get(f"{console}/family/note/nobody").status_code == 303


def test_parents_do_not_read_what_she_said_to_others(guest: Browser, sight: See) -> None:
    """Their page has their own talks; her words stay with her and whoever listened."""
    with sight() as seen:
        hers, ours = my_case(seen), my_case(seen, "parent")
    assert [each.words for each in hers.own]
    assert ours.own == ()
    assert MEASURE not in [each.what for each in ours.promises]


def test_who_plays_nobody_cannot_open_the_form(
    guest: Browser, seated: Callable[..., Browser], state: Callable[..., State]
) -> None:
    """Neither a seat, nor whoever plays the child for the parents."""
    assert guest.get("/family/note/parent").status_code == 303
    other = seated("Kari")
    assert other.get("/family/note/child").status_code == 303
    write(other, giver="child", says="adds", text=WORDS)
    write(guest, giver="parent", says="adds", text=WORDS)
    assert notes(state()) == []


def test_a_format_without_the_plan_has_no_log(guest: Browser, state: Callable[..., State]) -> None:
    """The log comes with Planen; the page is otherwise whole."""
    actions = state().plan.format.actions
    actions.remove("plan")
    try:
        page = unescape(guest.get("/family").text)
        assert "Stafettlogg" not in page
        assert "Min sak" in page
        assert guest.get("/family/note/child").status_code == 303
    finally:
        actions.append("plan")
