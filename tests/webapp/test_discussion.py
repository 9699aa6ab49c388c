"""A diskusjonsøvelse through the doors: chosen, talked through scene by scene, and its referat."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from flask import Flask
from pypdf import PdfReader

from simulator.play.clock import Clock
from simulator.play.kernel import FACILITATOR
from simulator.play.steering import EndPlay, StartPlay
from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD, Wall
from webapp.accounts.first_link import new_account
from webapp.documents.making import TALKED
from webapp.gjennomgang.pages import CLOCKED
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.security import passwords

LEADER = "talk@example.no"
NAME = "Kim Sjeldensen"
AGREED = "Kontaktlæreren ringer mor"


class Talk:
    """A room of one team with one person, and whoever leads it, made by the library's form."""

    def __init__(self, app: Flask, here: Runtime, wall: Wall, play: str = "avslaget:45") -> None:
        self.app, self.here, self.wall = app, here, wall
        owner = new_account(here.accounts, LEADER, here.wall())
        here.accounts.set_password(owner.id, passwords.hashed(PASSWORD))
        self.leader = Browser(app)
        self.leader.post("/login", {"email": LEADER, "password": PASSWORD})
        self.asked = {"play": play, "form": "diskusjon", "teams": "1", "mode": "coached"}
        self.asked |= {"stand_in": "2", "support": "Siv"}
        made = self.leader.post("/library", self.asked)
        self.room: RoomRow = here.room.owned(owner.id)[0]
        assert made.location == f"/exercises/{self.room.exercise_id}/console"
        self.person = Browser(app)

    @property
    def console(self) -> str:
        """The console's address."""
        return f"/exercises/{self.room.exercise_id}/console"

    @property
    def scene(self) -> str:
        """The scene under way."""
        state = self.here.conduct.clock(self.room.exercise_id)
        return state.plan.legs[state[Clock].leg].scene.id

    def join(self) -> None:
        """One person comes and reads what comes before."""
        self.person.send("/join", {"pin": self.room.pin})
        self.person.send("/join/name", {"name": NAME, "lang": "nb"})
        self.person.post("/lobby/role")
        self.person.post("/before", {"step": "role"})
        self.person.post("/before", {"step": "brief", "promise": ["1", "2", "3", "4", "5"]})

    def lead(self, kind: str, **fields: str) -> None:
        """The facilitator's control."""
        sent = {"exercise": self.room.exercise_id, "kind": kind, "next": self.console, **fields}
        assert self.leader.post("/act", sent).location == self.console

    def start(self) -> None:
        """Read aloud, and begin."""
        self.leader.post(f"{self.console}/start", {"briefed": "1"})

    def agree(self, **body: str) -> None:
        """What the one who writes, writes."""
        sent = {f"body.{name}": value for name, value in body.items()}
        self.person.post("/act", {"kind": "meeting.decide", "next": "/desk", **sent})

    def at(self, page: str = "") -> str:
        """The gjennomgang's address."""
        return f"/gjennomgang/{self.room.exercise_id}/1" + (f"/{page}" if page else "")


@pytest.fixture
def talk(app: Flask, here: Runtime, wall: Wall) -> Talk:
    """A discussion under way."""
    made = Talk(app, here, wall)
    made.join()
    made.start()
    return made


def test_the_form_says_what_each_form_is(app: Flask, here: Runtime, wall: Wall) -> None:
    """One sentence each; the clock is what one gets without choosing; alone nobody discusses."""
    talk = Talk(app, here, wall)
    page = talk.leader.words("/library")
    assert "Klokka går, hver svarer for sin tjeneste." in page
    assert "Dere tar scene for scene, uten klokke; én skriver." in page
    assert re.search(r'name="form" value="spill" checked', page)
    alone = talk.leader.post("/library", talk.asked | {"play": "emma:solo"})
    assert alone.status_code == 422
    assert "ingen å diskutere med" in alone.text


def test_the_list_of_exercises_tells_the_form(talk: Talk) -> None:
    """Who has made several of the same story knows which is which."""
    assert "Diskusjonsøvelse · Øvelse på 45 minutter" in talk.leader.words("/library")


