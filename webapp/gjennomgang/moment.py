"""One moment of the replay: what happened just then, and how everything stood, in words.

The words are those of the desk and of the timeline, said of the state as it was then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from debrief.record import Record
from debrief.replay import Step, place_of
from debrief.timeline import TimelineRow
from facilitator.alternatives import askable
from scenarios.duration import MINUTE
from simulator.play.facts import Facts
from simulator.play.kernel import Entry
from simulator.play.passes import Handovers, Pass
from simulator.play.situation import VALUES
from webapp.gjennomgang import when
from webapp.gjennomgang.role_then import RoleThen, role_then
from webapp.gjennomgang.through import Through
from webapp.gjennomgang.told import Line, line
from webapp.regions import handover, situation
from webapp.regions.child import met
from webapp.regions.duties import Coordination, Duty, coordination, duties
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.team import by_system

BEFORE = 4
"""How many earlier events are told beside those of the moment."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event in words, with the ways on from it ('' where there is none)."""

    line: Line
    entry: str
    what_if: str = ""


@dataclass(frozen=True, slots=True)
class Passing:
    """A handover that was open. ``request`` is '' where nobody's own words are shown."""

    sender: str
    receiver: str
    request: str
    responsible: str
    steps: tuple[handover.Step, ...]
    by_system: str


@dataclass(frozen=True, slots=True)
class MomentView:
    """Everything the region tells. ``now`` is empty where a role saw nothing just then.

    ``at_once`` are the roles that had something in hand at the same time, if there were two or
    more. ``had`` is how the child had it, in the scenario's words; ``heard`` the latest she said.
    """

    number: int
    of: int
    at: str
    minute: str
    phase: str
    child: str
    now: tuple[Happened, ...]
    before: tuple[Happened, ...]
    coordination: Coordination
    duties: tuple[Duty, ...]
    passing: tuple[Passing, ...]
    at_once: tuple[str, ...]
    had: tuple[str, ...]
    heard: Line | None
    role: RoleThen | None


def moment(through: Through, seq: int) -> MomentView:
    """The moment of entry ``seq`` through those eyes; the first for 0, else the last there is."""
    replay, steps = through.replay, through.steps
    head = replay.head(min(seq or steps[0].seq, through.end))
    place = place_of(steps, head)
    sight = _sight(through, head)
    past = [row for row in through.rows if row.seq <= head]
    now = [row for row in past if replay.head(row.seq) == head]
    before = [_line(through, sight, row) for row in past[: len(past) - len(now)][-6 * BEFORE :]]
    open_duties, passing = duties(sight), tuple(_passing(through, sight))
    return MomentView(
        number=place + 1,
        of=len(steps),
        at=when.short(sight.moment),
        minute=minute(sight.now_ms),
        phase=phase_title(through, _begun(steps, place)),
        child=sight.child,
        now=tuple(_happened(through, _line(through, sight, row)) for row in now),
        before=tuple(
            _happened(through, each) for each in [e for e in before if not e.quiet][-BEFORE:]
        ),
        coordination=coordination(sight),
        duties=open_duties,
        passing=passing,
        at_once=_at_once(open_duties, passing),
        had=_had(sight),
        heard=_heard(through, sight, past),
        role=role_then(through, sight, _fresh(sight, head, replay.record.entries))
        if through.seat
        else None,
    )


def minute(at_ms: int) -> str:
    """How far into the exercise."""
    return _("%(n)s. minutt", n=at_ms // MINUTE + 1)


def phase_title(through: Through, step: Step) -> str:
    """What the scene is called, or what came between, before and after."""
    scene = through.opened.record.plan.scenes.get(step.scene)
    if scene:
        return scene.title
    return {
        "jump": _("Hvem har hva i ventetiden?"),
        "after": _("Etter spillet"),
    }.get(step.begins, _("Før første scene"))


def _begun(steps: tuple[Step, ...], place: int) -> Step:
    """The step that opened the phase under way."""
    return next((each for each in reversed(steps[: place + 1]) if each.begins), steps[0])


def _sight(through: Through, head: int) -> Sight:
    state = through.replay.state_at(head)
    plan = through.opened.record.plan
    return Sight(state, plan, state.at_ms, state.story_ms, through.seat)


def _line(through: Through, sight: Sight, row: TimelineRow) -> Line:
    """The row as it stood then, with no card that the seat did not know yet."""
    record = through.opened.record
    (then,) = through.replay.as_of(sight.state.seq, [row])
    facts = record.plan.facts
    cards = tuple(facts[each].text for each in through.knows(sight.state, row) if each in facts)
    told = replace(line(record, then, through.eyes), cards=cards)
    return told if through.was_told(row) else replace(told, quotes=())


def _happened(through: Through, told: Line) -> Happened:
    eyes = through.eyes
    asks = eyes.leads and told.seq in through.opened.record.once(_askable)
    entry = "" if eyes.is_screen else eyes.entry(told.seq)
    return Happened(told, entry, eyes.what_if(told.seq) if asks else "")


def _askable(record: Record) -> frozenset[int]:
    return askable(record.entries)


def _passing(through: Through, sight: Sight) -> Iterator[Passing]:
    """Handovers whose loop was open; for a seat, those at whose ends it stood."""
    for passed in sight.state[Handovers].passes.values():
        if passed.open and (not sight.seat or sight.seat in (passed.sender, passed.receiver)):
            yield _passed(through, sight, passed)


def _passed(through: Through, sight: Sight, passed: Pass) -> Passing:
    return Passing(
        sender=sight.seat_name(passed.sender),
        receiver=sight.seat_name(passed.receiver),
        request="" if through.eyes.is_screen else sight.words(passed.request),
        responsible=sight.seat_name(passed.responsible),
        steps=handover.steps(passed),
        by_system=by_system(sight, passed.sender, passed.receiver),
    )


def _at_once(open_duties: Iterable[Duty], passing: Iterable[Passing]) -> tuple[str, ...]:
    """Who had something in hand at the same time: tasks of their own, or what is handed over."""
    hands = [name for duty in open_duties for name in duty.owners]
    hands += [each.responsible for each in passing]
    found = tuple(dict.fromkeys(hands))
    return found if len(found) > 1 else ()


def _had(sight: Sight) -> tuple[str, ...]:
    """Her situation; for a seat how she was with it, once it had met her."""
    if not sight.seat:
        return tuple(filter(None, (situation.rung(sight, value) for value in VALUES)))
    return (situation.rung(sight, "trust"),) if met(sight) else ()


def _heard(through: Through, sight: Sight, past: list[TimelineRow]) -> Line | None:
    """The latest that she or her parents said to somebody (to the seat, seen as one)."""
    row = next((row for row in reversed(past) if row.kind == "voice.heard"), None)
    return _line(through, sight, row) if row else None


def _fresh(sight: Sight, head: int, entries: Sequence[Entry]) -> frozenset[str]:
    """The cards that the seat learned in this very instant."""
    at_ms = entries[head - 1].at_ms
    own = sight.state[Facts].of(sight.seat)
    return frozenset(fact for fact, how in own.items() if entries[how.seq - 1].at_ms == at_ms)
