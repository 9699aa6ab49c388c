"""The teams of the validity experiments: who plays, in what story, and what befalls them.

A *cell* is one kind of team, played once for each seed; its runs are the five indices of each.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache, partial
from multiprocessing import get_context

from debrief.five_r import NAMES, Row, five_r, turned
from debrief.record import Record
from scenarios.behaviour.profiles import LADDER, USUAL, profiles
from scenarios.behaviour.traits import TRAITS, Traits
from scenarios.indicators import indicators
from scenarios.loader import Loaded, from_document, load
from simulator.conduct import Conduct
from simulator.play.kernel import FACILITATOR
from simulator.play.roster import ABSENCE
from simulator.play.steering import Pause, Resume
from simulator.rehearse import EXERCISE, Meanwhile, People, Wall, rehearse

Index = Mapping[str, float | None]
"""R → index of one run; under :func:`by_observation` also with every observation
counting alike."""
Cells = Mapping[str, Sequence[Index]]
"""Cell → its runs, by seed."""

VECTORS, SEEDS = 30, 5
"""(d): how many skill vectors, and how often each plays."""
PAUSE_MS = 7 * 60_000
HALF = 2


@dataclass(frozen=True)
class Team:
    """One cell: its profile, and how its story or its evening differs from the usual."""

    name: str
    players: str = USUAL
    story: str = ""
    """'' · ``frozen`` the child's situation stands still · ``nn`` told in nynorsk · ``renamed``
    the seats have one another's names."""
    event: str = ""
    """'' · ``persons`` · ``late`` · ``pause`` · ``restart`` · ``absent``."""
    traits: Mapping[str, int] = field(default_factory=dict)
    """A skill vector: a value for each trait."""


def usual_teams() -> list[Team]:
    """(a)–(c): every profile there is, and the weaknesses with the child's situation frozen."""
    names = [name for name in profiles().traits if name != ABSENCE]
    weak = [name for name in names if name.startswith("weak:")]
    frozen = [Team(f"frozen {name}", name, story="frozen") for name in (USUAL, *weak)]
    return [*(Team(name, name) for name in names), *frozen]


def alike_teams(slug: str) -> list[Team]:
    """(e) and (f): what should make no difference; ``absent`` only where a service can be."""
    stories = [Team(story, story=story) for story in ("nn", "renamed")]
    events = ["persons", "pause", "restart", "late"]
    events += ["absent"] if any(seat.absence for seat in load(slug).scenario().seats) else []
    return [*stories, *(Team(event, event=event) for event in events)]


def skill_teams() -> list[Team]:
    """(d): vectors drawn once and for all, each trait between the least and the most of the
    ladder's profiles."""
    known = profiles().traits
    chance = random.Random("skill vectors")
    made = []
    for number in range(1, VECTORS + 1):
        values = {}
        for trait in TRAITS:
            span = [getattr(known[name], trait) for name in LADDER]
            values[trait] = chance.randint(min(span), max(span))
        # Whoever never looks does nothing else either: that would be one trait, not a vector.
        values["sees"], values["here"] = known[USUAL].sees, known[USUAL].here
        made.append(Team(f"vector {number}", f"vector-{number}", traits=values))
    return made


# -- stories ---------------------------------------------------------------------------------------


@cache
def story(slug: str, kind: str) -> Loaded:
    """A scenario as it is, or changed in one way that no measure should mind."""
    loaded = load(slug)
    if not kind:
        return loaded
    if kind == "nn":
        told = loaded.scenario("nn").model_dump(mode="json", exclude_none=True)
        return from_document({"source": {**told, "languages": ["nb"]}, "overlays": {}})
    document = deepcopy(loaded.document)
    source = document["source"]
    if kind == "frozen":
        source["situation"]["curve"] = []
        for inject in source["injects"]:
            inject.pop("effect", None)
    if kind == "renamed":
        names = [seat["name"] for seat in source["seats"]]
        for seat, name in zip(source["seats"], [*names[1:], names[0]], strict=True):
            seat["name"] = name
        document["overlays"] = {}
        source["languages"] = ["nb"]
    return from_document(document)


# -- what befalls them -----------------------------------------------------------------------------


def once(at_ms: int, then: Callable[[Conduct, Wall, People], Conduct]) -> Meanwhile:
    """Do ``then`` at the first step from play ms ``at_ms`` on at which the clock runs."""
    done: list[bool] = []

    def meanwhile(conduct: Conduct, wall: Wall, people: People) -> Conduct:
        running = conduct.store.exercise(EXERCISE).running
        if done or not running or conduct.now(EXERCISE) < at_ms:
            return conduct
        done.append(True)
        return then(conduct, wall, people)

    return meanwhile


def _pause(conduct: Conduct, wall: Wall, _people: People) -> Conduct:
    conduct.steer(EXERCISE, FACILITATOR, Pause(), "pause")
    wall.ms += PAUSE_MS
    conduct.steer(EXERCISE, FACILITATOR, Resume(), "resume")
    return conduct


def _restart(conduct: Conduct, _wall: Wall, _people: People) -> Conduct:
    return Conduct(conduct.store, conduct.wall)


def _late(seats: Sequence[str], conduct: Conduct, _wall: Wall, people: People) -> Conduct:
    for seat in seats:
        people.sit(conduct, seat)
    return conduct


def play(slug: str, format_name: str, team: Team, seed: int) -> dict[str, float | None]:
    """The five indices of one exercise of a team."""
    loaded = story(slug, team.story)
    scenario = loaded.scenario()
    chosen = scenario.formats[format_name]
    half = chosen.minutes * 60_000 // HALF
    own = {team.players: replace(Traits(), **team.traits)} if team.traits else None
    gone = [seat.id for seat in scenario.seats if seat.absence]
    befalls: dict[str, Meanwhile] = {
        "pause": once(half // HALF, _pause),
        "restart": once(half // HALF, _restart),
        "late": once(half // HALF, partial(_late, chosen.seats[1:3])),
    }
    played = rehearse(
        loaded,
        format_name,
        seed=seed,
        players=team.players,
        own=own,
        manned=[seat.id for seat in scenario.seats] if team.event == "persons" else (),
        seats=dict.fromkeys(gone, ABSENCE) if team.event == "absent" else None,
        meanwhile=befalls.get(team.event),
    )
    rows = five_r(Record(played.plan, played.entries))
    indices: dict[str, float | None] = {r: rows[r].index for r in NAMES}
    return indices | {by_observation(r): _by_observation(rows[r]) for r in NAMES}


def by_observation(r: str) -> str:
    """The name of the other index of an R, in which every observation counts alike."""
    return f"{r} by observation"


def _by_observation(row: Row) -> float | None:
    """The mean of an R's automatic indicators, each as heavy as its observations are many."""
    known = [
        (value, figure.n)
        for figure in row.figures
        if indicators()[figure.id].automatic and (value := turned(figure)) is not None
    ]
    heavy = sum(n for _, n in known)
    return sum(value * n for value, n in known) / heavy if heavy else None


def cells(
    slug: str, format_name: str, teams: Sequence[Team], runs: int, jobs: int
) -> Iterator[tuple[str, list[dict[str, float | None]]]]:
    """Each cell as it is played; seeds 1 to ``runs``."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        asked = {
            team.name: pool.map(
                partial(play, slug, format_name, team), range(1, runs + 1), chunksize=5
            )
            for team in teams
        }
        for name, lines in asked.items():
            yield name, list(lines)