def test_the_console_has_one_word_that_goes_on(talk: Talk) -> None:
    """«Neste scene» is the control that stands out; no autopilot, no pace, no more minutes, no
    colleague. What to do when the talk stalls stands there, and what is kept in reserve."""
    talk.lead("leg.end")
    page = talk.leader.words(talk.console)
    assert "Neste scene" in page
    assert page.count("control-main") == 1
    assert "Når samtalen står stille" in page
    assert "i reserve, til samtalen trenger det" in page
    for gone in ("autopilot", "To minutter til", "Saktere", "fem minutter fram", "av systemet"):
        assert gone not in page
    assert "skriver for laget" in page


def test_a_phone_shows_the_scene_and_the_one_who_writes_can_write(talk: Talk) -> None:
    """Everything that comes in the scene, whoever it is for; the questions, the agenda; a form."""
    talk.lead("leg.end")
    page = talk.person.words("/desk")
    plan = talk.here.conduct.plan(talk.here.store.exercise(talk.room.exercise_id))
    scene = plan.scenes[talk.scene]
    assert scene.told.strip() in page
    for inject in plan.injects_of(scene.id):
        told = (inject.summary if inject.content_class >= 2 else None) or inject.text
        assert (told.strip() in page) == (inject.at is not None)
    assert "Hva vet dere, og hvem av dere vet det?" in page
    assert 'data-act="meeting.decide"' in page
    assert "Innboks" not in page
    talk.agree(meeting=scene.id, text=AGREED, owner=next(iter(plan.seats)), by="1wd")
    assert AGREED in talk.person.words("/desk")


def test_what_is_put_on_the_table_is_seen_by_all(talk: Talk) -> None:
    """An innspill from the reserve, and one of the facilitator's own."""
    talk.lead("leg.end")
    plan = talk.here.conduct.plan(talk.here.store.exercise(talk.room.exercise_id))
    kept = next(each for each in plan.injects_of(talk.scene) if each.at is None)
    talk.lead("inject.release", **{"body.inject": kept.id})
    page = talk.person.words("/desk")
    assert (kept.summary or kept.text).strip() in page or kept.text.strip() in page
    seat = next(iter(plan.seats))
    sent = {"body.to[]": seat, "body.sender": "Avisa", "body.text": "Vi ringer i morgen."}
    talk.lead("inject.add", **sent)
    assert "Vi ringer i morgen." in talk.person.words("/desk")
    talk.lead("leg.end")
    assert "Vi ringer i morgen." not in talk.person.words("/desk")


def test_the_screen_shows_the_scene_and_what_is_agreed(talk: Talk) -> None:
    """The room sees the same: what is told, what came, what to settle, what was agreed."""
    talk.lead("leg.end")
    talk.agree(meeting=talk.scene, text=AGREED)
    page = talk.leader.words(f"/projector/{talk.room.exercise_id}")
    assert AGREED in page
    assert "screen-inputs" in page
    assert "Spilles av systemet" not in page


def _to_the_end(talk: Talk) -> list[str]:
    """Through every scene, with something agreed in each; then the analysis is opened."""
    plan = talk.here.conduct.plan(talk.here.store.exercise(talk.room.exercise_id))
    seat = next(iter(plan.seats.values()))
    for leg in plan.legs:
        talk.wall.ms += 3_600_000
        points = [each.id for each in leg.scene.decisions][:1]
        for decision in [*points, ""]:
            about = {"decision": decision, "owner": seat.id, "by": "1wd"} if decision else {}
            talk.agree(meeting=leg.scene.id, text=f"{AGREED} {leg.scene.id}", **about)
        talk.lead("leg.end")
    talk.lead("debrief.open", **{"body.stage": "analysis"})
    return [leg.scene.title for leg in plan.legs]


def _words(file: bytes, form: str) -> str:
    if form == "pdf":
        read = " ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)
        return " ".join(read.split())
    found = docx.Document(BytesIO(file))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return " ".join([*(each.text for each in found.paragraphs), *cells])


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_referat_tells_what_was_talked_of_agreed_and_left(talk: Talk, form: str) -> None:
    """Every scene with what came and was asked, what was agreed by whom and when, what stands
    open; no person's name; the same bytes each time; in each language."""
    titles = _to_the_end(talk)
    link = talk.at(f"documents/minutes.{form}")
    assert link in talk.leader.words(talk.at("documents"))
    file = talk.leader.get(link).data
    assert file == talk.leader.get(link).data
    words = _words(file, form)
    plan = talk.here.conduct.plan(talk.here.store.exercise(talk.room.exercise_id))
    for title in titles:
        assert title in words
    for probe in plan.talked_of.values():
        assert all(each.ask in words for each in probe.questions)
    left = [d.text for leg in plan.legs for d in leg.scene.decisions[1:]]
    assert left
    assert all(f"Ikke avgjort: {text}" in words for text in left)
    assert f"Ingen er ansvarlig: {AGREED}" in words
    assert next(iter(plan.seats.values())).name in words
    assert NAME not in words
    assert "Spilletid" not in words


