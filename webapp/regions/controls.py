"""The controls: what can be done now, each with what it will do, named before it is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scenarios.duration import MINUTE, SECOND
from simulator.play.clock import Clock, leg_ends_at, runs
from simulator.play.coach import is_coached
from simulator.play.probes import Probes
from webapp.regions import storytime
from webapp.regions.discussion import when_still
from webapp.regions.overview import Overview
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight

SLOWER, FASTER = 1.25, 0.8
SLOWEST, FASTEST = 10 * MINUTE, 10 * SECOND


@dataclass(frozen=True, slots=True)
class Control:
    """One button: what it is called, what it does, and what it sends. ``key`` may press it."""

    words: str
    effect: str
    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    key: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """The clock as it stands and everything that can be done with it now."""

    phase: str
    paused: bool
    auto: bool
    story: str
    scene: str
    pace: str
    left: str
    played: str
    clock: tuple[Control, ...]
    scenes: tuple[Control, ...]
    probes: tuple[Control, ...]
    ends: bool
    coached: bool = False
    talk: bool = False
    """Whether it is a discussion: scenes end when told, and no clock runs."""
    when_still: tuple[str, ...] = ()
    """What to do when the talk stalls."""


def desk(over: Overview) -> Desk:
    """The controls for the moment."""
    sight = over.sight
    clock, leg = sight.state[Clock], sight.leg
    return Desk(
        phase=clock.phase,
        paused=clock.paused,
        auto=clock.auto,
        story=storytime.now(sight) if leg else "",
        scene=leg.scene.title if leg else "",
        pace=_pace(sight),
        left=_left(sight),
        played=_played(sight),
        clock=tuple(_clock(sight)),
        scenes=tuple(_scenes(sight)),
        probes=tuple(_probes(over)),
        ends=clock.phase not in ("lobby", "over"),
        coached=is_coached(sight.state),
        talk=sight.plan.is_discussion,
        when_still=when_still(sight) if sight.plan.is_discussion else (),
    )


def _pace(sight: Sight) -> str:
    if not runs(sight.state):
        return ""
    seconds = round(sight.state[Clock].pace_ms / SECOND)
    if sight.by_hours:
        return _("%(n)s sekunder for en time", n=seconds)
    return _("%(n)s sekunder for en dag", n=seconds)


def _left(sight: Sight) -> str:
    ends = leg_ends_at(sight.state)
    if ends is None:
        return ""
    minutes = max(round((ends - sight.now_ms) / MINUTE), 0)
    if minutes < 1:
        return _("under ett minutt igjen av scenen")
    return ngettext(
        "om lag %(num)s minutt igjen av scenen", "om lag %(num)s minutter igjen av scenen", minutes
    )


def _played(sight: Sight) -> str:
    if sight.plan.is_discussion:
        return _("Diskusjonsøvelse")
    done, planned = sight.now_ms // MINUTE, round(sight.plan.play_ms / MINUTE)
    return _("%(done)s av om lag %(planned)s minutter spilt", done=done, planned=planned)


def _clock(sight: Sight) -> Iterator[Control]:
    clock = sight.state[Clock]
    if clock.phase in ("lobby", "over"):
        return
    if sight.state[Probes].open:
        return
    if clock.paused:
        yield Control(
            _("Fortsett"),
            _("Klokka går videre der den var"),
            "clock.resume",
            key="p",
            weight="main",
        )
    else:
        yield Control(_("Pause"), _("Alt står stille, alle får vite det"), "clock.pause", key="p")
    if sight.plan.is_discussion:
        return
    if runs(sight.state):
        yield from _paces(clock.pace_ms)
    elif clock.phase == "leg":
        yield Control(
            _("To minutter til"), _("Scenen varer to minutter lenger"), "clock.extend",
            {"more_ms": str(2 * MINUTE)}, key="+",
        )  # fmt: skip
    yield _autopilot(on=clock.auto)


def _paces(pace: int) -> Iterator[Control]:
    for words, factor, key in ((_("Saktere"), SLOWER, "s"), (_("Raskere"), FASTER, "f")):
        wanted = min(max(round(pace * factor / SECOND) * SECOND, FASTEST), SLOWEST)
        if wanted != pace:
            effect = _(
                "Fra %(old)s til %(new)s sekunder", old=round(pace / SECOND), new=wanted // SECOND
            )
            yield Control(words, effect, "clock.pace", {"pace_ms": str(wanted)}, key=key)


def _autopilot(*, on: bool) -> Control:
    if on:
        return Control(
            _("Slå av autopiloten"), _("Scener slutter bare når du sier det"), "clock.autopilot",
            {"on": "false"}, key="a",
        )  # fmt: skip
    return Control(
        _("Slå på autopiloten"), _("Scener slutter av seg selv når tiden er ute"),
        "clock.autopilot", {"on": "true"}, key="a",
    )  # fmt: skip


def _scenes(sight: Sight) -> Iterator[Control]:
    clock, legs = sight.state[Clock], sight.plan.legs
    following = legs[clock.leg + 1] if clock.leg + 1 < len(legs) else None
    if clock.phase in ("leg", "held"):
        if following is None:
            effect = _("Spillet slutter, og førsteinntrykk begynner")
        elif following.jump:
            effect = _(
                "Først «Hvem har hva i ventetiden?», så «%(scene)s»", scene=following.scene.title
            )
        else:
            effect = _("Neste er «%(scene)s»", scene=following.scene.title)
        yield _onward(sight, effect, last=following is None)
    elif clock.phase == "interlude" and following is not None:
        effect = _("Ukene går, og «%(scene)s» begynner", scene=following.scene.title)
        yield Control(_("Hopp nå"), effect, "clock.jump", key="n", weight="main")


def _onward(sight: Sight, effect: str, *, last: bool) -> Control:
    """The end of the scene: in a discussion the one thing that takes the room on."""
    if not sight.plan.is_discussion:
        return Control(_("Avslutt scenen"), effect, "leg.end", key="n")
    words = _("Avslutt samtalen") if last else _("Neste scene")
    return Control(words, effect, "leg.end", key="n", weight="main")


def _probes(over: Overview) -> Iterator[Control]:
    sight, probes = over.sight, over.sight.state[Probes]
    if probes.open:
        asked = sum(1 for each in over.inside if each.seat_id)
        given = sum(len(s.state[Probes].asked[probes.open].answers) for s in over.sights)
        effect = _("%(given)s svar til nå, %(asked)s i rommet. Det som mangler, blir stående tomt.",
                   given=given, asked=asked)  # fmt: skip
        yield Control(_("Lukk spørsmålet"), effect, "probe.close", key="q", weight="main")
        return
    if sight.state[Clock].phase != "leg":
        return
    for probe in sight.plan.probes.values():
        if probe.id in probes.asked or probe.scene != (sight.leg.scene.id if sight.leg else ""):
            continue
        number = len(probe.questions)
        effect = ngettext(
            "Klokka stopper, alle får ett spørsmål",
            "Klokka stopper, alle får %(num)s spørsmål",
            number,
        )
        yield Control(
            _("Spør nå: %(ask)s", ask=probe.questions[0].ask), effect, "probe.open",
            {"probe": probe.id}, key="q",
        )  # fmt: skip
