"""No view holds a fact that its seat does not know: a whole drill is walked, page by page (D4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from random import Random

import pytest
from flask import Flask

from scenarios.loader import Loaded, load
from simulator.play.clock import Clock
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox
from simulator.play.kernel import FACILITATOR, State
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.steering import StartPlay
from tests.reliability.player import Player
from tests.webapp.browser import Browser
from webapp.accounts.first_link import demo_account
from webapp.config import Config
from webapp.factory import build
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import EXTENSION, Runtime

SECRET = "a secret of nobody, long enough for all"
TAG = re.compile(r"<[^>]*>")
LANGUAGES = ("nb", "nn", "en")
VERBS = ("answer", "ask", "share", "handover", "agreed", "wonder", "worry", "listen", "meet")
MOST = 15
"""Pages read in one look, chosen at random."""
SHORT = 12
"""Texts shorter than this stand in other sentences by chance."""


class Walk:
    """One drill in this process, its wall clock turned by hand."""

    def __init__(self, folder: Path, slug: str, format_name: str, people: int, seed: int) -> None:
        self.wall = 1_800_000_000_000
        self.random = Random(seed)
        self.app: Flask = build(Config(data=folder, secret_key=SECRET), lambda: self.wall)
        self.here: Runtime = self.app.extensions[EXTENSION]
        self.loaded: Loaded = load(slug)
        with self.app.app_context():
            owner = demo_account(self.here)
            self.room: RoomRow = open_exercise(
                self.here, self.loaded, format_name, owner_id=owner.id, seed=seed
            )
        self.team = f"{self.room.exercise_id}-1"
        self.people = [self._joined(number) for number in range(people)]
        self.seats = [self._seat_of(person) for person in self.people]
        self.pages = 0
        self.read: set[str] = set()
        plan = self.state.plan
        self._players = [Player(plan, seat, Random(self.random.random())) for seat in self.seats]
        self._texts = _texts(self.loaded)

    def _joined(self, number: int) -> Browser:
        person = Browser(self.app)
        person.send("/join", {"pin": self.room.pin})
        lang = LANGUAGES[number % len(LANGUAGES)]
        person.send("/join/name", {"name": "", "lang": lang})
        person.post("/lobby/role")
        return person

    def _seat_of(self, person: Browser) -> str:
        row = self.here.room.participant(person.cookie("samspill_seat").partition(".")[0])
        assert row is not None
        return str(row.seat_id)

    @property
    def state(self) -> State:
        """The team as committed."""
        return self.here.conduct.state(self.team)

    def start(self) -> None:
        """Begin play."""
        self.here.conduct.steer(self.room.exercise_id, FACILITATOR, StartPlay(), "start")

    def step(self, seconds: int) -> None:
        """Time passes, and somebody acts."""
        self.wall += seconds * 1_000
        with self.app.app_context():
            self.here.conduct.tick(self.room.exercise_id)
        number = self.random.randrange(len(self.people))
        kind, body = self._players[number].choose(self.people[number].get("/desk").text)
        command = {"command_id": f"walk-{self.wall}", "kind": kind, "body": body}
        self.people[number].post_json("/act", command)

    def look(self, number: int) -> None:
        """Everything one seat can ask for: nothing in it is a fact it does not know."""
        known = set(self.state[Facts].of(self.seats[number]))
        for path, shown in self._views(self.people[number]):
            self.pages += 1
            plain = _plain(shown)
            for fact, text in self._texts:
                if text in plain:
                    assert fact in known, f"{self.seats[number]} reads {fact} at {path}: {text}"
                    self.read.add(fact)

    def _views(self, person: Browser) -> Iterator[tuple[str, str]]:
        state = self.state
        paths = ["/desk", *(f"/desk?place={place}" for place in ("child", "team", "role"))]
        paths += [f"/desk/items/{item}" for item in state[Inbox].items]
        paths += [f"/desk/handovers/{passed}" for passed in state[Handovers].passes]
        paths += [f"/desk/do/{verb}" for verb in VERBS]
        for path in self.random.sample(paths, min(MOST, len(paths))):
            yield path, person.get(path, follow_redirects=True).text
        # Names of regions are anybody's guess; what is in them must not be.
        names = ["moment", "interlude", "inbox", "child", "team", "role", "undo"]
        names += [f"item~{item}" for item in state[Inbox].items]
        names += [f"handover~{passed}" for passed in state[Handovers].passes]
        names += [f"meeting~{meeting}" for meeting in state[Meetings].held]
        for begin in range(0, len(names), 30):
            held = ",".join(f"{name}.-" for name in names[begin : begin + 30])
            answer = person.get(f"/regions?held={held}")
            yield (
                f"/regions?held={held}",
                "".join(part["html"] for part in (answer.json or {}).get("regions", [])),
            )


def test_no_seat_reads_what_it_does_not_know(tmp_path: Path) -> None:
    """Three people in three languages and a simulated colleague, from lobby to the last scene."""
    walk = Walk(tmp_path, "small", "45", people=3, seed=5)
    _walked(walk, seconds=20, looks=1)
    assert walk.pages > 300
    assert len(walk.read) > len(walk.state.plan.facts) / 2, "who sees no fact proves nothing"


@pytest.mark.proof
@pytest.mark.parametrize(("format_name", "people"), [("45", 8), ("90", 12)])
def test_no_seat_of_emma_reads_what_it_does_not_know(
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    format_name: str,
    people: int,
) -> None:
    """The same on Emma: a seat looked at in every step of the whole drill."""
    walk = Walk(tmp_path, "emma", format_name, people=people, seed=6)
    _walked(walk, seconds=25, looks=1)
    record_property("views read", walk.pages)
    record_property("facts read by those who know them", len(walk.read))
    record_property("texts looked for in each", len(_texts(walk.loaded)))


def _walked(walk: Walk, seconds: int, looks: int) -> None:
    for number in range(len(walk.people)):
        walk.look(number)
    walk.start()
    steps = 0
    while walk.state[Clock].phase != "over":
        walk.step(seconds)
        for number in walk.random.sample(range(len(walk.people)), looks):
            if walk.state[Clock].phase != "over":
                walk.look(number)
        steps += 1
        assert steps < 1_000, "the drill does not end"


def _texts(loaded: Loaded) -> list[tuple[str, str]]:
    """(fact, its text as read) in every language."""
    return [
        (fact.id, _plain(fact.text))
        for lang in loaded.languages
        for fact in loaded.scenario(lang).facts
        if len(fact.text) >= SHORT
    ]


def _plain(shown: str) -> str:
    """What a reader reads: without tags, in single spaces."""
    return " ".join(unescape(TAG.sub(" ", shown)).split())