@pytest.mark.parametrize(("lang", "title"), [("nn", "diskusjonsøving"), ("en", "discussion")])
def test_the_referat_speaks_the_readers_language(talk: Talk, lang: str, title: str) -> None:
    """Nynorsk and English, headings and scenes alike."""
    _to_the_end(talk)
    talk.leader.post("/language", {"lang": lang, "next": "/"})
    words = _words(talk.leader.get(talk.at("documents/minutes.docx")).data, "docx")
    assert title in words
    assert "Det dere ble enige om" not in words


def test_an_exercise_with_the_clock_has_no_referat(
    room: RoomRow, browser: Callable[..., Browser], here: Runtime
) -> None:
    """The documents' page of a spilløvelse offers none, and its address is nowhere."""
    leader = browser()
    leader.post("/login", {"email": "leder@example.no", "password": PASSWORD})
    sent = {"exercise": room.exercise_id, "next": "/"}
    for command in (StartPlay(), EndPlay()):
        here.conduct.steer(room.exercise_id, FACILITATOR, command, command.KIND)
    leader.post("/act", sent | {"kind": "debrief.open", "body.stage": "analysis"})
    page = leader.words(f"/gjennomgang/{room.exercise_id}/1/documents")
    assert "report.docx" in page
    assert "minutes" not in page
    gone = leader.get(f"/gjennomgang/{room.exercise_id}/1/documents/minutes.docx")
    assert gone.status_code == 404


def test_the_gjennomgang_tells_only_what_a_talk_shows(talk: Talk) -> None:
    """The first minute has what was agreed and what was left, and no empty stretch; pages of acts
    and times are not there, and no «Hva om …?»; proposals rest on the agenda alone."""
    _to_the_end(talk)
    analysis = talk.leader.words(talk.at())
    for gone in sorted(CLOCKED):
        assert talk.at(gone) not in analysis
        assert talk.leader.get(talk.at(gone)).status_code == 404
    for kept in ("five-r", "looks", "timeline", "replay", "documents"):
        assert talk.leader.get(talk.at(kept)).status_code == 200
    assert "what-if" not in talk.leader.words(talk.at("timeline"))
    assert "Uten navn fra: 0" in talk.leader.words(talk.at("replay"))
    talk.lead("debrief.open", **{"body.stage": "application"})
    plan = talk.leader.words(talk.at())
    assert "uten at dere skrev ned hvem og når" in plan
    talk.lead("debrief.open", **{"body.stage": "description"})
    minute = talk.leader.words(talk.at())
    assert "To øyeblikk" in minute
    assert "Her sto det tomt" not in minute
    assert "med én ansvarlig og en dato" in minute
    screen = talk.leader.words(f"{talk.at()}?screen=1")
    assert AGREED not in screen


def test_everybody_takes_the_referat_home(talk: Talk) -> None:
    """In the last phase each finds it, with what was agreed after the talk; no page of one's own
    acts, since a talk has none."""
    _to_the_end(talk)
    talk.lead("debrief.open", **{"body.stage": "application"})
    page = talk.person.words("/gjennomgang")
    assert "/mine/result.docx" in page
    assert "/mine/exercise" not in page
    words = _words(talk.person.get("/mine/result.docx").data, "docx")
    assert "Referat fra diskusjonsøvelse" in words
    assert AGREED in words
    assert talk.person.get("/mine/exercise.docx").status_code == 404


def test_every_file_of_a_discussion_is_made(talk: Talk) -> None:
    """Each on the page of documents, in its own form; result and report are not among them."""
    _to_the_end(talk)
    page = talk.leader.words(talk.at("documents"))
    offered = re.findall(r'href="([^"]+/documents/[^"]+)"', page)
    assert offered == [talk.at(f"documents/{name}.{form}") for name, form in TALKED]
    for link in offered:
        answer = talk.leader.get(link)
        assert answer.status_code == 200
        assert NAME.encode() not in answer.data
    assert talk.leader.get(talk.at("documents/report.docx")).status_code == 404
